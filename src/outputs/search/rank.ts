import { GRADES, type Hit, type Match } from './match.ts';
import type { RecordCounts } from './source.ts';
import { weightOf, zoneOf } from './zones.ts';

/** How entries are weighed. Chosen on judged queries: `npm run bench -- search` shows what a change does. */
export const WEIGHING = {
  /** How soon more of a word counts no more, and how much a long entry needs more of it (BM25). */
  saturation: 2,
  length: 0.7,
  /** The same where each word is to be there rather than one of them often. */
  evenness: 0.4,
  /** What the best passage counts beside the entry. */
  passage: 1.5,
  /** Words of a passage. */
  window: 60,
  /** What a word of the headline counts within each passage. */
  context: 0.4,
  /** What two words of the query count that follow each other as they were typed. */
  follow: 0.7,
  /** How much more an entry is worth whose headline has all that is asked for. */
  headline: 1.5,
  /** How much an entry loses that lacks words: the power of the share that it has. */
  lack: 0.4,
};

const TITLE = zoneOf('title');

/** An entry that has some of what is asked for. */
export interface Ranked {
  entry: number;
  /** What it has, by rarity and zone (BM25). */
  score: number;
  /** The same, but more of one word makes up less for little of another. */
  evenness: number;
  /** Share of what is asked for that it has, by rarity; 1 is all. */
  share: number;
  /** Whether it has all of it as it was typed. */
  isWhole: boolean;
  /** Whether it is of the day that was typed. */
  isOfDay?: boolean;
}

/**
 * Compares entries, the better first.
 * @param worth what the best passage of an entry has; 0 of all where texts were not read
 */
export function compareRanked(
  worth: (entry: Ranked) => number = () => 0,
): (a: Ranked, b: Ranked) => number {
  const total = (one: Ranked) =>
    (one.score + WEIGHING.passage * worth(one)) * one.share ** WEIGHING.lack;
  return (a, b) =>
    Number(b.isOfDay ?? false) - Number(a.isOfDay ?? false) ||
    total(b) - total(a) ||
    b.entry - a.entry;
}

/** Ranks entries, the best first. */
export class Ranking {
  readonly #matches: readonly Match[];
  readonly #lengths: readonly number[];
  readonly #average: number;
  /** Of each match, the rarity of the word as it was typed and of all its forms. */
  readonly #rarity: readonly { exact: number; all: number }[];
  readonly #sum: number;

  /**
   * @param lengths how many words each entry has, about
   * @param record what words are weighed by where these are some entries of a record only
   */
  constructor(matches: readonly Match[], lengths: readonly number[], record?: RecordCounts) {
    this.#matches = matches;
    this.#lengths = lengths;
    this.#average =
      record?.average ?? lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, lengths.length);
    const entries = record?.entries ?? lengths.length;
    this.#rarity = matches.map((match) => {
      const having = record ? havingIn(match, record) : havingOf(match);
      // what nothing has tells nothing
      const all = match.hits.size === 0 ? 0 : rarity(having.all, entries);
      return { exact: having.exact === 0 ? all : rarity(having.exact, entries), all };
    });
    this.#sum = this.#rarity.reduce((sum, { all }) => sum + all, 0);
  }

  /** How much a term tells of what is asked for: in any form, and as it was typed. */
  weight(i: number): { weight: number; exact: number } {
    const { all = 0, exact = 0 } = this.#rarity[i] ?? {};
    return { weight: all, exact };
  }

  /** Ranks some entries. */
  rank(entries: Iterable<number>): Ranked[] {
    return [...entries].map((entry) => this.#ranked(entry)).sort(compareRanked());
  }

  #ranked(entry: number): Ranked {
    const own = this.#matches.map(({ hits }) => hits.get(entry) ?? []);
    const length = (this.#lengths[entry] ?? 0) / this.#average;
    let score = 0;
    let evenness = 0;
    let has = 0;
    for (const [i, hits] of own.entries()) {
      if (hits.length === 0) continue;
      const { exact, all } = this.#rarity[i] ?? { exact: 0, all: 0 };
      const typed = frequency(hits, (grade) => (grade === 1 ? 1 : 0.3 * grade));
      const forms = frequency(hits, () => 1);
      const most = Math.max(...hits.map(({ grade }) => grade));
      const worth = (saturation: number) =>
        Math.max(
          most === 1 ? exact * saturated(typed, length, saturation) : 0,
          all * most * saturated(forms, length, saturation),
        );
      score += worth(WEIGHING.saturation);
      evenness += worth(WEIGHING.evenness);
      has += all * (most < 0.5 ? most : 1);
    }
    const share = this.#sum === 0 ? 1 : has / this.#sum;
    const inHeadline = (hits: readonly Hit[]) =>
      hits.some(({ zone, grade }) => zone === TITLE && grade > GRADES.near);
    if (own.every(inHeadline)) score *= WEIGHING.headline;
    return { entry, score, evenness, share, isWhole: false };
  }
}

/** How many entries have a term as it was typed, and in any form. */
function havingOf({ hits }: Match): { exact: number; all: number } {
  let exact = 0;
  for (const list of hits.values()) if (list.some(({ grade }) => grade === 1)) exact += 1;
  return { exact, all: hits.size };
}

/** The same by what is known of each word: words one after another are as frequent as the rarest. */
function havingIn({ forms }: Match, record: RecordCounts): { exact: number; all: number } {
  const most = (isCounted: (grade: number) => boolean) =>
    forms.reduce((sum, way) => {
      const counts = way.map((words) =>
        [...words].reduce(
          (n, [word, grade]) => n + (isCounted(grade) ? record.having(word) : 0),
          0,
        ),
      );
      return Math.min(record.entries, sum + Math.min(...counts));
    }, 0);
  return { exact: most((grade) => grade === 1), all: most(() => true) };
}

/** How rare what some entries have is among all (BM25). */
function rarity(having: number, all: number): number {
  return Math.log(1 + (all - having + 0.5) / (having + 0.5));
}

/** How often a term stands in an entry, by where it stands. */
function frequency(hits: readonly Hit[], weigh: (grade: number) => number): number {
  return hits.reduce(
    (sum, { zone, times, grade }) => sum + weightOf(zone) * times * weigh(grade),
    0,
  );
}

function saturated(frequency: number, length: number, k: number): number {
  const { length: b } = WEIGHING;
  return (frequency * (k + 1)) / (frequency + k * (1 - b + b * length));
}
