import { voiceOf } from '../i18n/index.ts';
import type { Archive } from '../record/archive.ts';
import { type Article, dayWord, minutesToRead } from '../record/article.ts';
import { authorLinks, correctedPath, type Time, timeOf } from './entry.ts';
import type { Link } from './page.ts';

/** A box of facts about an entry: a term, and what stands below it. */
export interface MetaBox {
  term: string;
  authors?: Link[];
  time?: Time & { href?: string };
  text?: string;
  more?: Link | undefined;
}

/** By, the day of the event, published, updated, length, number. */
export function metaOf(article: Article, archive: Archive): MetaBox[] {
  const { pubDate, compiled, updated, number, year } = article;
  const { t } = voiceOf(archive.site);
  const { entry } = t;
  const corrected = correctedPath(article, archive);
  return [
    { term: entry.by, authors: authorLinks(article, archive) },
    {
      term: entry[dayWord(article)],
      time: { ...timeOf(pubDate, archive), href: archive.routes.year(year) },
    },
    ...(compiled ? [{ term: entry.published, time: timeOf(compiled, archive) }] : []),
    ...(updated
      ? [
          {
            term: entry.updated,
            time: timeOf(updated, archive),
            more: corrected === undefined ? undefined : { name: entry.corrected, href: corrected },
          },
        ]
      : []),
    { term: entry.length, text: t.counts.minutes(minutesToRead(article)) },
    {
      term: entry.number,
      text: number === undefined ? entry.unnumbered : t.no(number),
      more: { name: entry.seeHistory, href: '#record' },
    },
  ];
}
