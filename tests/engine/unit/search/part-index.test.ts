import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allParts, type IndexMonth } from '../../../../src/outputs/search/index-parts.ts';
import { keptPart } from '../../../../src/outputs/search/part-index.ts';
import { dropParts, partFiles, searchIndex } from '../../../../src/outputs/search/search-index.ts';
import type { Article } from '../../../../src/record/article.ts';
import type { Text } from '../../../../src/record/text.ts';
import { random } from '../../../bench/corpus.ts';
import { archiveOf, article } from '../../../support/article.ts';
import { compileText } from '../../../support/compile.ts';

/* An edit of an old text writes anew what it touches: the index is the one that is made of nothing. */

const MONTHS = 40;
const EACH = 40;
const next = random(7);
const pick = (n: number) => Math.floor(next() * n);
/** Words from very common ones, which have files of their own, to rare ones. */
const word = () => `w${'aeiou'[pick(5)]}${Math.floor(3000 * next() ** 3).toString(36)}`;
const base = await compileText('A notice.');

function textOf(words: readonly string[]): Text {
  const children = [{ type: 'text' as const, value: `${words.join(' ')}.` }];
  return { ...base, tree: [{ type: 'element', tagName: 'p', properties: {}, children }] };
}

const entries = Array.from({ length: MONTHS * EACH }, (_, i) => {
  const month = Math.floor(i / EACH);
  const day = `${2010 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-03`;
  return article({ title: `Notice ${i}`, slug: `n-${i}`, number: `10-${i + 1}`, pubDate: day });
});
const written = new Map(entries.map(({ key }) => [key, Array.from({ length: 40 }, word)]));

/** The record as it is now, whose index is made in a folder; `read` gets the months whose texts are asked for. */
function source(
  root: string,
  versions: ReadonlyMap<string, number>,
  read = new Set<string>(),
  all = entries,
) {
  return {
    archive: archiveOf(
      all.map((entry) => ({ ...entry, digest: `${entry.key} ${versions.get(entry.key)}` })),
    ),
    text: (entry: Article) => {
      read.add(entry.pubDate.day.slice(0, 7));
      return textOf(written.get(entry.key) ?? []);
    },
    root,
  };
}

/** The files of its index; what no build needs any more goes, as after each build. */
function index(root: string, versions: ReadonlyMap<string, number>) {
  const record = source(root, versions);
  const files = searchIndex(record);
  dropParts(root, allParts(record.archive));
  const all = files.map(({ path, content }) => [path, Buffer.from(content).toString()] as const);
  return new Map(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Makes the parts of an edited record while nothing is kept of the months that did not change. */
function makePartsAlone(edited: ReturnType<typeof source>, months: readonly IndexMonth[]): void {
  const cache = join(edited.root, '.cache', 'search');
  const move = (from: string, to: string) => {
    for (const { key } of months) renameSync(join(from, key), join(to, key));
  };
  const away = mkdtempSync(join(tmpdir(), 'away-'));
  move(cache, away);
  const parts = allParts(edited.archive);
  for (const part of parts) partFiles(part, parts, edited);
  move(away, cache);
  rmSync(away, { recursive: true });
}

test('random edits of old texts leave the index that is made of nothing, and need no other month', {
  timeout: 60_000,
}, () => {
  const [kept, fresh] = ['kept-', 'fresh-'].map((name) => mkdtempSync(join(tmpdir(), name))) as [
    string,
    string,
  ];
  const versions = new Map<string, number>();
  index(kept, versions);
  for (const words of [['quite', 'new'], [], Array.from({ length: 200 }, word)]) {
    const { key, pubDate } = entries[pick(entries.length - 2 * EACH)] ?? article();
    const edited = pubDate.day.slice(0, 7);
    const others = allParts(source(kept, versions).archive)
      .flatMap(({ months }) => months)
      .filter(({ month }) => month !== edited);
    written.set(key, [...(written.get(key) ?? []).slice(0, 30), ...words]);
    versions.set(key, (versions.get(key) ?? 0) + 1);
    const read = new Set<string>();
    makePartsAlone(source(kept, versions, read), others);
    expect([...read]).toEqual([edited]);
    expect(index(kept, versions)).toEqual(index(fresh, versions));
    for (const path of readdirSync(fresh)) rmSync(join(fresh, path), { recursive: true });
  }
  for (const folder of [kept, fresh]) rmSync(folder, { recursive: true });
});

test('a part that is kept is there without its months and without the language of its words', () => {
  const root = mkdtempSync(join(tmpdir(), 'part-'));
  const first = source(root, new Map(), new Set(), entries.slice(0, EACH));
  const made = searchIndex(first);
  const unneeded = () => {
    throw new Error('was asked for');
  };
  const kept = allParts(first.archive).flatMap(
    (part) => keptPart(part, join(root, '.cache', 'search'), unneeded, unneeded).files,
  );
  expect(made).toEqual(expect.arrayContaining(kept));
  rmSync(root, { recursive: true });
});
