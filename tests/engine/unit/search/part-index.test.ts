import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { searchIndex } from '../../../../src/outputs/search/search-index.ts';
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

/** The index of the record as it is now, made in a folder. */
function index(root: string, versions: ReadonlyMap<string, number>, read = new Set<string>()) {
  const archive = archiveOf(
    entries.map((entry) => ({ ...entry, digest: `${entry.key} ${versions.get(entry.key)}` })),
  );
  const files = searchIndex({
    archive,
    text: (entry) => {
      read.add(entry.pubDate.day.slice(0, 7));
      return textOf(written.get(entry.key) ?? []);
    },
    root,
  });
  const all = files.map(({ path, content }) => [path, Buffer.from(content).toString()] as const);
  return new Map(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

test('random edits of old texts leave the index that is made of nothing', {
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
    written.set(key, [...(written.get(key) ?? []).slice(0, 30), ...words]);
    versions.set(key, (versions.get(key) ?? 0) + 1);
    // of the months that did not change nothing is needed
    const read = new Set<string>();
    const after = index(kept, versions, read);
    expect([...read]).toEqual([pubDate.day.slice(0, 7)]);
    expect(after).toEqual(index(fresh, versions));
    for (const path of readdirSync(fresh)) rmSync(join(fresh, path), { recursive: true });
  }
  for (const folder of [kept, fresh]) rmSync(folder, { recursive: true });
});
