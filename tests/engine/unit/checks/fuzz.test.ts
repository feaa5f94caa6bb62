import { Buffer } from 'node:buffer';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkContent } from '../../../../src/content/content.ts';
import { formatProblem } from '../../../../src/record/problem.ts';
import { testSite } from '../../../support/article.ts';
import { deep } from '../../../support/deep.ts';
import { NOW, SHELVES } from './desk.ts';
import { frontmatter, text } from './random.ts';

/** Files of one publication; as many in one check as makes the check itself cheap. */
const BATCH = 50;
const FIRST_YEAR = 1951;

const HEAD = 'title: Fuzzed\ndescription: What is tried.\npubDate: 2018-08-24';

/** Marks of plain Markdown and of other programs. */
const marks = fc
  .array(
    fc.oneof(
      text,
      fc.constantFrom(
        ...['[[first]]', '![[a.png]]', '[[first#x|y]]', '[[', '<div>', '</div>', '<!--', '-->'],
        ...['<td>', '<p><b>', '{% highlight ruby %}\n', '\n{% endhighlight %}\n', '{{ x }}', '\\|'],
        ...['<https://a.example>', 'https://a.example/。', '> [!NOTE]\n', '## A {#p1}\n', '# B\n'],
        ...['Term\n: What it is\n', '<img src=x>', '<a href="#p1">', '&#xD83E;', '\ud83e', '```\n'],
        ...['[a](/old/)', '![](../x.png)', '[r]: /x\n', '[^1]', '[^1]: n\n', '\u00a0', '\u0301'],
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const name = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a.md', 'a.mdx') },
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((stem) => `${stem.replace(/[/\0]/g, '-').slice(0, 40)}.md`)
    .filter((one) => !one.startsWith('.') && one.isWellFormed()),
  fc.constantFrom(
    'Ä b.md',
    'x%2f.mdx',
    'con.md',
    'a.md.mdx',
    'a\\b.md',
    'a#b.md',
    'a?.mdx',
    '中.md',
  ),
);

const file = fc.record({
  name,
  content: fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(fc.oneof(fc.constant(HEAD), frontmatter, text), marks)
        .map(([front, body]) => Buffer.from(`---\n${front}\n---\n\n${body}`)),
    },
    marks.map((all) => Buffer.from(all)),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
  ),
});

test('whatever files there are, each is published or named, and nothing is said twice', async () => {
  const cases = deep('FUZZ', 250, 20_000);
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: BATCH, maxLength: BATCH }), async (files) => {
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
          const year = String(FIRST_YEAR + i);
          const dated = one.content
            .toString('latin1')
            .replace('pubDate: 2018-', `pubDate: ${year}-`);
          write(paths[i] ?? '', Buffer.from(dated, 'latin1'));
        }
        const { problems, content } = await checkContent(root, testSite(), NOW);
        const errors = problems.filter(({ severity }) => severity === 'error');
        const named = new Set(errors.map((problem) => problem.file));
        const shown = new Set(content.articles.map(({ id }) => id));
        for (const path of paths) {
          const id = path.replace(/^content\/articles\/|\.mdx?$/g, '');
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
