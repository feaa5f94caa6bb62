import { voiceOf } from '../../i18n/index.ts';
import { dayOf } from '../../lib/dates.ts';
import { groupBy, inPieces } from '../../lib/group.ts';
import { xmlSafe } from '../../lib/xml.ts';
import type { Archive } from '../../record/archive.ts';
import type { Article } from '../../record/article.ts';
import { type Feed, frame, itemsOf } from './feed-frame.ts';
import type { ItemSource } from './feed-item.ts';

/*
 * The archive of the feed of the whole record (RFC 5005, section 4): every entry that it ever had, and
 * no longer has, on pages of Atom. Each page names the one before it.
 */

/** A page of the archive, and what makes it of items. */
export interface ArchivePage {
  name: string;
  feed: (source: ItemSource) => Feed;
}

/** Entries on a page. */
const PAGE = 25;

/** The pages of the archive, oldest first. */
export function archivePages(archive: Archive): ArchivePage[] {
  const { routes, site } = archive;
  const { t } = voiceOf(site);
  const parts = partsOf(archive);
  const address = (i: number) => parts[i] && routes.absolute(routes.feedArchive(parts[i].name));
  return parts.map(({ name, articles }, i) => {
    const path = routes.feedArchive(name);
    return {
      name,
      feed: (source) => ({
        ...frame(archive, [{ format: 'atom', path }], path),
        title: xmlSafe(t.feeds.titleOf({ site: site.name, name: `${t.places.archive} ${name}` })),
        description: site.description,
        url: routes.absolute(routes.archive()),
        ...itemsOf(
          articles.map((article) => source.item(article)),
          archive,
        ),
        archive: {
          isPage: true,
          current: parts.length > 1 ? routes.absolute(routes.feed('atom')) : undefined,
          older: address(i - 1),
          newer: address(i + 1),
        },
      }),
    };
  });
}

/** Address of the newest page of the archive; undefined while nothing was published. */
export function newestArchive(archive: Archive): string | undefined {
  const { routes } = archive;
  const newest = partsOf(archive).at(-1);
  return newest && routes.absolute(routes.feedArchive(newest.name));
}

/** The entries of each page: a year's, oldest first, so that a full page does not change. */
function partsOf({ articles, withdrawn, moments, site }: Archive) {
  const out = (article: Article) => moments(article).published;
  const all = [...articles, ...withdrawn].sort((a, b) => out(a) - out(b));
  const years = groupBy(all, (article) => dayOf(out(article), site.zone).slice(0, 4));
  return [...years].flatMap(([year, ofYear]) =>
    inPieces(ofYear, PAGE).map((piece, i) => ({
      name: i === 0 ? year : `${year}-${i + 1}`,
      articles: piece,
    })),
  );
}
