import type { Routes } from '../record/routes.ts';
import type { Site } from '../record/site.ts';

/** A request that tells somebody what a release changed. */
export interface Ping {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** What a release did to a file, as `npm run delta -- --json` says it. */
export interface ChangedFile {
  path: string;
  change: 'added' | 'changed' | 'removed';
}

/** One submission of IndexNow takes so many addresses (https://www.indexnow.org/documentation). */
const MOST = 10_000;

/**
 * The requests that announce a release: its new, changed and removed pages to search engines by
 * IndexNow, its changed feeds to hubs by WebSub (https://www.w3.org/TR/websub/#publishing).
 * @param files from the delta of two releases; none of them means nothing to say
 */
export function pings(
  { ping }: Pick<Site, 'ping'>,
  routes: Routes,
  files: readonly ChangedFile[],
): Ping[] {
  const address = (path: string): string => routes.absolute(routes.file(path));
  const pages = files
    .filter(({ path }) => path.endsWith('/index.html') || path === 'index.html')
    .map(({ path }) => address(path.replace(/index\.html$/, '')));
  const feeds = files
    .filter(
      ({ path, change }) =>
        change !== 'removed' && /(?:^|\/)(?:rss\.xml|atom\.xml|feed\.json)$/.test(path),
    )
    .map(({ path }) => address(path));
  return [...indexNow(ping, routes, pages), ...ping.hubs.flatMap((hub) => webSub(hub, feeds))];
}

function indexNow(
  { indexNow: given }: Site['ping'],
  routes: Routes,
  pages: readonly string[],
): Ping[] {
  if (!given) return [];
  const batches = Array.from({ length: Math.ceil(pages.length / MOST) }, (_, i) =>
    pages.slice(i * MOST, (i + 1) * MOST),
  );
  const home = routes.absolute(routes.home());
  return batches.map((urlList) => ({
    url: given.endpoint,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify({
      host: new URL(home).host,
      key: given.key,
      keyLocation: routes.absolute(routes.file(`${given.key}.txt`)),
      urlList,
    }),
  }));
}

function webSub(hub: string, feeds: readonly string[]): Ping[] {
  return feeds.map((feed) => ({
    url: hub,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed }).toString(),
  }));
}
