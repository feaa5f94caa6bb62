import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkFiles, lines, SHELVES } from './desk.ts';
import { GOOD, goodFiles } from './good.ts';

test('nothing is said of what is odd and right', async () => {
  expect(GOOD.length).toBeGreaterThanOrEqual(25);
  const { problems, content } = await checkFiles({ ...SHELVES, ...goodFiles() });
  // an owner of such headlines is told of a font for their cards
  expect(lines(problems.filter(({ code }) => code !== 'card-letters'))).toEqual([]);
  expect(content.articles).toHaveLength(GOOD.length + 1);
});

test('the file that writers are given to copy is right as it is', async () => {
  const guide = fileURLToPath(new URL('../../../../content/README.md', import.meta.url));
  const [, file = ''] = /```mdx\n([\s\S]*?) *```/.exec(readFileSync(guide, 'utf8')) ?? [];
  const text = file.replace(/^ {3}/gm, '').replace(/pubDate: .*/, 'pubDate: 2026-11-20');
  expect(text).toContain('title: A pier is painted');
  const { problems } = await checkFiles({
    ...SHELVES,
    'content/articles/2026/a-pier-is-painted.mdx': text,
  });
  expect(lines(problems.filter(({ severity }) => severity === 'error'))).toEqual([]);
});
