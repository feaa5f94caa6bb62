import { nextNumber } from '../record/numbers.ts';
import type { Problem } from '../record/problem.ts';
import { type ContentModel, ownersOf, problemAt } from './model.ts';

/** Docket numbers are permanent, of one article each, and of the year it is filed under. */
export function* checkNumbers(model: ContentModel): Generator<Problem> {
  const { articles, ledger } = model;
  const numbers = [
    ...articles.flatMap(({ data }) => data.number ?? []),
    ...Object.keys(ledger.articles),
  ];
  const suggest = (year: string): string => {
    const next = nextNumber(year, numbers);
    numbers.push(next);
    return next;
  };
  const owners = ownersOf(model);
  for (const article of articles) {
    const { number, draft, pubDate } = article.data;
    const year = article.id.slice(2, 4);
    const owner = owners.get(number ?? '');
    if (number === undefined) {
      // in a frontmatter that keeps the contract, one that is written and not there is left empty
      const isRefused = 'number' in article.places && !article.fingerprint;
      // in the plain voice nobody misses one
      if (draft || isRefused || pubDate === undefined || model.site.voice === 'plain') continue;
      yield problemAt(article, 'number', {
        code: 'number-missing',
        severity: 'warning',
        message: 'The article has no docket number yet.',
        fix: 'The deploy gives it one, or "npm run register".',
      });
    } else if (owner && owner !== article) {
      yield problemAt(article, 'number', {
        code: 'number-twice',
        message: `The docket number ${number} is also that of ${owner.file}.`,
        fix: 'Remove the line: the deploy gives it another, or "npm run register".',
      });
    } else if (
      ![year, pubDate?.slice(2, 4)].includes(number.slice(0, 2)) &&
      /^\d{4}\//.test(article.id)
    ) {
      yield problemAt(article, 'number', {
        code: 'number-year',
        severity: 'warning',
        message: `The docket number ${number} is of another year than the folder ${article.id.slice(0, 4)}.`,
        fix: `If it was never published, use ${suggest(year)}.`,
      });
    }
  }
}
