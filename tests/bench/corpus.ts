import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/*
 * Seeded corpora: the same articles for the same seed, on every machine. About 600 words each, a
 * third of them with components; tags by a long-tailed draw, as in a real newsroom.
 */

/** An entry of a corpus, for any generator of sites. */
export interface Entry {
  /** `2018/a-slug-12`. */
  id: string;
  number: string;
  date: string;
  title: string;
  description: string;
  tags: string[];
  storyline?: string;
  /** The text as plain Markdown with GFM, which every generator reads. */
  markdown: string;
  /** The text as this project's writers have it: with citations and, in every third, components. */
  mdx: string;
}

/** A small, good random generator (mulberry32), so that a corpus follows from its seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const STEMS =
  'account act agency amend appeal approve asset audit bank bill board bond broker capital case charge claim clause client coin committee company consent contract court credit currency custody deadline debt decree deposit digital directive dollar draft duty enforce euro exchange fee file fine firm fraud fund guide hearing holder industry inquiry insolvent issue judge ledger lend levy licence limit list loss market measure member merchant mine minister money notice offer office order paper parliament payment penalty period petition platform police policy price profit proposal provider public record reform regulator report reserve risk rule sale sanction scheme section security share source stable state statute supervise tax tender test token trade transfer treasury trust update user value vote wallet warn year'.split(
    ' ',
  );
const SMALL =
  'the a of to in and for on by with from that which under after before over at as an'.split(' ');
const PARTS =
  'ba be bo ca ce co da de do fa fe fo ga ge go ha he ho ka ke ko la le lo ma me mo na ne no pa pe po ra re ro sa se so ta te to va ve vo wa we wo za ze zo'.split(
    ' ',
  );

/** Tags of a corpus: a few that everything has, many that little has. */
export const TAGS = Array.from({ length: 60 }, (_, i) => `topic-${i + 1}`);

/** Makes entry `i` (from 0) of a corpus of `n`; it depends on the seed, `i` and `n` alone. */
export function makeEntry(i: number, n: number, seed = 1): Entry {
  const next = random(seed * 1_000_003 + i);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const rare = (): string =>
    Array.from({ length: 2 + Math.floor(next() * 3) }, () => pick(PARTS)).join('');
  let last = '';
  // writers do not say a word twice, and are told where they do
  const word = (): string => {
    const drawn = next() < 0.45 ? pick(SMALL) : next() < 0.9 ? pick(STEMS) : rare();
    if (drawn === last) return word();
    last = drawn;
    return drawn;
  };
  const words = (count: number): string => Array.from({ length: count }, word).join(' ');
  const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  const sentence = (): string => `${upper(words(8 + Math.floor(next() * 14)))}.`;
  const paragraph = (): string =>
    Array.from({ length: 3 + Math.floor(next() * 3) }, sentence).join(' ');

  const days = Math.floor((i / Math.max(1, n)) * 365 * 16);
  const date = new Date(Date.UTC(2010, 0, 1 + days)).toISOString().slice(0, 10);
  const year = date.slice(0, 4);
  const title = upper(words(7));
  const slug = `${title
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .slice(0, 40)
    .replace(/-$/, '')}-${i}`;
  const tags = [
    ...new Set(
      Array.from({ length: 3 }, () => TAGS[Math.floor(next() ** 2.5 * TAGS.length)] ?? 'topic-1'),
    ),
  ];
  const storyline = i % 4 === 0 ? `line-${Math.floor(i / 40)}` : undefined;
  const body = Array.from({ length: 10 }, paragraph);
  const table = `| Date | By | Measure |\n| --- | :-: | ---: |\n${Array.from({ length: 4 }, () => `| ${words(2)} | ${words(2)} | ${Math.floor(next() * 900)} |`).join('\n')}`;
  const list = Array.from({ length: 4 }, () => `- ${words(6)}`).join('\n');
  const note = `[^n]: ${sentence()}`;
  const sections = (cite: string, extra: string): string =>
    [
      body
        .slice(0, 3)
        .map((text) => text + cite)
        .join('\n\n'),
      `## ${upper(words(4))}`,
      `${body[3]} **${words(2)}** and *${words(2)}*.[^n]`,
      body[4],
      i % 2 === 0 ? table : list,
      `## ${upper(words(3))}`,
      extra,
      body.slice(5, 8).join('\n\n'),
      `> ${sentence()}`,
      body.slice(8).join('\n\n'),
      note,
    ]
      .filter((text) => text !== '')
      .join('\n\n');
  const components = [
    `<Chart type="bar" caption="${upper(words(4))}" data={[{ label: "${words(1)}", value: ${Math.floor(next() * 90)} }, { label: "${words(1)}", value: ${Math.floor(next() * 90)} }]} />`,
    `<Note title="${upper(words(3))}">\n\n${sentence()}\n\n</Note>`,
  ].join('\n\n');
  return {
    id: `${year}/${slug}`,
    number: `${year.slice(2)}-${i + 1}`,
    date,
    title,
    description: `${upper(words(18))}.`,
    tags,
    ...(storyline !== undefined && { storyline }),
    markdown: sections('', ''),
    mdx: sections('<Cite id="s" />', i % 3 === 0 ? components : ''),
  };
}

/** An entry as a file of `content/articles/`. */
export function articleFile(entry: Entry): string {
  return `---
title: ${JSON.stringify(entry.title)}
description: ${JSON.stringify(entry.description)}
pubDate: ${entry.date}
number: ${entry.number}
authors: [desk]
tags: [${entry.tags.join(', ')}]
${entry.storyline === undefined ? '' : `storyline: ${entry.storyline}\n`}keyFacts:
  - { label: What, text: ${JSON.stringify(entry.description)} }
  - { label: Rests on, text: One source. }
sources:
  - { id: s, title: ${JSON.stringify(entry.title)}, publisher: Gazette, date: ${entry.date}, url: "https://example.org/${entry.id}" }
---

${entry.mdx}
`;
}

/** The content folder of a publication with `n` articles: path to text. */
export function corpusFiles(n: number, seed = 1): Record<string, string> {
  const entries = Array.from({ length: n }, (_, i) => makeEntry(i, n, seed));
  const storylines = new Set(entries.flatMap(({ storyline }) => storyline ?? []));
  return {
    'content/tags.yaml': TAGS.map(
      (tag, i) =>
        `${tag}:\n  name: Topic ${i + 1}\n  group: ${i % 3 === 0 ? 'place' : 'topic'}\n  description: Entries about topic ${i + 1}.\n`,
    ).join(''),
    'content/authors/desk.yaml': 'name: The desk\n',
    ...Object.fromEntries(
      [...storylines].map((id) => [
        `content/storylines/${id}.yaml`,
        `name: Story ${id}\ndescription: What happened, part by part.\nshort: Part by part.\n`,
      ]),
    ),
    ...Object.fromEntries(
      entries.map((entry) => [`content/articles/${entry.id}.mdx`, articleFile(entry)]),
    ),
  };
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
