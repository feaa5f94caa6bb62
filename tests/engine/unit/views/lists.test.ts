import { describe, expect, test } from 'vitest';
import { termSchema } from '../../../../src/record/frontmatter.ts';
import { correctionsView } from '../../../../src/views/corrections.ts';
import { glossaryView } from '../../../../src/views/glossary.ts';
import { listPages } from '../../../../src/views/pages.ts';
import { archiveOf, article } from '../../../support/article.ts';

describe('the glossary', () => {
  const names = ['mole', 'Quay', 'groyne', 'Groin', 'Éperon', ...'nopqrstuv'];
  const glossary = new Map(
    names.map((name) => [name, termSchema.parse({ name, text: `What a ${name} is.` })]),
  );
  const archive = archiveOf(
    [
      article({ title: 'A', number: '18-2', terms: ['groyne'], pubDate: '2018-09-01' }),
      article({ title: 'B', number: '18-1', terms: ['groyne', 'mole'], pubDate: '2018-08-01' }),
      article({ title: 'C', terms: ['Quay'], pubDate: '2018-07-01' }),
    ],
    { glossary },
  );
  const { terms = [], header } = glossaryView(archive);

  test('says where each letter begins, once, and leads there', () => {
    const begins = terms.filter(({ letter }) => letter).map(({ letter, name }) => [letter, name]);
    expect(begins.slice(0, 4)).toEqual([
      ['É', 'Éperon'],
      ['G', 'Groin'],
      ['M', 'mole'],
      ['N', 'n'],
    ]);
    expect(header.letters?.[1]).toEqual({ name: 'G', href: '#Groin' });
  });

  test('leads to the oldest entry that marks a term', () => {
    const first = Object.fromEntries(terms.map(({ name, first }) => [name, first]));
    expect(first.groyne).toEqual({ name: 'no. 18-1', href: '/2018/b/' });
    expect(first.Quay).toEqual({ name: '1 Jul 2018', href: '/2018/c/' });
    expect(first.Groin).toBeUndefined();
  });
});

describe('the page of an author', () => {
  const entries = (author: string, count: number) =>
    Array.from({ length: count }, (_, i) =>
      article({ title: `${author} ${i}`, authors: [author], pubDate: `2018-08-${10 + i}` }),
    );
  const rowsOf = (archive: ReturnType<typeof archiveOf>) => {
    const page = listPages(archive)
      .find(({ path }) => path === '/authors/ada/')
      ?.view();
    if (!page || !('sections' in page)) throw new Error('a page');
    const { sections = [], years = [] } = page;
    return {
      rows: sections.flatMap(({ rows }) => rows).length,
      years: years.map(({ href }) => href),
      anchors: [...sections, ...years].flatMap(({ id }) => id ?? []),
    };
  };

  test('who wrote all has the last entries and the years of the record, which has the others', () => {
    const old = article({ title: 'Old', authors: ['ada'], pubDate: '2016-01-01' });
    expect(rowsOf(archiveOf([...entries('ada', 8), old]))).toEqual({
      rows: 5,
      years: ['/2018/', '/2016/'],
      anchors: ['y2018', 'y2016'],
    });
  });

  test('who is one of several has all of their own', () => {
    const archive = archiveOf([...entries('ada', 8), ...entries('bob', 1)]);
    expect(rowsOf(archive)).toEqual({ rows: 8, years: [], anchors: ['y2018'] });
  });
});

test('the ledger of corrections tells what was withdrawn, when and why, and nothing else of it', () => {
  const gone = article({
    title: 'A secret',
    number: '18-7',
    withdrawn: { date: '2018-09-01', reason: 'It was about another pier.' },
  });
  const { withdrawals } = correctionsView(archiveOf([article(), gone]));
  expect(withdrawals).toEqual([
    {
      number: '18-7',
      time: { text: '1 Sept 2018', datetime: '2018-09-01' },
      reason: 'It was about another pier.',
    },
  ]);
});
