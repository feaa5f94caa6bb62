import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkContent } from '../../../../src/content/content.ts';
import { testSite } from '../../../support/article.ts';
import { MISTAKES, makeMistakes } from '../../../support/mistakes.ts';
import { lines, NOW, SHELVES } from './desk.ts';

test(`${MISTAKES} mistakes in four times as many articles: every one is reported, none twice`, async () => {
  const { root, expected } = makeMistakes(SHELVES);
  try {
    const { problems } = await checkContent(root, testSite(), NOW);
    expect(problems.map(({ file, code }) => `${file} ${code}`).sort()).toEqual(expected);
    expect(new Set(lines(problems)).size).toBe(MISTAKES);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}, 240_000);
