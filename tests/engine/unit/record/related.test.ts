import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relate } from '../../../../src/record/related.ts';
import { article } from '../../../support/article.ts';

const TAGS = ['china', 'banks', 'courts', 'mining', 'tax'];

/** A record of articles a day apart, each with some tags and perhaps a storyline. */
const records = fc
  .array(
    fc.record({
      tags: fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 3 }),
      storyline: fc.option(fc.constantFrom('ban', 'case'), { nil: undefined }),
    }),
    { maxLength: 40 },
  )
  .map((fields) =>
    fields.map((entry, i) => {
      const day = new Date(Date.UTC(2018, 0, 1 + i)).toISOString().slice(0, 10);
      return article({ ...entry, title: `Entry ${i}`, pubDate: day });
    }),
  );

describe('related entries', () => {
  test('adding the newest article changes at most five older lists', () => {
    fc.assert(
      fc.property(records, (all) => {
        const before = relate(all.slice(0, -1), 3);
        const after = relate(all, 3);
        const changed = [...before].filter(([id, list]) => {
          const now = after.get(id)?.map((other) => other.id);
          return JSON.stringify(now) !== JSON.stringify(list.map((other) => other.id));
        });
        expect(changed.length).toBeLessThanOrEqual(5);
      }),
    );
  });

  test('never the article itself, none twice, none without anything in common', () => {
    fc.assert(
      fc.property(records, (all) => {
        for (const entry of all) {
          const related = relate(all, 3).get(entry.id) ?? [];
          expect(related).not.toContain(entry);
          expect(new Set(related).size).toBe(related.length);
          for (const other of related) {
            const common =
              other.tags.some((tag) => entry.tags.includes(tag)) ||
              (entry.storyline !== undefined && other.storyline === entry.storyline);
            expect(common).toBe(true);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('a rare tag counts more than a common one, a shared source more than either', () => {
    const source = { title: 'Notice', publisher: 'A bank', url: 'https://example.org/notice' };
    const all = [
      ...Array.from({ length: 8 }, (_, i) =>
        article({ title: `Common ${i}`, pubDate: `2018-01-0${i + 1}`, tags: ['china'] }),
      ),
      article({ title: 'Rare', pubDate: '2018-01-03', tags: ['mining'] }),
      article({ title: 'Sourced', pubDate: '2018-01-02', sources: [source] }),
      article({
        title: 'New',
        pubDate: '2018-02-01',
        tags: ['china', 'mining'],
        sources: [source],
      }),
    ];
    const titles = relate(all, 3)
      .get('2018/new')
      ?.map(({ title }) => title);
    expect(titles).toEqual(['Sourced', 'Rare', 'Common 7']);
  });
});
