import { normalize } from 'node:path/posix';
import { voiceOf } from '../i18n/index.ts';
import { runsRightToLeft } from '../lib/direction.ts';
import type { Archive } from '../record/archive.ts';
import type { Redirect } from '../record/redirects.ts';
import type { Site } from '../record/site.ts';

/**
 * A page at every old address of the site, for hosts that know no redirects.
 * @returns texts by path below the site's folder
 */
export function movedPages(
  redirects: readonly Redirect[],
  { routes, site }: Pick<Archive, 'routes' | 'site'>,
): Record<string, string> {
  const pages = redirects
    // an address outside the base path is not this site's to answer, and a feed reader follows no page
    .filter(({ from, to }) => from.startsWith(routes.base) && to.endsWith('/'))
    .map((redirect): [string, string] => [
      movedFile(redirect.from, routes.base),
      movedPage(redirect, site, (to) => routes.absolute(to)),
    ]);
  // whatever an address says, nothing is written beside the site
  return Object.fromEntries(pages.filter(([file]) => !normalize(file).startsWith('..')));
}

/**
 * Takes along the query of a search and the place within a page, which a refresh loses, and hides the
 * refresh. The one script that stands in a page: a host without rules has no policy that forbids it, and
 * where one does, the refresh is left.
 */
const TAKE_ALONG =
  "if (location.search + location.hash) document.write('<!--'), location.replace(document.querySelector('link').href + location.search + location.hash)";

/**
 * The page at an old address, for hosts that know no redirects: browsers and search engines follow
 * it at once, as a permanent redirect.
 * @param absolute the public address of a path
 */
function movedPage({ to }: Redirect, site: Site, absolute: (path: string) => string): string {
  const t = voiceOf(site).t.moved;
  const address = absolute(to).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html>
<html lang="${site.locale}"${runsRightToLeft(site.locale) ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8">
<title>${t.title}</title>
<link rel="canonical" href="${address}">
<script>${TAKE_ALONG}</script>
<meta http-equiv="refresh" content="0; url=${address}">
</head>
<body><p>${t.text} <a href="${address}">${address}</a></p></body>
</html>
`;
}

/** Where the page of an old address lies: an address of a file is taken as one. */
function movedFile(from: string, base: string): string {
  const path = from.slice(base.length);
  return /\.[a-z0-9]+$/i.test(path) ? path : `${path}/index.html`;
}
