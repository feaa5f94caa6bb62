import { dayOf } from '../lib/dates.ts';
import { groupBy, inPieces } from '../lib/group.ts';
import { oncePer } from '../lib/once.ts';
import type { Archive } from './archive.ts';
import type { Article } from './article.ts';

/** Entries on a page of the archive of feeds. */
const PAGE = 25;

type Parted = Pick<Archive, 'articles' | 'withdrawn' | 'moments' | 'site'>;

/** A page of the archive of the feed of the whole record. */
export interface FeedArchivePart {
  name: string;
  articles: readonly Article[];
}

/** The pages of the archive of the feed, oldest first: a year's, oldest first, so that a full page does not change. */
export const feedArchiveParts = oncePer(
  ({ articles, withdrawn, moments, site }: Parted): readonly FeedArchivePart[] => {
    const out = (article: Article) => moments(article).published;
    const all = [...articles, ...withdrawn].sort((a, b) => out(a) - out(b));
    const years = groupBy(all, (article) => dayOf(out(article), site.zone).slice(0, 4));
    return [...years].flatMap(([year, ofYear]) =>
      inPieces(ofYear, PAGE).map((piece, i) => ({
        name: i === 0 ? year : `${year}-${i + 1}`,
        articles: piece,
      })),
    );
  },
);
