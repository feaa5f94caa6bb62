import { compareText } from '../lib/text.ts';
import type { Article, Correction } from './article.ts';
import type { Moments } from './moments.ts';

/** A correction as the ledger lists it. */
export interface LedgerCorrection extends Correction {
  article: Article;
  /** Position in its article, 1 is the oldest: its anchor and permanent id. */
  number: number;
  /** When it was made, in milliseconds since 1970 UTC. */
  at: number;
}

/** Every correction of the articles, newest first; of one date, by article and number. */
export function collectCorrections(
  articles: readonly Article[],
  momentsOf: (article: Article) => Moments,
): LedgerCorrection[] {
  return articles
    .flatMap((article) => {
      const { corrections } = momentsOf(article);
      return article.corrections.map((correction, i) => ({
        ...correction,
        article,
        number: article.corrections.length - i,
        at: corrections[i] ?? correction.date.ms,
      }));
    })
    .sort(
      (a, b) =>
        b.date.ms - a.date.ms || compareText(a.article.key, b.article.key) || b.number - a.number,
    );
}
