import { expect, test } from 'vitest';
import { archiveOf, article, testSite } from '../../../support/article.ts';
import { compileText } from '../../../support/compile.ts';
import { indexOf } from '../../../support/search.ts';

/* Which of the entries that have all words stands first. */

test('three words that stand together in one text come before texts that have one of them often', async () => {
  const apart = `${'other words stand between '.repeat(30)}\n\n`;
  const often = `${'grain '.repeat(9)}${apart}pilots ${apart}toll ${apart}`;
  const bodies = [`${apart.repeat(3)}The pilots paid the toll in grain.`, ...Array(7).fill(often)];
  const texts = await Promise.all(bodies.map((body) => compileText(body)));
  const entries = texts.map((_, i) =>
    article({ title: 'A notice', slug: `n-${i}`, number: `18-${i + 1}` }),
  );
  const index = await indexOf({
    archive: archiveOf(entries),
    text: ({ key }) => texts[Number(key.slice(3)) - 1] as (typeof texts)[number],
  });
  const query = { text: 'pilots toll grain', chosen: {}, order: 'best' } as const;
  const { results } = await index.finder.answer(query, { count: 5 });
  expect(results[0]?.number).toBe('18-1');
  index.close();
});

test.each([
  ['en', 'toll 2017-2019'],
  ['en', 'toll 2017 to 2019'],
  ['en', 'toll between 2017 and 2019'],
  ['de', 'toll 2017 bis 2019'],
  ['de', 'toll zwischen 2017 und 2019'],
  ['fr', 'toll entre 2017 et 2019'],
  ['es', 'toll entre 2017 y 2019'],
  ['ar', 'toll بين 2017 و2019'],
  ['zh-Hans', '2017年至2019年 toll'],
])('in %s, entries of the years of “%s” come first', async (locale, text) => {
  const site = testSite({ locale });
  const body = await compileText('The toll.');
  const later = await compileText('The toll of 2018, and again of 2018. The toll, the toll.');
  const entries = ['2016', '2018', '2019', '2021'].map((year, i) =>
    article(
      { title: 'Toll', slug: `n-${i}`, number: `${year.slice(2)}-1`, pubDate: `${year}-03-01` },
      site,
    ),
  );
  const index = await indexOf({
    archive: archiveOf(entries, { site }),
    text: ({ key }) => (key === '21-1' ? later : body),
  });
  const query = { text, chosen: {}, order: 'best' } as const;
  const { results } = await index.finder.answer(query, { count: 5 });
  expect(results.map(({ number }) => number)).toEqual(['19-1', '18-1', '21-1']);
  index.close();
});

test('an entry whose headline is what was typed comes first, with its small words', async () => {
  const texts = await Promise.all(
    ['A duty.', 'The toll, the toll, the toll.', 'A toll.'].map((body) => compileText(body)),
  );
  const entries = ['If toll', 'While toll', 'Allow if toll: the toll'].map((title, i) =>
    article({ title, slug: `n-${i}`, number: `18-${i + 1}` }),
  );
  const index = await indexOf({
    archive: archiveOf(entries),
    text: ({ key }) => texts[Number(key.slice(3)) - 1] as (typeof texts)[number],
  });
  const query = { text: 'if toll', chosen: {}, order: 'best' } as const;
  const { results } = await index.finder.answer(query, { count: 5 });
  expect(results[0]?.number).toBe('18-1');
  index.close();
});

test.each([
  ['en', 'toll NOT grain'],
  ['de', 'toll NICHT grain'],
  ['fr', 'toll SANS grain'],
  ['es', 'toll -grain'],
])('in %s, “%s” leaves out what it says', async (locale, text) => {
  const site = testSite({ locale });
  const texts = await Promise.all(['A toll on grain.', 'A toll.'].map((body) => compileText(body)));
  const entries = texts.map((_, i) =>
    article({ title: 'Notice', slug: `n-${i}`, number: `18-${i + 1}` }, site),
  );
  const index = await indexOf({
    archive: archiveOf(entries, { site }),
    text: ({ key }) => texts[Number(key.slice(3)) - 1] as (typeof texts)[number],
  });
  const query = { text, chosen: {}, order: 'best' } as const;
  const { results } = await index.finder.answer(query, { count: 5 });
  expect(results.map(({ number }) => number)).toEqual(['18-2']);
  index.close();
});
