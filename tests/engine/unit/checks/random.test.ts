import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileFile } from '../../../../src/content/compile-file.ts';
import { compileOptions } from '../../../../src/content/options.ts';
import { formatProblem } from '../../../../src/record/problem.ts';
import { testSite } from '../../../support/article.ts';
import { frontmatter, text } from './random.ts';

const options = compileOptions(testSite());
const file = 'content/articles/2018/random.mdx';

test('whatever is in a file, it is answered with problems or passes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(frontmatter, text), text, async (front, body) => {
      const source = `---\n${front}\n---\n\n${body}`;
      const compiled = await compileFile(file, source, 'digest', options);
      for (const problem of compiled.article.problems) {
        expect(problem.line).toBeGreaterThan(0);
        expect(problem.line).toBeLessThanOrEqual(source.split('\n').length);
        expect(formatProblem(problem)).toMatch(/^content\/articles\/2018\/random\.mdx:\d+:\d+ \S/);
      }
      // what is kept survives its cache
      expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled);
    }),
    { numRuns: 1500 },
  );
}, 120_000);
