import { join } from 'node:path';
import { listAll } from '../../content/files.ts';
import { keep, readKept } from '../../content/kept.ts';
import { bucketsOf, changedBuckets } from './buckets.ts';
import { partsOf } from './compounds.ts';
import type { FacetColumns } from './facets.ts';
import type { IndexFile } from './index-file.ts';
import type { IndexMonth, IndexPart } from './index-parts.ts';
import type { QueryLanguage } from './language.ts';
import { keptMonth, type MonthIndex } from './month-index.ts';
import { lengthLetter, type PartManifest, VERSION } from './names.ts';
import { JoinedPostings } from './postings.ts';
import type { WordCounts } from './vocabulary.ts';

/*
 * The index of a part, as it is kept for the next build. An edit in one of its months writes those of its files anew
 * whose words it touched; where months came, went or grew, all months are put together again.
 */

/** A part: its files, and what the files of the whole record are made from. */
export interface PartIndex {
  manifest: PartManifest;
  facets: FacetColumns;
  words: WordCounts;
  files: IndexFile[];
}

/** A part as it is kept. */
interface KeptPart extends PartIndex {
  /** Digests of its months. */
  keys: readonly string[];
  /** Numbers in each of its buckets. */
  sizes: readonly number[];
}

/** Months that may change for the others to stay as they are. */
const FEW = 4;

type OpenMonth = (month: IndexMonth) => MonthIndex;

/** The index of a part, from the cache when it was made before. */
export function keptPart(
  part: IndexPart,
  cache: string,
  open: OpenMonth,
  languageOfAll: () => QueryLanguage,
): PartIndex {
  const path = join(cache, partFile(part));
  const kept = readKept(path);
  if (kept) return thaw(kept);
  const language = languageOfAll();
  const made = edited(part, cache, open, language) ?? joined(part, open, language);
  keep(path, freeze(made));
  return made;
}

/** The name under which a part is kept. */
export function partFile({ name, key }: IndexPart): string {
  return `${beginOf(name)}${key}`;
}

function beginOf(name: string): string {
  return `words-${VERSION}-${name}-`;
}

/** The part as it was before with other texts in some months; undefined where more than texts has changed. */
function edited(
  part: IndexPart,
  cache: string,
  open: OpenMonth,
  language: QueryLanguage,
): KeptPart | undefined {
  // a word more may be part of any compound
  if (language.link) return undefined;
  const file = listAll(cache).find((path) => path.startsWith(beginOf(part.name)));
  const kept = file === undefined ? undefined : readKept(join(cache, file));
  if (!kept) return undefined;
  let last = thaw(kept);
  const { months } = last.manifest;
  const isSame = part.months.every(({ month, entries }, i) => {
    const [name, , size] = months[i] ?? [];
    return name === month && size === entries.length;
  });
  const changed = part.months.filter(({ key }, i) => key !== last.keys[i]);
  if (!isSame || months.length !== part.months.length || changed.length > FEW) return undefined;
  let base = 0;
  for (const [i, month] of part.months.entries()) {
    const key = last.keys[i];
    if (key !== month.key) {
      const before = keptMonth(key ?? '', cache);
      const next = before && withMonth(last, i, base, before, open(month));
      if (!next) return undefined;
      last = next;
    }
    base += month.entries.length;
  }
  return { ...last, keys: part.months.map(({ key }) => key) };
}

/** A part with another text of one month, whose first entry has the number `base`. */
function withMonth(
  part: KeptPart,
  number: number,
  base: number,
  before: MonthIndex,
  after: MonthIndex,
): KeptPart | undefined {
  const size = after.entries.length;
  const changed = new Map<string, (postings: JoinedPostings) => JoinedPostings>();
  for (const word of new Set([...Object.keys(before.words), ...Object.keys(after.words)])) {
    const [old, packed = []] = [before.words[word], after.words[word]];
    if (old?.length === packed.length && old.every((one, i) => one === packed[i])) continue;
    changed.set(word, (postings) => postings.replaced(packed, base, size));
  }
  const { manifest, files, sizes } = part;
  const buckets = { names: manifest.buckets, sizes, files };
  const made = changedBuckets(buckets, part.facets.length, changed);
  if (!made) return undefined;
  const words = new Map(part.words);
  countWords(words, before, -1);
  countWords(words, after, 1);
  const { lengths, facets } = listed([after]);
  return {
    manifest: {
      buckets: made.names,
      months: manifest.months.with(number, [
        manifest.months[number]?.[0] ?? '',
        after.folder,
        size,
      ]),
      lengths: manifest.lengths.slice(0, base) + lengths + manifest.lengths.slice(base + size),
    },
    facets: part.facets.toSpliced(base, size, ...facets),
    words,
    files: made.files,
    sizes: made.sizes,
    keys: part.keys,
  };
}

/** Puts the months of a part together. */
function joined(part: IndexPart, open: OpenMonth, language: QueryLanguage): KeptPart {
  const months = part.months.map(open);
  const words = new Map<string, JoinedPostings>();
  const counts: WordCounts = new Map();
  let base = 0;
  for (const month of months) {
    for (const [word, packed] of Object.entries(month.words)) {
      postingsOf(word, words).add(packed, base);
    }
    countWords(counts, month, 1);
    base += month.entries.length;
  }
  if (language.link) addParts(words, language.link);
  const { lengths, facets } = listed(months);
  const buckets = bucketsOf(words, facets.length);
  return {
    manifest: {
      buckets: buckets.names,
      months: months.map(({ folder, entries }, i) => [
        part.months[i]?.month ?? '',
        folder,
        entries.length,
      ]),
      lengths,
    },
    facets,
    words: counts,
    files: buckets.files,
    sizes: buckets.sizes,
    keys: part.months.map(({ key }) => key),
  };
}

/** What is listed of each entry: a letter for its length, its day, what it can be chosen by. */
function listed(months: readonly MonthIndex[]): { lengths: string; facets: FacetColumns } {
  const entries = months.flatMap((month) => month.entries);
  return {
    lengths: entries.map(({ length }) => lengthLetter(length)).join(''),
    facets: entries.map(({ day, facets }) => [day, facets]),
  };
}

/** Counts the words of a month once more or less. */
function countWords(counts: WordCounts, { spelt }: MonthIndex, sign: 1 | -1): void {
  for (const [word, count] of Object.entries(spelt)) {
    const sum = (counts.get(word) ?? 0) + sign * count;
    if (sum > 0) counts.set(word, sum);
    else counts.delete(word);
  }
}

function postingsOf(word: string, words: Map<string, JoinedPostings>): JoinedPostings {
  const known = words.get(word);
  if (known) return known;
  const none = new JoinedPostings();
  words.set(word, none);
  return none;
}

/** Adds the parts of compounds where the compounds stand. */
function addParts(words: Map<string, JoinedPostings>, link: RegExp): void {
  const known = [...words];
  for (const [word, postings] of known) {
    for (const found of partsOf(word, link, (one) => words.has(one))) {
      const own = postingsOf(found, words);
      const places = own.places();
      for (const [entry, list] of postings.places()) {
        const all = new Set([...(places.get(entry) ?? []), ...list]);
        places.set(
          entry,
          [...all].sort((a, b) => a - b),
        );
      }
      own.set(new Map([...places].sort(([a], [b]) => a - b)));
    }
  }
}

/** A part as one file: what is known of it and the lengths of its files as JSON in the first line, then their bytes. */
function freeze({ words, files, ...known }: KeptPart): Buffer {
  const list = files.map(({ path, content }) => [path, content.length]);
  const head = JSON.stringify({ ...known, words: [...words], files: list });
  return Buffer.concat([Buffer.from(`${head}\n`), ...files.map(({ content }) => content)]);
}

function thaw(frozen: Buffer): KeptPart {
  let at = frozen.indexOf('\n') + 1;
  const { words, files, ...known } = JSON.parse(frozen.subarray(0, at).toString()) as Omit<
    KeptPart,
    'words' | 'files'
  > & { words: [string, number][]; files: [string, number][] };
  return {
    ...known,
    words: new Map(words),
    files: files.map(([path, length]) => {
      at += length;
      return { path, content: frozen.subarray(at - length, at) };
    }),
  };
}
