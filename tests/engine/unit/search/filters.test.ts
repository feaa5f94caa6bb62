import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Order, Query } from '../../../../src/outputs/search/answer.ts';
import { FACETS, type Facet } from '../../../../src/outputs/search/names.ts';
import type { Article } from '../../../../src/record/article.ts';
import { newestFirst } from '../../../../src/record/order.ts';
import { indexOf, loadFixture, type OpenIndex, type Texts } from '../../../support/search.ts';

/*
 * Filters, ranges of dates, orders and counts agree with the entries themselves, looked at one by
 * one: with one index, and with past months in an index of their own.
 */

let record: Texts;
let indexes: OpenIndex[];

beforeAll(async () => {
  record = await loadFixture('english');
  indexes = [
    await indexOf(record, { openFrom: '0' }),
    await indexOf(record, { openFrom: '2021-09' }),
  ];
}, 120_000);

afterAll(() => {
  for (const index of indexes) index.close();
});

/** What an entry has of a facet. */
function valuesOf(article: Article, facet: Facet): string[] {
  const { tags } = record.archive;
  switch (facet) {
    case 'place':
    case 'topic':
    case 'body':
      return article.tags.filter((id) => tags.get(id)?.group === facet);
    case 'storyline':
      return article.storyline === undefined ? [] : [article.storyline];
    case 'kind':
      return [article.kind];
    case 'author':
      return article.authors;
    default:
      return [article.year];
  }
}

function passes(article: Article, { chosen, from, to }: Omit<Query, 'text' | 'order'>): boolean {
  const { day } = article.pubDate;
  return (
    (from === undefined || from <= day) &&
    (to === undefined || day <= to) &&
    FACETS.every((facet) => {
      const values = chosen[facet];
      return !values || valuesOf(article, facet).some((value) => values.includes(value));
    })
  );
}

const ALL = { count: 1000, counted: FACETS };

const TEXTS = [
  '',
  'harbour',
  'council toll',
  'dredging',
  '"north pier"',
  '"north pier" order',
  'September 2021',
  'foreign grain',
];

function queries(): fc.Arbitrary<Query> {
  const { articles } = record.archive;
  const some = (facet: Facet) =>
    fc.uniqueArray(fc.constantFrom(...new Set(articles.flatMap((one) => valuesOf(one, facet)))), {
      minLength: 1,
      maxLength: 3,
    });
  const day = fc.constantFrom(
    ...articles.map(({ pubDate }) => pubDate.day),
    '2013-01-01',
    '2019-02-28',
    '2030-01-01',
  );
  return fc.record(
    {
      text: fc.constantFrom(...TEXTS),
      chosen: fc.record(
        Object.fromEntries(FACETS.map((facet) => [facet, some(facet)])) as Record<
          Facet,
          fc.Arbitrary<string[]>
        >,
        { requiredKeys: [] },
      ),
      from: day,
      to: day,
      order: fc.constantFrom<Order>('best', 'newest', 'oldest'),
    },
    { requiredKeys: ['text', 'chosen', 'order'] },
  );
}

test('every combination finds and counts what brute force finds and counts', {
  timeout: 300_000,
}, async () => {
  const { articles } = record.archive;
  for (const index of indexes) {
    const { finder } = index;
    const holding = new Map<string, Set<string>>();
    for (const text of TEXTS) {
      const { results } = await finder.answer({ text, chosen: {}, order: 'best' }, ALL);
      holding.set(text, new Set(results.map(({ number }) => number)));
    }
    await fc.assert(
      fc.asyncProperty(queries(), async (query) => {
        const held = articles.filter(({ key }) => holding.get(query.text)?.has(key));
        const expected = held.filter((article) => passes(article, query));
        const answer = await finder.answer(query, ALL);
        expect(answer.total).toBe(expected.length);
        const numbers = answer.results.map(({ number }) => number);
        const inOrder = expected.toSorted(newestFirst).map(({ key }) => key);
        if (query.order === 'oldest') inOrder.reverse();
        if (query.order === 'best') expect(numbers.toSorted()).toEqual(inOrder.toSorted());
        else expect(numbers).toEqual(inOrder);
        if (expected.length === 0) return;
        for (const facet of FACETS) {
          const { [facet]: _, ...others } = query.chosen;
          const within = held.filter((article) => passes(article, { ...query, chosen: others }));
          for (const value of new Set(articles.flatMap((article) => valuesOf(article, facet)))) {
            const count = within.filter((one) => valuesOf(one, facet).includes(value)).length;
            expect(answer.counts?.[facet]?.[value] ?? 0, `${facet}: ${value}`).toBe(count);
          }
        }
      }),
      { numRuns: 150, seed: 11 },
    );
  }
});
