import { expect, test } from 'vitest';
import { archiveOf, article } from '../../../support/article.ts';
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
