import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type AstroIntegration, type AstroUserConfig, build } from 'astro';
import type { BuiltPage } from './manifest.ts';
import { fileOf } from './renderer.ts';

/*
 * The templates as Astro compiles them: a program that renders every page, and the styles, scripts
 * and fonts that pages name. It follows from the code and not from the articles, so it is kept in
 * `.cache/templates` and made anew only when code changes.
 */

/** Name of the integration that makes `astro build` by hand whole; the press does its work itself. */
export const BY_HAND = 'by hand';

/** Compiled templates. */
export interface Templates {
  /** The program's entry. */
  entry: string;
  /** Folder of the files that go out as they are: assets, and what `public/` has. */
  client: string;
}

/**
 * The compiled templates; from the cache, when they were compiled before.
 * @param root the project's folder
 * @param digest of all that they follow from
 * @param onCompile told before they are compiled
 */
export async function compiledTemplates(
  root: string,
  digest: string,
  onCompile: () => void,
): Promise<Templates> {
  const cache = join(root, '.cache', 'templates');
  const folder = join(cache, digest);
  if (!existsSync(folder)) {
    onCompile();
    const work = join(cache, 'work');
    rmSync(cache, { recursive: true, force: true });
    mkdirSync(work, { recursive: true });
    await astroBuild(root, join(work, 'client'), {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          setup: async () => {},
          getStaticPaths: async () => [],
        }));
      },
      'astro:build:generated': ({ dir }) => {
        renameSync(new URL('.prerender/', dir), join(work, 'program'));
      },
    });
    renameSync(work, folder);
  }
  const program = join(folder, 'program');
  const entry = readdirSync(program).find((name) => name.startsWith('prerender-entry'));
  return { entry: join(program, entry ?? 'prerender-entry.mjs'), client: join(folder, 'client') };
}

/**
 * Lets Astro's own build render every page into a folder: the slow way, where the fast one fails.
 * @returns the pages, by path
 */
export async function referenceBuild(
  root: string,
  outDir: string,
): Promise<Record<string, BuiltPage>> {
  const pages: Record<string, BuiltPage> = {};
  await astroBuild(root, outDir, {
    'astro:build:start': ({ setPrerenderer }) => {
      setPrerenderer((prerenderer) => ({
        ...prerenderer,
        async getStaticPaths() {
          const paths = await prerenderer.getStaticPaths();
          for (const { pathname, route, cacheKey } of paths) {
            pages[pathname] = {
              file: fileOf(pathname, route.type),
              ...(cacheKey !== undefined && { key: cacheKey }),
            };
          }
          return paths;
        },
      }));
    },
  });
  return pages;
}

async function astroBuild(
  root: string,
  outDir: string,
  hooks: AstroIntegration['hooks'],
): Promise<void> {
  const file = pathToFileURL(join(root, 'astro.config.mjs')).href;
  const { default: config } = (await import(file)) as { default: AstroUserConfig };
  const integrations = (config.integrations ?? [])
    .flat()
    .filter((one) => one && one.name !== BY_HAND);
  await build({
    ...config,
    root,
    outDir,
    configFile: false,
    // what fails is said once, by the press
    logLevel: 'silent',
    integrations: [...integrations, { name: 'press', hooks }],
  });
}
