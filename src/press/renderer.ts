import { pathToFileURL } from 'node:url';
import type { SSRManifest } from 'astro';
import { StaticPaths, type StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';

type Path = Awaited<ReturnType<StaticPaths['getAll']>>[number];

/**
 * The part of Astro's compiled site (`BuildApp` of Astro 7.3) that renders it. It is no public
 * interface: a test holds what it makes to what `astro build` makes, and where it is not as it was
 * the build is made by `astro build`.
 */
interface App extends StaticPathsApp {
  setInternals(internals: { pagesByKeys: ReadonlyMap<string, object> }): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: Path['route'] }): Promise<Response>;
}

/** A page or endpoint of the site. */
export interface PagePath {
  /** As Astro names it, without the base path: `/2018/slug`, `/rss.xml`. */
  pathname: string;
  /** Below the site's folder. */
  file: string;
  /** Digest of everything that it shows; undefined for a page that is rendered every time. */
  key: string | undefined;
  render(): Promise<Buffer>;
}

/**
 * Loads the compiled templates and lists the pages that they make of the current snapshot.
 * @param entry of the compiled templates
 * @throws Error when two pages have one address, or the entry is not as Astro 7.3 makes it
 */
export async function openPages(entry: string): Promise<PagePath[]> {
  const { app } = (await import(pathToFileURL(entry).href)) as { app: App };
  const destination = { write: () => {} };
  app.setInternals({ pagesByKeys: pagesByKeys(app.manifest) });
  app.setOptions({
    settings: { scripts: [], config: {} },
    logger: { options: { destination } },
  });
  const paths = await new StaticPaths(app).getAll();
  const seen = new Map<string, Path>();
  for (const path of paths) {
    const name = path.pathname.replace(/\/$/, '');
    const other = seen.get(name);
    if (other) {
      throw new Error(
        `Two pages have the address ${path.pathname}: ${other.route.component} and ${path.route.component} make it.`,
      );
    }
    seen.set(name, path);
  }
  return paths.map((path) => ({
    pathname: path.pathname,
    file: fileOf(path.pathname, path.route.type),
    key: path.cacheKey,
    render: () => render(app, path),
  }));
}

async function render(app: App, { pathname, route }: Path): Promise<Buffer> {
  const request = new Request(addressOf(app.manifest, pathname, route.type));
  const response = await app.render(request, { routeData: route });
  if (response.status >= 300 && response.status < 400) {
    throw new Error(`${route.component} answers ${pathname} with a redirect.`);
  }
  return Buffer.from(await response.arrayBuffer());
}

/** The styles of every route, as the renderer looks them up. */
function pagesByKeys({ routes }: SSRManifest): ReadonlyMap<string, object> {
  return new Map(
    routes.map(({ routeData: { route, component }, styles }) => [
      `${route}&${component}`,
      {
        route,
        component,
        styles: styles.map((sheet, order) => ({ depth: 0, order, sheet })),
      },
    ]),
  );
}

/** The address of a page as Astro spells it: with a slash at the end, an endpoint's as it is. */
function addressOf({ base, site }: SSRManifest, pathname: string, type: string): URL {
  const path = `${base}/${pathname}${type === 'page' ? '/' : ''}`.replace(/\/+/g, '/');
  return new URL(path, site);
}

/** The file of a page or endpoint, below the site's folder. */
export function fileOf(pathname: string, type: string): string {
  const path = decodeURI(pathname).replace(/^\/|\/$/g, '');
  if (type === 'endpoint') return path;
  if (path === '404') return '404.html';
  return path === '' ? 'index.html' : `${path}/index.html`;
}
