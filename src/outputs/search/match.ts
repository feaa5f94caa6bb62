import type { QueryLanguage } from './language.ts';
import { unpack } from './postings.ts';
import type { Term, Way } from './query.ts';
import type { PartBucket, Source } from './source.ts';

/** How much a word counts that is not the one typed. */
export const GRADES = { exact: 1, slip: 0.9, form: 0.65, begins: 0.5, near: 0.4 };

/** A place where a term was found. */
export interface Hit {
  place: number;
  /** 1 for the word typed, less for other forms of it. */
  grade: number;
}

/** Where a term was found. */
export interface Match {
  term: Term;
  /** Places by entry, in order. */
  hits: Map<number, Hit[]>;
  /** Every word of the index that stands for a word of it, with its grade. */
  forms: Map<string, number>[][];
}

/**
 * Finds a term: by the words of its ways, and by other forms of a word that need not be exact.
 * @param isFinal whether it is typed to its end: else what it may begin is not fetched
 */
export async function matchTerm(
  term: Term,
  source: Source,
  language: QueryLanguage,
  isFinal: boolean,
): Promise<Match> {
  const match: Match = { term, hits: new Map(), forms: [] };
  for (const way of term.ways) {
    const buckets = await Promise.all(way.map(({ text }) => source.bucket(text)));
    const forms = way.map(({ text }, i) =>
      formsOf(text, term, buckets[i] ?? [], language, isFinal),
    );
    match.forms.push(forms);
    await addWay(match.hits, way, forms, buckets);
  }
  return match;
}

/** Adds the places of a word to a match: one that it is taken for. */
export async function addWord(
  match: Match,
  word: string,
  grade: number,
  source: Source,
): Promise<void> {
  const way: Way = [{ text: word, after: 0 }];
  const forms = [new Map([[word, grade]])];
  match.term = { ...match.term, ways: [...match.term.ways, way] };
  match.forms.push(forms);
  await addWay(match.hits, way, forms, [await source.bucket(word)]);
}

/** The words of the index that stand for a word; where there are none, those that begin so: it may not be typed to its end. */
export function formsOf(
  word: string,
  { exact, begins }: Term,
  buckets: readonly PartBucket[],
  language: QueryLanguage,
  isFinal: boolean,
): Map<string, number> {
  const forms = new Map<string, number>();
  const isKnown = buckets.some(({ words }) => words.has(word));
  for (const { words } of buckets) {
    for (const other of words) {
      if (other === word) forms.set(other, GRADES.exact);
      else if (!exact && language.isForm(word, other, !isKnown)) forms.set(other, GRADES.form);
    }
  }
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

/** Adds the places where the words of a way stand one after another. */
async function addWay(
  hits: Match['hits'],
  way: Way,
  forms: readonly ReadonlyMap<string, number>[],
  buckets: readonly (readonly PartBucket[])[],
): Promise<void> {
  const places = await Promise.all(
    forms.map((words, i) => placesOf(words, buckets[i] ?? [], way.length > 1)),
  );
  const [first, ...rest] = places;
  for (const [entry, own] of first ?? []) {
    const found: Hit[] = [];
    for (const [place, grade] of own) {
      let least = grade;
      for (const [i, others] of rest.entries()) {
        const after = place + (way[i + 1]?.after ?? 0);
        least = Math.min(least, others.get(entry)?.get(after) ?? 0);
      }
      if (least > 0) found.push({ place, grade: least });
    }
    if (found.length === 0) continue;
    const before = hits.get(entry) ?? [];
    // a place that was found before counts once, for the better grade
    const places = new Map(
      [...before, ...found].sort((a, b) => a.grade - b.grade).map((hit) => [hit.place, hit]),
    );
    hits.set(
      entry,
      [...places.values()].sort((a, b) => a.place - b.place),
    );
  }
}

/** Grades by place, by entry. */
async function placesOf(
  words: ReadonlyMap<string, number>,
  buckets: readonly PartBucket[],
  exact: boolean,
): Promise<Map<number, Map<number, number>>> {
  const postings = buckets.flatMap(({ base, postings }) =>
    [...words].map(async ([word, grade]) => ({ base, grade, packed: await postings(word, exact) })),
  );
  const found = new Map<number, Map<number, number>>();
  for (const { base, grade, packed } of await Promise.all(postings)) {
    unpack(packed, base, (entry, list) => {
      let places = found.get(entry);
      if (!places) {
        places = new Map();
        found.set(entry, places);
      }
      for (const place of list) places.set(place, Math.max(grade, places.get(place) ?? 0));
    });
  }
  return found;
}
