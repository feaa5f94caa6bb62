import { groupBy } from '../../lib/group.ts';
import { compareText } from '../../lib/text.ts';
import { digest, type IndexFile, json } from './index-file.ts';
import { bucketFile, FOLDER, NAME, postingsFile } from './names.ts';
import {
  type Bucket,
  bucketOf,
  type JoinedPostings,
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

/**
 * The words of a part in files, about as many in each as a query can afford to read. Every file is named by what is in
 * it: an edit writes those anew whose words it touched.
 */
export function bucketsOf(
  words: ReadonlyMap<string, JoinedPostings>,
  entries: number,
): { names: string; files: IndexFile[] } {
  const longest = entries < LARGE ? Number.POSITIVE_INFINITY : LONG;
  const packed = [...words]
    .sort(([a], [b]) => compareText(a, b))
    .map(([word, postings]): Packed => {
      const counts = postings.counts();
      const isCommon = counts.size > entries * COMMON && counts.size > longest / 2;
      return {
        word,
        counts: isCommon ? letterCounts(counts, entries) : packCounts(counts),
        places: postings.packed,
      };
    });
  const files: IndexFile[] = [];
  const put = (what: 'long' | 'places', postings: Postings) => {
    const content = json(postings);
    const name = digest(content, POSTINGS_NAME);
    files.push({ path: FOLDER + postingsFile(what, name), content });
    return name;
  };
  const isLong = ({ counts }: Packed) => typeof counts === 'string' || counts.length > longest;
  const names = new Map<string, string>();
  const beginnings = groupBy(packed.filter(isLong), ({ word }) => word.slice(0, BEGINNING));
  for (const long of beginnings.values()) {
    const name = put(
      'long',
      postingsBy(long, ({ counts }) => counts),
    );
    for (const { word } of long) names.set(word, name);
  }
  const size = packed.reduce((sum, one) => sum + (isLong(one) ? 1 : one.counts.length), 0);
  // one file of a small part costs less than several; else a power of two, which stays the same while the record grows by half
  const count = size < SMALL ? 1 : 2 ** Math.ceil(Math.log2(size / BUCKET));
  const buckets = Array.from({ length: count }, (): Packed[] => []);
  for (const one of packed) buckets[bucketOf(one.word, count)]?.push(one);
  const bucketNames = buckets.map((own, i) => {
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
    files.push({ path: FOLDER + bucketFile(i, name), content });
    return name;
  });
  return { names: bucketNames.join(''), files };
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
