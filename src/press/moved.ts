import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { archiveOfBuild } from '../content/archive.ts';
import { now } from '../content/clock.ts';
import { movedFile, movedPage } from '../outputs/moved-page.ts';
import { redirects } from '../record/redirects.ts';
import type { Site } from '../record/site.ts';

/** Writes a page at every old address, where the publication's host knows no redirects. */
export function moved(site: Site): AstroIntegration {
  let root = '';
  return {
    name: 'moved',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir }) => {
        if (site.redirects !== 'pages') return;
        const archive = await archiveOfBuild(root, site, now());
        const { routes } = archive;
        const out = join(fileURLToPath(dir), '/');
        for (const redirect of redirects(archive)) {
          // an address outside the base path is not this site's to answer
          if (!redirect.from.startsWith(routes.base)) continue;
          // a feed reader follows no page
          if (redirect.from.endsWith('.xml')) continue;
          const path = join(out, movedFile(redirect.from, routes.base));
          // whatever an address says, nothing is written beside the site
          if (!path.startsWith(out)) continue;
          await mkdir(dirname(path), { recursive: true });
          await writeFile(
            path,
            movedPage(redirect, site, (to) => routes.absolute(to)),
          );
        }
      },
    },
  };
}
