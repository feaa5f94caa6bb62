import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Case, checkFiles, lines, readCases, SHELVES } from './desk.ts';
import { images } from './images.ts';

const cases = casesOf('./bad.txt');

function casesOf(table: string): Case[] {
  return readCases(readFileSync(new URL(table, import.meta.url), 'utf8')).map((one) => ({
    ...one,
    file: decodeURI(one.file),
  }));
}

describe('bad inputs, all in one folder', () => {
  let found: string[] = [];

  beforeAll(async () => {
    const files = Object.fromEntries(cases.map(({ file, source }) => [file, source]));
    const { problems } = await checkFiles({ ...SHELVES, ...(await images()), ...files });
    found = lines(problems);
  }, 60_000);

  test('there are at least 120, each with its own file', () => {
    expect(cases.length).toBeGreaterThanOrEqual(120);
    expect(new Set(cases.map(({ file }) => file)).size).toBe(cases.length);
  });

  test.each(cases)('$is', ({ file, says }) => {
    const prefix = `${file}:`;
    const said = found
      .filter((line) => line.startsWith(prefix))
      .map((line) => line.slice(prefix.length));
    expect(said).toEqual(says);
  });

  test('nothing else is said, and nothing twice', () => {
    const expected = cases.flatMap(({ file, says }) => says.map((line) => `${file}:${line}`));
    expect([...found].sort()).toEqual(expected.sort());
    expect(new Set(found).size).toBe(found.length);
  });
});

describe.each(['./typed.txt', './pasted.txt'])('what writers type and paste: %s', async (table) => {
  const typed = casesOf(table);
  const files = Object.fromEntries(typed.map(({ file, source }) => [file, source]));
  const { problems } = await checkFiles({ ...SHELVES, ...files });
  const found = lines(problems);

  test.each(typed)('$is', ({ file, says }) => {
    const prefix = `${file}:`;
    const said = found
      .filter((line) => line.startsWith(prefix))
      .map((line) => line.slice(prefix.length));
    expect(said).toEqual(says);
  });
});

/** What would take a reader of Markdown, YAML or images hostage; each alone. */
const HOSTILE: readonly [is: string, source: string][] = [
  ['a line of a megabyte', `${head()}${'a'.repeat(1_000_000)}`],
  ['half a megabyte of text', `${head()}${'word '.repeat(100_000)}`],
  ['10,000 brackets', `${head()}${'['.repeat(10_000)}`],
  ['emphasis within emphasis', `${head()}${'*_'.repeat(10_000)}a${'_*'.repeat(10_000)}`],
  ['quotations within each other', `${head()}${'> '.repeat(5_000)}a`],
  ['tags within each other', `${head()}${'<span>'.repeat(2_000)}a${'</span>'.repeat(2_000)}`],
  [
    'braces within each other',
    `${head()}<Chart data={${'['.repeat(2_000)}${']'.repeat(2_000)}} />`,
  ],
  ['80,000 items of a list', `${head()}${'- a\n'.repeat(80_000)}`],
  ['a table of 20,000 columns', `${head()}|${'a|'.repeat(20_000)}\n|${'-|'.repeat(20_000)}`],
  [
    'lists by indentation',
    head() + Array.from({ length: 300 }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n'),
  ],
  ['YAML within YAML', `---\na: ${'['.repeat(50_000)}\n---\n\nText.`],
  ['a frontmatter of 200,000 characters', `---\ntitle: ${'x'.repeat(200_000)}\n---\n\nText.`],
  ['nothing but zero bytes', '\0'.repeat(1000)],
];

function head(): string {
  return '---\ntitle: Hostile\ndescription: D\npubDate: 2018-08-24\nnumber: 18-1\n---\n\n';
}

/** An article about as long as one may be, with which others are compared. */
const LONGEST = `${head()}${`${'word '.repeat(50)}\n\n`.repeat(1000)}`;

/** What is said of a text, and the processor time that it took, which busy machines do not stretch. */
async function timed(source: string): Promise<{ said: number; took: number }> {
  const file = 'content/articles/2018/hostile.mdx';
  const before = process.cpuUsage();
  const { problems } = await checkFiles({ ...SHELVES, [file]: source });
  const { user, system } = process.cpuUsage(before);
  return {
    said: problems.filter((problem) => problem.file === file).length,
    took: user + system,
  };
}

describe('inputs that would hold up a build', () => {
  let longest = 0;
  beforeAll(async () => {
    longest = (await timed(LONGEST)).took;
  }, 60_000);

  test.each(HOSTILE)(
    '%s',
    async (_is, source) => {
      const { said, took } = await timed(source);
      expect(said).toBeGreaterThan(0);
      expect(took).toBeLessThan(10 * longest);
    },
    60_000,
  );
});
