import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadArchive } from '../content/archive.ts';
import { now } from '../content/clock.ts';
import type { Site } from '../record/site.ts';

/** The module in which the site finds the articles that hold code. */
const MODULE = 'virtual:articles-with-code';
const RESOLVED = `\0${MODULE}`;

/**
 * Hands the articles that hold code, and no others, to `@astrojs/mdx`: an article that is data costs
 * no module. Where the publication forbids code there are none.
 */
export function code(site: Site): AstroIntegration {
  return {
    name: 'code',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const root = fileURLToPath(config.root);
        updateConfig({
          vite: {
            plugins: [
              {
                name: MODULE,
                resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
                load: (id) => (id === RESOLVED ? moduleOf(root, site) : undefined),
                configureServer(server) {
                  server.watcher.on('all', (_event, path) => {
                    if (!path.endsWith('.mdx')) return;
                    for (const { moduleGraph } of Object.values(server.environments)) {
                      const known = moduleGraph.getModuleById(RESOLVED);
                      if (known) moduleGraph.invalidateModule(known);
                    }
                  });
                },
              },
            ],
          },
        });
      },
    },
  };
}

async function moduleOf(root: string, site: Site): Promise<string> {
  const articles =
    site.articles.code === 'allow'
      ? (await loadArchive(root, site, now(), { drafts: true })).articles.filter(({ code }) => code)
      : [];
  if (articles.length === 0) return 'export const modules = {}; export const runText = undefined;';
  const modules = articles.map(
    ({ id, file }) => `${JSON.stringify(id)}: () => import(${JSON.stringify(`/${file}`)})`,
  );
  return `export const modules = { ${modules.join(', ')} };
export { runText } from '/src/press/site/run.ts';`;
}
