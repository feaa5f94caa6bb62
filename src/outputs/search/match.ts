import type { QueryLanguage } from './language.ts';
import { countOf, unpack, unpackCounts, zonesOf } from './postings.ts';
import type { Term, Way } from './query.ts';
import { fold, isUnspaced } from './script.ts';
import type { PartBucket, Source } from './source.ts';

/** How much a word counts that is not the one typed. */
export const GRADES = { exact: 1, plain: 0.95, slip: 0.9, form: 0.65, begins: 0.5, near: 0.4 };

/** A zone of an entry in which a term was found. */
export interface Hit {
  zone: number;
  times: number;
  /** 1 for the word typed, less for other forms of it. */
  grade: number;
}

/** Where a term was found. */
export interface Match {
  term: Term;
  /** Zones by entry. */
  hits: Map<number, Hit[]>;
  /** Every word of the index that stands for a word of it, with its grade. */
  forms: Map<string, number>[][];
}

/**
 * Finds a term: by the words of its ways, and by other forms of a word that need not be exact.
 * @param isFinal whether it is typed to its end: else what it may begin is not fetched
 * @param isOfMany whether it is one of many, or not all is typed: places of pairs of characters that make it are not fetched
 */
export async function matchTerm(
  term: Term,
  source: Source,
  language: QueryLanguage,
  isFinal: boolean,
  isOfMany = false,
): Promise<Match> {
  const ways = term.ways.map(covering);
  const match: Match = { term: { ...term, ways }, hits: new Map(), forms: [] };
  for (const way of ways) {
    const buckets = await Promise.all(way.map(({ text }) => source.bucket(text)));
    const isOther = way.length === 1 && way !== ways[0];
    const forms = way.map(({ text }, i) =>
      formsOf(text, term, buckets[i] ?? [], language, isFinal, isOther),
    );
    match.forms.push(forms);
    const isCounted = isOfMany && !term.must && !term.not && isUnspaced(way[0]?.text ?? '');
    await addWay(match.hits, way, forms, buckets, isCounted ? undefined : source);
  }
  return match;
}

/** A way without pairs of characters whose two are in the pairs before and after: these say the same. */
function covering(way: Way): Way {
  const isPair = (at: number) => way.some(({ text, after }) => after === at && isUnspaced(text));
  const kept: Way = [];
  for (const one of way) {
    const isSaid = kept.at(-1)?.after === one.after - 1 && isPair(one.after - 1);
    if (!(isSaid && isPair(one.after) && isPair(one.after + 1))) kept.push(one);
  }
  return kept;
}

/** Adds a word to a match, of plain letters: one that it is taken for. */
export async function addWord(
  match: Match,
  word: string,
  grade: number,
  source: Source,
): Promise<void> {
  const way: Way = [{ text: word, after: 0 }];
  const bucket = await source.bucket(word);
  const forms = [new Map(sameIn(bucket, word).map((one) => [one, grade]))];
  match.term = { ...match.term, ways: [...match.term.ways, way] };
  match.forms.push(forms);
  await addWay(match.hits, way, forms, [bucket], source);
}

/** The words of the index that are one in plain letters. */
export function sameIn(buckets: readonly Pick<PartBucket, 'words'>[], word: string): string[] {
  const plain = fold(word);
  return buckets.flatMap(({ words }) => [...words].filter((other) => fold(other) === plain));
}

/**
 * The words of the index that stand for a word; where there are none, those that begin so: it may not be typed to its end.
 * @param isOther whether it is not what was typed, but what that may be a form of: nothing stands for it that nothing has
 */
export function formsOf(
  word: string,
  { exact, begins }: Term,
  buckets: readonly PartBucket[],
  language: QueryLanguage,
  isFinal: boolean,
  isOther = false,
): Map<string, number> {
  const forms = new Map<string, number>();
  const isKnown = buckets.some(({ words }) => words.has(word));
  if (isOther && !isKnown) return forms;
  for (const { words } of buckets) {
    for (const other of words) {
      if (other === word) forms.set(other, GRADES.exact);
      else if (!exact && language.isForm(word, other, !isKnown)) forms.set(other, GRADES.form);
    }
  }
  if (language.hasLetters && !isOther && !(isKnown && exact))
    addPlain(forms, word, isKnown, buckets, language);
  if (begins || (forms.size === 0 && !exact)) {
    for (const bucket of buckets) {
      for (const other of bucket.words) {
        if (other === word || !other.startsWith(word)) continue;
        if (isFinal || !bucket.isLong(other)) forms.set(other, GRADES.begins);
      }
    }
  }
  return forms;
}

/**
 * Adds words that have other letters in place of the language's own, which not every keyboard has. Where one of these was
 * typed, a plain letter makes another word, which is meant only for want of it.
 */
function addPlain(
  forms: Map<string, number>,
  word: string,
  isKnown: boolean,
  buckets: readonly PartBucket[],
  language: QueryLanguage,
): void {
  const plain = fold(word);
  if (plain !== word && forms.size > 0) return;
  for (const { words } of buckets) {
    for (const other of words) {
      if (forms.has(other)) continue;
      const one = fold(other);
      if (one === plain) forms.set(other, isKnown ? GRADES.begins : GRADES.plain);
      else if (!isKnown && language.isForm(plain, one, true)) forms.set(other, GRADES.form);
    }
  }
}

/**
 * Adds the zones where a word stands, or the words of a way one after another.
 * @param source has their places; without it, zones that have all of them will do
 */
async function addWay(
  hits: Match['hits'],
  way: Way,
  forms: readonly ReadonlyMap<string, number>[],
  buckets: readonly (readonly PartBucket[])[],
  source: Source | undefined,
): Promise<void> {
  const found =
    source && way.length > 1
      ? followingHits(way, await Promise.all(forms.map((some) => placesOf(some, source))))
      : commonHits(await Promise.all(forms.map((some, i) => countedHits(some, buckets[i] ?? []))));
  for (const [entry, own] of found) hits.set(entry, better(hits.get(entry) ?? [], own));
}

/** What two ways found in an entry: they are mostly two names of the same places. */
function better(some: readonly Hit[], others: readonly Hit[]): Hit[] {
  const hits = [...some];
  for (const hit of others) {
    const i = hits.findIndex(({ zone, grade }) => zone === hit.zone && grade === hit.grade);
    if (i < 0) hits.push(hit);
    else if ((hits[i]?.times ?? 0) < hit.times) hits[i] = hit;
  }
  return hits;
}

/** The hits of some words, of which each entry may have any. */
async function countedHits(
  words: ReadonlyMap<string, number>,
  buckets: readonly PartBucket[],
): Promise<Map<number, Hit[]>> {
  const all = buckets.flatMap(({ base, counts }) =>
    [...words].map(async ([word, grade]) => ({ base, grade, counts: await counts(word) })),
  );
  const found = new Map<number, Hit[]>();
  for (const { base, grade, counts } of await Promise.all(all)) {
    unpackCounts(counts, base, (entry, count) => addCount(found, entry, count, grade));
  }
  return found;
}

/** The hits that all words of a way have in one zone, as often as the rarest of them. */
function commonHits(words: readonly Map<number, Hit[]>[]): Map<number, Hit[]> {
  const [first = new Map<number, Hit[]>(), ...rest] = words;
  if (rest.length === 0) return first;
  const found = new Map<number, Hit[]>();
  for (const [entry, own] of first) {
    const hits = own.flatMap((hit) => {
      const others = rest.map((word) => word.get(entry)?.find(({ zone }) => zone === hit.zone));
      const times = Math.min(hit.times, ...others.map((other) => other?.times ?? 0));
      return times > 0 ? [{ ...hit, times }] : [];
    });
    if (hits.length > 0) found.set(entry, hits);
  }
  return found;
}

/** The hits of words that follow one another. */
function followingHits(
  way: Way,
  places: readonly Map<number, Map<number, number>>[],
): Map<number, Hit[]> {
  const found = new Map<number, Hit[]>();
  const [first, ...rest] = places;
  for (const [entry, own] of first ?? []) {
    const byGrade = new Map<number, number[]>();
    for (const [place, grade] of own) {
      let least = grade;
      for (const [i, others] of rest.entries()) {
        const after = place + (way[i + 1]?.after ?? 0);
        least = Math.min(least, others.get(entry)?.get(after) ?? 0);
      }
      if (least > 0) byGrade.set(least, [...(byGrade.get(least) ?? []), place]);
    }
    for (const [grade, list] of byGrade) addCount(found, entry, countOf(list), grade);
  }
  return found;
}

/** Adds what an entry has of a word, beside other words of the same grade. */
function addCount(found: Map<number, Hit[]>, entry: number, count: number, grade: number): void {
  const own = found.get(entry);
  const hits = zonesOf(count).map((hit) => ({ ...hit, grade }));
  if (!own) {
    found.set(entry, hits);
    return;
  }
  for (const hit of hits) {
    const same = own.find((other) => other.zone === hit.zone && other.grade === hit.grade);
    if (same) same.times += hit.times;
    else own.push(hit);
  }
}

/** Grades by place, by entry. */
async function placesOf(
  words: ReadonlyMap<string, number>,
  source: Source,
): Promise<Map<number, Map<number, number>>> {
  const parts = [...words].map(async ([word, grade]) => ({
    grade,
    places: await source.places(word),
  }));
  const found = new Map<number, Map<number, number>>();
  for (const { grade, places } of await Promise.all(parts)) {
    for (const { base, packed } of places) {
      unpack(packed, base, (entry, list) => {
        let own = found.get(entry);
        if (!own) {
          own = new Map();
          found.set(entry, own);
        }
        for (const place of list) own.set(place, Math.max(grade, own.get(place) ?? 0));
      });
    }
  }
  return found;
}
