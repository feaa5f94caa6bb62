import { groupBy } from '../../lib/group.ts';
import { compareText } from '../../lib/text.ts';
import { digest, type IndexFile, json } from './index-file.ts';
import { bucketFile, FOLDER, NAME, postingsFile } from './names.ts';
import {
  type Bucket,
  bucketOf,
  JoinedPostings,
  letterCounts,
  type Postings,
  packCounts,
} from './postings.ts';

/** Numbers of a bucket, about: a query reads a bucket for each of its words. */
const BUCKET = 1000;
/** A part with fewer has one. */
const SMALL = 10_000;
/**
 * Numbers in the counts of a word that has a file of its own: others of its bucket are mostly not asked for. In a part
 * of fewer than {@link LARGE} entries no word has one: a file more costs more than they do.
 */
const LONG = 300;
const LARGE = 1500;
/** Letters that words of such a file have in common. */
const BEGINNING = 4;
/** Share of entries from which on a letter for each is shorter than a number for those that have the word. */
const COMMON = 1 / 3;
/** Numbers in a file of places, about: who asks for a phrase reads one for each of its words. */
const PLACES = 5000;
/** Letters of the name of a file of postings: those of all parts are in one folder. */
const POSTINGS_NAME = 12;

/** A word with its counts and places, as they are written. */
interface Packed {
  word: string;
  counts: number[] | string;
  places: number[];
}

/** The words of a part in files. */
export interface Buckets {
  /** Names of the buckets, one after the other, each of {@link NAME} letters. */
  names: string;
  /** Numbers in each. */
  sizes: readonly number[];
  files: IndexFile[];
}

/**
 * The words of a part in files, about as many in each as a query can afford to read. Every file is named by what is in
 * it: an edit writes those anew whose words it touched.
 */
export function bucketsOf(words: ReadonlyMap<string, JoinedPostings>, entries: number): Buckets {
  const packed = packedOf(words, entries);
  const count = bucketCount(sizeOf(packed, entries));
  const buckets = Array.from({ length: count }, (): Packed[] => []);
  for (const one of packed) buckets[bucketOf(one.word, count)]?.push(one);
  const written = buckets.map((own, number) => bucket(own, number, entries));
  return {
    names: written.map(({ name }) => name).join(''),
    sizes: buckets.map((own) => sizeOf(own, entries)),
    files: written.flatMap(({ files }) => files),
  };
}

/**
 * Buckets with other postings of some words: those that have none of them stay as they are.
 * @param changed what becomes of the postings of a word; without any, it is no longer there
 * @returns undefined where there would be more buckets, or fewer
 */
export function changedBuckets(
  { names, sizes, files }: Buckets,
  entries: number,
  changed: ReadonlyMap<string, (before: JoinedPostings) => JoinedPostings>,
): Buckets | undefined {
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  const take = (path: string): unknown => {
    const content = contents.get(FOLDER + path);
    contents.delete(FOLDER + path);
    return content && JSON.parse(Buffer.from(content).toString());
  };
  const count = sizes.length;
  const made = { names: names.match(new RegExp(`.{${NAME}}`, 'g')) ?? [], sizes: [...sizes] };
  for (const [number, own] of groupBy(changed, ([word]) => bucketOf(word, count))) {
    const before = take(bucketFile(number, made.names[number] ?? '')) as Bucket;
    for (const long of new Set(Object.values(before.words))) {
      if (typeof long === 'string') take(postingsFile('long', long));
    }
    const words = new Map<string, JoinedPostings>();
    for (const [, name] of before.places) {
      const places = take(postingsFile('places', name)) as Record<string, number[]>;
      for (const [word, packed] of Object.entries(places))
        words.set(word, new JoinedPostings(packed));
    }
    for (const [word, change] of own) {
      const postings = change(words.get(word) ?? new JoinedPostings());
      if (postings.packed.length > 0) words.set(word, postings);
      else words.delete(word);
    }
    const packed = packedOf(words, entries);
    const { name, files } = bucket(packed, number, entries);
    made.names[number] = name;
    made.sizes[number] = sizeOf(packed, entries);
    for (const { path, content } of files) contents.set(path, content);
  }
  if (bucketCount(made.sizes.reduce((sum, size) => sum + size, 0)) !== count) return undefined;
  return {
    names: made.names.join(''),
    sizes: made.sizes,
    files: [...contents].map(([path, content]) => ({ path, content })),
  };
}

/** Words as they are written, in order. */
function packedOf(words: ReadonlyMap<string, JoinedPostings>, entries: number): Packed[] {
  return [...words]
    .sort(([a], [b]) => compareText(a, b))
    .map(([word, postings]): Packed => {
      const counts = postings.counts();
      const isCommon = counts.size > entries * COMMON && counts.size > longest(entries) / 2;
      return {
        word,
        counts: isCommon ? letterCounts(counts, entries) : packCounts(counts),
        places: postings.packed,
      };
    });
}

/** A bucket: its name, its file and those of its words that stand elsewhere. */
function bucket(
  own: readonly Packed[],
  number: number,
  entries: number,
): { name: string; files: IndexFile[] } {
  const files: IndexFile[] = [];
  const put = (what: 'long' | 'places', postings: Postings) => {
    const content = json(postings);
    const name = digest(content, POSTINGS_NAME);
    files.push({ path: FOLDER + postingsFile(what, name), content });
    return name;
  };
  const long = own.filter((one) => isLong(one, entries));
  const names = new Map<string, string>();
  for (const some of groupBy(long, ({ word }) => word.slice(0, BEGINNING)).values()) {
    const name = put(
      'long',
      postingsBy(some, ({ counts }) => counts),
    );
    for (const { word } of some) names.set(word, name);
  }
  const content = json({
    words: postingsBy(own, ({ word, counts }) => names.get(word) ?? counts),
    places: inFiles(own).map((some) => [
      some[0]?.word ?? '',
      put(
        'places',
        postingsBy(some, ({ places }) => places),
      ),
    ]),
  } satisfies Bucket);
  const name = digest(content, NAME);
  files.push({ path: FOLDER + bucketFile(number, name), content });
  return { name, files };
}

/** Numbers in the counts of a word from which on it has a file of its own. */
function longest(entries: number): number {
  return entries < LARGE ? Number.POSITIVE_INFINITY : LONG;
}

function isLong({ counts }: Packed, entries: number): boolean {
  return typeof counts === 'string' || counts.length > longest(entries);
}

/** Numbers in a bucket of some words. */
function sizeOf(words: readonly Packed[], entries: number): number {
  return words.reduce((sum, one) => sum + (isLong(one, entries) ? 1 : one.counts.length), 0);
}

/**
 * How many buckets so many numbers are in. One file of a small part costs less than several; else it is a power of two,
 * which stays the same while the record grows by half.
 */
function bucketCount(size: number): number {
  return size < SMALL ? 1 : 2 ** Math.ceil(Math.log2(size / BUCKET));
}

/** Words of a bucket by the files of their places. */
function inFiles(words: readonly Packed[]): Packed[][] {
  const files: Packed[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const one of words) {
    if (size + one.places.length > PLACES) {
      files.push([]);
      size = 0;
    }
    files.at(-1)?.push(one);
    size += one.places.length;
  }
  return files;
}

function postingsBy(words: readonly Packed[], of: (one: Packed) => number[] | string): Postings {
  return Object.fromEntries(words.map((one) => [one.word, of(one)]));
}
