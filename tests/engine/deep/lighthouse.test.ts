import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Served, serveSite } from '../../../src/cli/server.ts';
import { ENGLISH } from '../../support/build-site.ts';
import { JUDGED_KINDS, type Judge, openLighthouse } from '../../support/lighthouse.ts';
import { pageKinds } from '../../tools/page-kinds.ts';

/*
 * Lighthouse on a phone. Its performance depends on the machine that runs it: `npm run bench --
 * pages` prints it.
 */

const kinds = pageKinds(ENGLISH.dir).filter(({ kind }) => JUDGED_KINDS.includes(kind));

let served: Served;
let lighthouse: Judge;
beforeAll(async () => {
  served = await serveSite({ dir: ENGLISH.dir, port: 0 });
  lighthouse = await openLighthouse();
});
afterAll(async () => {
  await lighthouse.close();
  await served.close();
});

test('a page of each kind is judged', () => {
  expect(kinds.map(({ kind }) => kind)).toEqual(JUDGED_KINDS);
});

describe.each(kinds)('$kind', ({ path }) => {
  test('has full marks for accessibility, best practices and search engines', async () => {
    const { performance: _, ...marks } = await lighthouse.judge(served.url + path);
    expect(marks).toEqual({ accessibility: 100, bestPractices: 100, seo: 100, faults: [] });
  });
});
