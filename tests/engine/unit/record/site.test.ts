import { expect, test } from 'vitest';
import { testSite } from '../../../support/article.ts';

test('a configuration from when articles could hold code is read, or told in a sentence what to do', () => {
  expect(
    testSite({ articles: { code: 'forbid', description: 'required', minorWords: 6 } }).articles
      .minorWords,
  ).toBe(6);
  const allow = { code: 'allow', description: 'required', minorWords: 6 } as never;
  expect(() => testSite({ articles: allow })).toThrow(
    /^src\/publication\/site\.config\.ts: articles\.code: must be "forbid" or left out: .+ content\/pages\/ of it \(it is "allow"\)\.$/,
  );
});
