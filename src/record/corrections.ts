import { compareText } from '../lib/text.ts';
import type { Article, Correction } from './article.ts';

/** A correction as the ledger lists it. */
export interface LedgerCorrection extends Correction {
  article: Article;
  /** Position in its article, 1 is the oldest: its anchor and permanent id. */
  number: number;
}

/** Every correction of the articles, newest first; of one moment, by article and number. */
export function collectCorrections(articles: readonly Article[]): LedgerCorrection[] {
  return articles
    .flatMap((article) =>
      article.corrections.map((correction, i) => ({
        ...correction,
        article,
        number: article.corrections.length - i,
      })),
    )
    .sort(
      (a, b) =>
        b.date.ms - a.date.ms || compareText(a.article.key, b.article.key) || b.number - a.number,
    );
}
