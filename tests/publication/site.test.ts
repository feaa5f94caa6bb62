import { expect, test } from 'vitest';
import { SHIPPED } from '../support/shipped.ts';
import { brokenLinks, inlineCode, invalidHtml } from '../support/site-checks.ts';

/* What is true of any publication: the set-up has built it. */

test('every page is valid HTML', async () => {
  expect(await invalidHtml(SHIPPED)).toEqual([]);
});

test('every link leads somewhere, and so does its fragment', () => {
  expect(brokenLinks(SHIPPED)).toEqual([]);
});

test('no page has code or style within it', () => {
  // pages that only lead on are for hosts without a policy
  const found = SHIPPED.readPages().flatMap((page) =>
    inlineCode(SHIPPED.file(page)).map((tag) => `${page}: ${tag}`),
  );
  expect(found).toEqual([]);
});
