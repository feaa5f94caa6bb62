import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deep } from './deep.ts';

const ARTICLES = deep('MISTAKES', 50, 500) * 4;
/** A quarter of the articles has one each. */
export const MISTAKES = ARTICLES / 4;

/** A mistake in an article's file and the end of the line that reports it. */
const KINDS: readonly [make: (source: string) => string, code: string][] = [
  [(source) => source.replace('tags: [china', 'tags: [chna'), 'tag-unknown'],
  [(source) => source.replace(/pubDate: (\d{4})-\d\d-\d\d/, 'pubDate: $1-02-30'), 'field-wrong'],
  [(source) => source.replace('kind: report', 'kind: reprt'), 'field-value'],
  [(source) => source.replace('<Cite id="first" />', '<Cite id="frist" />'), 'cite-unknown'],
  [(source) => source.replace('## Second', '#### Second'), 'heading-skips'],
  [(source) => source.replace('authors: [ada]', 'author: [ada]'), 'field-unknown'],
  [(source) => source.replace('](/topics/china/)', '](/topics/chna/)'), 'link-broken'],
  [(source) => source.replace('The third paragraph', 'TODO The third paragraph'), 'leftover'],
  [(source) => source.replace('title="A note"', 'titel="A note"'), 'prop-unknown'],
  [(source) => source.replace('.[^aside]', '.[^asside]'), 'note-missing'],
];

/** A folder with articles, a quarter of which have one mistake each. */
export interface Mistakes {
  root: string;
  /** `path code` of every mistake. */
  expected: string[];
}

/** @param shelves what the articles refer to */
export function makeMistakes(shelves: Readonly<Record<string, string>>): Mistakes {
  const files = new Map<string, string>(Object.entries(shelves));
  const expected: string[] = [];
  for (let i = 0; i < ARTICLES; i += 1) {
    const year = 2000 + (i % 20);
    const file = `content/articles/${year}/entry-${i}.mdx`;
    const step = ARTICLES / MISTAKES;
    const kind = i % step === 0 ? KINDS[(i / step) % KINDS.length] : undefined;
    files.set(file, kind ? kind[0](article(i, year)) : article(i, year));
    if (kind) expected.push(`${file} ${kind[1]}`);
  }
  const root = mkdtempSync(join(tmpdir(), 'desk-'));
  writeFileSync(join(root, 'package-lock.json'), '{}');
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { root, expected: expected.sort() };
}

/** An article of about 600 words with some of everything. */
function article(i: number, year: number): string {
  const words =
    'the bank wrote a rule and said what it would not do until the court had heard both sides of it';
  const paragraph = (n: number) =>
    Array.from(
      { length: 4 },
      (_, j) =>
        `${words
          .split(' ')
          .slice(0, 12 + ((i + j + n) % 7))
          .join(' ')}.`,
    ).join(' ');
  return [
    '---',
    `title: Entry number ${i} on what was decided`,
    'description: What the rule says, and what it leaves open.',
    `pubDate: ${year}-03-04`,
    `number: ${String(year).slice(2)}-${i + 1}`,
    'authors: [ada]',
    'tags: [china, banks]',
    'kind: report',
    'storyline: china-ban',
    'keyFacts:',
    '  - { label: What, text: "A rule was written." }',
    '  - { label: Rests on, text: "The rule itself." }',
    'sources:',
    '  - { id: first, title: The rule, publisher: The bank, date: "2001", url: "https://example.org/rule" }',
    '  - { id: second, title: The court, publisher: The court, url: "https://example.org/court" }',
    '---',
    '',
    `In short, ${paragraph(0)}<Cite id="first" />`,
    '',
    '## First',
    '',
    ...[1, 2, 3].flatMap((n) => [
      `So far ${paragraph(n)} *And* [more](/topics/china/).<Cite id="second" />`,
      '',
    ]),
    '## Second',
    '',
    `The third paragraph has an aside.[^aside] ${paragraph(4)}`,
    '',
    '<Note title="A note">',
    '',
    paragraph(5),
    '',
    '</Note>',
    '',
    '| What | How many |',
    '|---|--:|',
    '| rules | 1 |',
    '',
    paragraph(6),
    '',
    '[^aside]: It was said aside.',
    '',
  ].join('\n');
}
