import type { AstroIntegration } from 'astro';
import type { BuiltPage } from './manifest.ts';

/** What a build rendered, and what it found unchanged. */
export interface Rendered {
  /** Every page and endpoint of the site, by its path. */
  pages: Record<string, BuiltPage>;
  /** Paths that were rendered in this build. */
  rendered: Set<string>;
}

/**
 * Renders only the pages whose key (`cacheKey` of `getStaticPaths`) is not that of the last build;
 * a page without a key is always rendered.
 *
 * @param previous the last build's pages, or undefined to render all
 * @param onPage told after each page, with the number done and the number to do
 */
export function partialBuild(
  previous: Readonly<Record<string, BuiltPage>> | undefined,
  onPage: (done: number, total: number) => void,
): { integration: AstroIntegration; result: Rendered } {
  const result: Rendered = { pages: {}, rendered: new Set() };
  const integration: AstroIntegration = {
    name: 'partial-build',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        let total = 0;
        let done = 0;
        setPrerenderer((prerenderer) => ({
          ...prerenderer,
          async getStaticPaths() {
            const paths = await prerenderer.getStaticPaths();
            const changed = paths.filter(({ pathname, cacheKey }) => {
              result.pages[pathname] = {
                file: fileOf(pathname),
                ...(cacheKey !== undefined && { key: cacheKey }),
              };
              return cacheKey === undefined || previous?.[pathname]?.key !== cacheKey;
            });
            for (const { pathname } of changed) result.rendered.add(pathname);
            total = changed.length;
            return changed;
          },
          async render(request, options) {
            const response = await prerenderer.render(request, options);
            done += 1;
            onPage(done, total);
            return response;
          },
        }));
      },
    },
  };
  return { integration, result };
}

/** The file of a page or endpoint, below the site's folder. */
export function fileOf(pathname: string): string {
  const path = decodeURI(pathname).replace(/^\//, '');
  if (path === '404' || path === '404/') return '404.html';
  if (/\.[a-z]+$/.test(path)) return path;
  return path === '' || path.endsWith('/') ? `${path}index.html` : `${path}/index.html`;
}
