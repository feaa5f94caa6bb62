import { voiceOf } from '../i18n/index.ts';
import type { Archive } from '../record/archive.ts';
import type { Article } from '../record/article.ts';
import { entryLink } from './entry.ts';
import type { Link } from './page.ts';

/** The older entry and the newer one, each with a line above its headline. */
export interface PrevNext {
  older: (Link & { label: string }) | undefined;
  newer: (Link & { label: string }) | undefined;
}

/** The entries before and after it in the record. */
export function neighboursOf(article: Article, archive: Archive): PrevNext | undefined {
  return prevNextOf(archive.older(article), archive.newer(article), archive);
}

/** Undefined when there is neither. */
export function prevNextOf(
  older: Article | undefined,
  newer: Article | undefined,
  archive: Archive,
): PrevNext | undefined {
  const { t, f } = voiceOf(archive.site);
  if (!older && !newer) return undefined;
  return {
    older: older && {
      ...entryLink(older, archive),
      label: t.entry.older({ date: f.day(older.pubDate.day) }),
    },
    newer: newer && {
      ...entryLink(newer, archive),
      label: t.entry.newer({ date: f.day(newer.pubDate.day) }),
    },
  };
}
