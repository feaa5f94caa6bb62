import { voiceOf } from '../../i18n/index.ts';
import { xmlSafe } from '../../lib/xml.ts';
import type { Archive } from '../../record/archive.ts';
import { feedArchiveParts } from '../../record/feed-archive.ts';
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

/** The pages of the archive, oldest first. */
export function archivePages(archive: Archive): ArchivePage[] {
  const { routes, site } = archive;
  const { t } = voiceOf(site);
  const parts = feedArchiveParts(archive);
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
  const newest = feedArchiveParts(archive).at(-1);
  return newest && routes.absolute(routes.feedArchive(newest.name));
}
