import { oncePer } from '../lib/once.ts';
import { leadingTo, oldPath, plainPath } from '../lib/plain-path.ts';
import type { Archive } from './archive.ts';
import type { Article } from './article.ts';
import { redirects } from './redirects.ts';

/*
 * Links of texts name an article by its file, or by any address that it had: where they lead is said
 * when they are written out, since a pattern, a date or a name may change while the text stays.
 */

/** Paths, as {@link plainPath} has them, that lead elsewhere, and where. */
const elsewhere = oncePer((archive: Archive): ReadonlyMap<string, string> => {
  const { articles, withdrawn, expired, routes } = archive;
  const found = new Map(redirects(archive).map(({ from, to }) => [from, to]));
  const entries = [...articles, ...withdrawn, ...expired];
  const named = entries
    .map((entry) => ({ from: routes.articleFile(entry), to: routes.article(entry) }))
    .filter(({ from, to }) => from !== to);
  const live = new Set(named.map(({ to }) => plainPath(to)));
  for (const { from, to } of named) {
    if (!live.has(plainPath(from))) found.set(plainPath(from), to);
  }
  return found;
});

/** Where links of an article lead that lead elsewhere than they say, by their paths. */
export function linksElsewhere(
  { links }: Pick<Article, 'links'>,
  archive: Archive,
): Readonly<Record<string, string>> {
  const all = elsewhere(archive);
  if (all.size === 0) return {};
  const paths = links.map((link) => oldPath(link, archive.routes.base));
  return Object.fromEntries(
    paths.flatMap((path) => {
      const to = all.get(path);
      return to === undefined ? [] : [[path, to]];
    }),
  );
}

/** Where a link of an owner's page leads: below the base path, and by any address that was one. */
export function ownLink(href: string, archive: Archive): string {
  const { routes } = archive;
  if (!/^\/(?!\/)/.test(href)) return href;
  const whole = href.startsWith(routes.base) ? href : routes.base + href.slice(1);
  return leadingTo(whole, Object.fromEntries(elsewhere(archive)));
}
