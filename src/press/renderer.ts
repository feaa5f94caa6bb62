import { pathToFileURL } from 'node:url';
import type { SSRManifest } from 'astro';
import { StaticPaths, type StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';

type Path = Awaited<ReturnType<StaticPaths['getAll']>>[number];
type Route = Path['route'];

/** A page's module, as far as it says which pages it makes. */
interface PageModule {
  getStaticPaths?: () => Promise<{ params: Record<string, string | undefined> }[]>;
}

/**
 * The part of Astro's compiled site (`BuildApp` of Astro 7.3) that renders it. It is no public
 * interface: a test holds what it makes to what `astro build` makes, and where it is not as it was
 * the build is made by `astro build`.
 */
interface App extends StaticPathsApp {
  setInternals(internals: { pagesByKeys: ReadonlyMap<string, object> }): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: Route }): Promise<Response>;
}

/** A page or endpoint of the site. */
export interface PagePath {
  /** As Astro names it, without the base path: `/2018/slug`, `/rss.xml`. */
  pathname: string;
  /** Below the site's folder. */
  file: string;
  /** Digest of everything that it shows; undefined for a page that is rendered every time. */
  key: string | undefined;
  /** The file that makes it. */
  component: string;
  /** @throws Error that names the page */
  render(): Promise<Uint8Array>;
}

/**
 * Loads the compiled templates and lists the pages that they make of the current snapshot.
 * @param entry of the compiled templates
 * @throws Error when two pages have one address, or the entry is not as Astro 7.3 makes it
 */
export async function openPages(entry: string): Promise<PagePath[]> {
  const app = await openApp(entry);
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
    component: path.route.component,
    render: () => bytesOf(app, path),
  }));
}

/** Renders single pages, as a preview asks for them. */
export class PageRenderer {
  readonly #app: App;
  /** Paths of the pages that each route makes of the current snapshot. */
  readonly #paths = new Map<Route, ReadonlySet<string>>();

  private constructor(app: App) {
    this.#app = app;
  }

  static async open(entry: string): Promise<PageRenderer> {
    return new PageRenderer(await openApp(entry));
  }

  /** The bytes of a page that a component makes. */
  readonly render = (pathname: string, component: string): Promise<Uint8Array> => {
    const { routes } = this.#app.manifest;
    const found = routes.find(({ routeData }) => routeData.component === component);
    if (!found) throw new Error(`There is no component ${component}.`);
    return bytesOf(this.#app, { pathname, route: found.routeData });
  };

  /** Another snapshot has other pages. */
  forget(): void {
    this.#paths.clear();
    this.#app.routeCache?.clearAll();
  }

  /**
   * The page at a path, below the base path and with a slash before it; undefined where there is none.
   */
  async at(pathname: string): Promise<Response | undefined> {
    const name = pathname.replace(/(?<=.)\/$/, '');
    for (const { routeData: route } of this.#app.manifest.routes) {
      if (!route.prerender || !route.pattern.test(pathname)) continue;
      const isThere = route.pathname === name || (await this.#pathsOf(route)).has(name);
      if (isThere) return render(this.#app, { pathname: name, route });
    }
    return undefined;
  }

  async #pathsOf(route: Route): Promise<ReadonlySet<string>> {
    const known = this.#paths.get(route);
    if (known) return known;
    const page = (await this.#app.getComponentByRoute?.(route)) as PageModule | undefined;
    const pages = (route.pathname === undefined && (await page?.getStaticPaths?.())) || [];
    const paths = new Set(pages.map(({ params }) => pathOf(route, params)));
    this.#paths.set(route, paths);
    return paths;
  }
}

/** The path of a page by the parameters of its route. */
function pathOf({ segments }: Route, params: Record<string, string | undefined>): string {
  const names = segments.map((parts) =>
    parts.map(({ content, dynamic }) => (dynamic ? params[content.replace('...', '')] : content)),
  );
  const filled = names.map((parts) => parts.join('')).filter((part) => part !== '');
  return `/${filled.join('/')}`;
}

async function openApp(entry: string): Promise<App> {
  const { app } = (await import(pathToFileURL(entry).href)) as { app: App };
  const destination = { write: () => {} };
  app.setInternals({ pagesByKeys: pagesByKeys(app.manifest) });
  app.setOptions({
    settings: { scripts: [], config: {} },
    logger: { options: { destination } },
  });
  return app;
}

/** @throws Error that names the page */
async function bytesOf(app: App, path: Pick<Path, 'pathname' | 'route'>): Promise<Uint8Array> {
  try {
    return new Uint8Array(await (await render(app, path)).arrayBuffer());
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'OwnersMistake') throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`the page ${path.pathname} (${path.route.component}): ${reason}`, { cause });
  }
}

async function render(app: App, { pathname, route }: Pick<Path, 'pathname' | 'route'>) {
  const request = new Request(addressOf(app.manifest, pathname, route.type));
  const response = await app.render(request, { routeData: route });
  if (response.status >= 300 && response.status < 400) {
    throw new Error(`${route.component} answers ${pathname} with a redirect.`);
  }
  return response;
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
