import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deep, UNCOMPRESSED } from '../../support/deep.ts';
import { bringTemplates } from '../../support/kept-templates.ts';
import { Project, TEST_NOW } from '../../support/project.ts';
import { checkFiles, SHELVES } from '../unit/checks/desk.ts';
import { goodFiles } from '../unit/checks/good.ts';
import { text } from '../unit/checks/random.ts';

/** Random texts that are tried; most break some rule. */
const TRIED = deep('TEXTS', 60, 500);

let project: Project;

beforeAll(() => {
  project = new Project({ ...SHELVES, ...goodFiles() });
  bringTemplates(project.root);
});

afterAll(() => project.remove());

test('what passes the check builds: the odd and right, and random texts', async () => {
  const words = fc.tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), text);
  const seed = Date.now();
  const files = Object.fromEntries(
    fc
      .sample(words, { seed, numRuns: TRIED })
      .map(([title, body], i) => [
        `content/articles/2019/random-${i}.mdx`,
        `---\ntitle: ${JSON.stringify(title)}\ndescription: D.\npubDate: 2019-01-01\nnumber: 19-${i + 1}\n---\n\n${body}\n`,
      ]),
  );
  const now = Date.parse(TEST_NOW);
  const { problems } = await checkFiles({ ...SHELVES, ...files }, { now });
  const broken = new Set(
    problems.filter(({ severity }) => severity === 'error').map(({ file }) => file),
  );
  const sound = Object.entries(files).filter(([file]) => !broken.has(file));
  expect(sound.length, `seed ${seed}`).toBeGreaterThan(TRIED / 50);
  project.write(Object.fromEntries(sound));
  const { code, output } = await project.run('build', [], UNCOMPRESSED);
  expect(output, `seed ${seed}, ${sound.length} random texts`).toContain('Built in');
  expect(code).toBe(0);
}, 300_000);

test('what does not pass changes nothing', async () => {
  const before = project.files();
  project.write({ 'content/articles/2020/bad.mdx': '---\ntitle: Bad\n---\n\nText.\n' });
  const { code, output } = await project.run('build');
  expect(code).toBe(1);
  expect(output).toContain(
    'content/articles/2020/bad.mdx:2:1 pubDate: The field is missing or empty.',
  );
  expect(output).toContain('Nothing was built; the last site stays as it was.');
  expect(project.files()).toEqual(before);
});
