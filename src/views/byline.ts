import { voiceOf } from '../i18n/index.ts';
import type { Archive } from '../record/archive.ts';
import { type Article, minutesToRead } from '../record/article.ts';
import { publishedOf } from '../record/moments.ts';
import { authorLinks, correctedPath, type Time } from './entry.ts';
import type { Link } from './page.ts';

/** The line below a standfirst: who wrote the entry, when it was published, how long it takes. */
export interface ByLine {
  authors: Link[];
  time: Time;
  length: string;
  /** To the newest correction. */
  corrected: Link | undefined;
}

export function byLineOf(article: Article, archive: Archive): ByLine {
  const { t, f } = voiceOf(archive.site);
  const corrected = correctedPath(article, archive);
  const published = publishedOf(article, archive);
  return {
    authors: authorLinks(article, archive),
    time: { text: firm(f.shortDay(published.day)), datetime: published.text },
    length: firm(t.counts.minutes({ n: minutesToRead(article) })),
    corrected: corrected === undefined ? undefined : { name: t.entry.corrected, href: corrected },
  };
}

/** Words that stay on one line. */
function firm(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}
