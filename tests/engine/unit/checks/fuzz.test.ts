import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkContent } from '../../../../src/content/content.ts';
import { formatProblem } from '../../../../src/record/problem.ts';
import { testSite } from '../../../support/article.ts';
import { deep } from '../../../support/deep.ts';
import { datedIn, fuzzed } from '../../../support/fuzzed.ts';
import { NOW, SHELVES } from './desk.ts';

/** Files of one publication; as many in one check as makes the check itself cheap. */
const BATCH = 50;
const FIRST_YEAR = 1951;

test('whatever files there are, each is published or named, and nothing is said twice', async () => {
  const cases = deep('FUZZ', 250, 20_000);
  await fc.assert(
    fc.asyncProperty(fc.array(fuzzed, { minLength: BATCH, maxLength: BATCH }), async (files) => {
      const root = mkdtempSync(join(tmpdir(), 'fuzz-'));
      try {
        const write = (path: string, content: string | Uint8Array) => {
          mkdirSync(dirname(join(root, path)), { recursive: true });
          writeFileSync(join(root, path), content);
        };
        for (const [path, content] of Object.entries(SHELVES)) write(path, content);
        write('package-lock.json', '{}');
        // each in a year of its own: what one is called is no business of another
        const paths = files.map((one, i) => `content/articles/${FIRST_YEAR + i}/${one.name}`);
        for (const [i, one] of files.entries()) {
          write(paths[i] ?? '', datedIn(one.content, FIRST_YEAR + i));
        }
        const { problems, content } = await checkContent(root, testSite(), NOW);
        const errors = problems.filter(({ severity }) => severity === 'error');
        const named = new Set(errors.map((problem) => problem.file));
        const shown = new Set(content.articles.map(({ id }) => id));
        for (const path of paths) {
          const id = path.replace(/^content\/articles\/|\.mdx?$/g, '').normalize('NFC');
          expect(named.has(path) || shown.has(id), path).toBe(true);
        }
        const said = problems.map(formatProblem);
        expect(said.filter((line, i) => said.indexOf(line) !== i)).toEqual([]);
      } finally {
        rmSync(root, { recursive: true, force: true });
      }
    }),
    { numRuns: Math.ceil(cases / BATCH), endOnFailure: true },
  );
}, 3_000_000);
