import { stringsFor } from '../i18n/index.ts';
import type { Redirect } from '../record/redirects.ts';
import type { Site } from '../record/site.ts';

/**
 * The page at an old address, for hosts that know no redirects: browsers and search engines follow
 * it at once, as a permanent redirect.
 * @param absolute the public address of a path
 */
export function movedPage(
  { to }: Redirect,
  site: Site,
  absolute: (path: string) => string,
): string {
  const t = stringsFor(site.locale).moved;
  const address = absolute(to).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html>
<html lang="${site.locale}">
<head>
<meta charset="utf-8">
<title>${t.title}</title>
<meta http-equiv="refresh" content="0; url=${address}">
<link rel="canonical" href="${address}">
</head>
<body><p>${t.text} <a href="${address}">${address}</a></p></body>
</html>
`;
}

/** Where the page of an old address lies: an address of a file is taken as one. */
export function movedFile(from: string, base: string): string {
  const path = from.slice(base.length);
  return /\.[a-z0-9]+$/i.test(path) ? path : `${path}/index.html`;
}
