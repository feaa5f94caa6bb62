import { createReadStream, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { archiveOfBuild } from '../../content/archive.ts';
import { ArticleCache } from '../../content/cache.ts';
import { now } from '../../content/clock.ts';
import { mediaType } from '../../lib/media.ts';
import { currentRelease } from '../../press/current.ts';
import type { Site } from '../../record/site.ts';
import { FOLDER } from './names.ts';
import { indexKey, writeSearchIndex } from './search-index.ts';

/**
 * An Astro integration that indexes what readers may see, once the pages are built. A preview is
 * lent the index of the last build.
 */
export function search(site: Site): AstroIntegration {
  let root = '';
  return {
    name: 'search',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plainImports] } });
      },
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const file = lastBuilt(root, request.url ?? '');
          if (file === undefined) return next();
          response.setHeader('Content-Type', mediaType(file));
          createReadStream(file).pipe(response);
        });
      },
      'astro:build:done': async ({ dir }) => {
        const release = currentRelease();
        release.stage('search');
        const archive = await archiveOfBuild(root, site, now());
        if (release.keepStep(FOLDER.slice(0, -1), indexKey(archive))) return;
        const texts = new ArticleCache(root);
        try {
          await writeSearchIndex(
            archive,
            ({ digest, file }) => {
              const text = texts.text(digest);
              if (!text) throw new Error(`${file}: its compiled text is not in the cache`);
              return text;
            },
            { root, site: fileURLToPath(dir), keep: (path) => release.keep(path) },
          );
        } finally {
          texts.close();
        }
      },
    },
  };
}

/**
 * What is imported on demand has no stylesheet and no chunks of its own to be fetched beforehand:
 * the helper that would do it, two thirds of the script on every page, becomes a plain import.
 */
const plainImports = {
  name: 'plain-imports',
  apply: 'build',
  enforce: 'pre',
  load: (id: string) =>
    id === '\0vite/preload-helper.js'
      ? 'export const __vitePreload = (load) => load();'
      : undefined,
} as const;

/** The file of the last build's index that an address asks for, if there is one. */
function lastBuilt(root: string, address: string): string | undefined {
  // what Astro hands on has its base path taken off
  const { pathname } = new URL(address, 'http://localhost');
  if (!pathname.startsWith(`/${FOLDER}`)) return undefined;
  const file = join(root, 'dist', decodeURIComponent(pathname));
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}
