import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroUserConfig } from 'astro';
import { rolldown } from 'rolldown';
import type { BuiltPage } from './manifest.ts';
import { fileOf } from './renderer.ts';
import { BY_HAND, sealFolder } from './templates.ts';

/*
 * What compiles: Astro its templates, Rolldown the press itself. Both take seconds, so it runs in a
 * process beside the reading of the content, and what it makes is kept until code changes.
 */

/**
 * Compiles the templates: to a program that renders every page, and the files that go out as they are.
 * @param root the project's folder
 * @param folder where they are kept
 * @param verbose whether Astro and Vite say what they do
 */
export async function compileTemplates(
  root: string,
  folder: string,
  verbose: boolean,
): Promise<void> {
  const work = workFolder(folder);
  mkdirSync(work, { recursive: true });
  await astroBuild(root, join(work, 'client'), verbose, IN_THE_PROGRAM, {
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
  take(work, folder);
}

function sourceOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

/** Where a process makes a folder of a cache: a build and a preview may both be at it. */
function workFolder(folder: string): string {
  return join(dirname(folder), `work-${process.pid}`);
}

/** What was kept before stays for as long as another process may use it, in milliseconds. */
const STAYS = 3_600_000;

/** Keeps what was made. What was kept or left unfinished long ago goes. */
function take(work: string, folder: string): void {
  sealFolder(work);
  const cache = dirname(folder);
  for (const name of readdirSync(cache)) {
    const other = join(cache, name);
    if (Date.now() - statSync(other).ctimeMs > STAYS) rmSync(other, { recursive: true });
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(work, folder);
}

/** What the press uses as it is: programs of machine code, those that find files of their own, and those that an edit seldom needs. */
const EXTERNAL = /^(?:astro$|rolldown$|sharp|@resvg|pagefind|tinypool|shiki|@shikijs)/;

/** The program has in it what it uses, but for what few pages need. */
const IN_THE_PROGRAM: AstroUserConfig['vite'] = {
  environments: {
    prerender: {
      resolve: {
        noExternal: true,
        external: ['@astrojs/markdown-remark', '@resvg/resvg-js', 'sharp', 'shiki'],
      },
    },
  },
};

/**
 * Puts the press, `build-site.ts` and all that it imports, into one module: 1,500 modules take longer
 * to find and to load than an edit takes to build.
 * @param folder where it is kept
 */
export async function bundlePress(folder: string): Promise<void> {
  const work = workFolder(folder);
  const bundle = await rolldown({
    input: { press: sourceOf('./build-site.ts'), worker: sourceOf('./render-worker.ts') },
    platform: 'node',
    logLevel: 'silent',
    external: EXTERNAL,
    plugins: [
      {
        name: 'address of a module',
        // a module finds its neighbours, and what it is a digest of, from where its source is
        transform: (code, id) =>
          code.includes('import.meta.url') && !id.startsWith('\0')
            ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
            : undefined,
      },
    ],
  });
  await bundle.write({ dir: work, entryFileNames: '[name].mjs', chunkFileNames: '[hash].mjs' });
  await bundle.close();
  take(work, folder);
}

/**
 * Lets Astro's own build render every page into a folder: the slow way, where the fast one fails.
 * @returns the pages, by path
 */
export async function referenceBuild(
  root: string,
  outDir: string,
  verbose: boolean,
): Promise<Record<string, BuiltPage>> {
  const pages: Record<string, BuiltPage> = {};
  await astroBuild(
    root,
    outDir,
    verbose,
    {},
    {
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
    },
  );
  return pages;
}

async function astroBuild(
  root: string,
  outDir: string,
  verbose: boolean,
  vite: AstroUserConfig['vite'],
  hooks: AstroIntegration['hooks'],
): Promise<void> {
  const { build } = await import('astro');
  const file = pathToFileURL(join(root, 'astro.config.mjs')).href;
  const { default: config } = (await import(file)) as { default: AstroUserConfig };
  const integrations = (config.integrations ?? [])
    .flat()
    .filter((one) => one && one.name !== BY_HAND);
  await build({
    ...config,
    root,
    outDir,
    vite: { ...config.vite, ...vite },
    configFile: false,
    // what fails is said once, by the press
    logLevel: verbose ? 'info' : 'silent',
    integrations: [...integrations, { name: 'press', hooks }],
  });
}
