import { DAY, FACETS, type Facet, META } from '../../outputs/search/names.ts';
import { parseQuery, type Terms } from '../../outputs/search/query.ts';
import { fold } from '../../outputs/search/script.ts';
import { all, type Counts, type Engine, type Filters, type Found } from './engine.ts';
import { correct, knows } from './guess.ts';
import { type Result, toResult } from './result.ts';

export type Order = 'best' | 'newest' | 'oldest';

/** What a reader asks for. */
export interface Query {
  text: string;
  /** Chosen values: an entry has one of each facet that is named. */
  chosen: Partial<Record<Facet, string[]>>;
  /** First and last day, `YYYY-MM-DD`; either may be left out. */
  from?: string | undefined;
  to?: string | undefined;
  order: Order;
}

/** What was found. */
export interface Answer {
  total: number;
  /** The next entries, at most as many as asked for; none at the end. */
  take(count: number): Promise<Result[]>;
  /** For each facet, how many entries each value would give; when asked for. */
  counts?: Partial<Record<Facet, Record<string, number>>>;
  /** How many entries have most of the words, but not all; they come after the others. */
  most: number;
  /** Nothing has the words typed: this was searched for instead. */
  instead?: string;
}

/** Entries found, before their texts are fetched. */
interface Entries {
  found: Found[];
  counts: Counts;
}

/** How many texts are looked at to see whether the words were really found. */
const LOOKED_AT = 5;

/** With fewer entries than this, those that have only most of the words are added. */
const ENOUGH = 5;

/** Turns queries into answers. */
export class Finder {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /**
   * @param counted facets whose values are counted
   * @throws SearchError when a part of the index does not come
   */
  async find(query: Query, counted: readonly Facet[] = []): Promise<Answer> {
    const terms = parseQuery(query.text);
    const answer = await this.#answer(query, terms, counted);
    if (terms.words.length === 0) return answer;
    const strange = answer.total === 0 || (await this.#isStrange(query, terms));
    const vocabulary = strange ? await this.#engine.words() : [];
    const unknown = terms.words.filter((word) => strange && !knows(vocabulary, word));
    const corrections = unknown.map((word) => correct(vocabulary, word));
    if (unknown.length > 0 && corrections.every((word) => word !== undefined)) {
      const instead = unknown.reduce(
        (text, word, i) => replaceWord(text, word, corrections[i] ?? word),
        query.text,
      );
      const better = await this.#answer({ ...query, text: instead }, parseQuery(instead), counted);
      if (better.total > 0) return { ...better, instead };
    }
    const isShort = answer.total === 0 || (answer.total < ENOUGH && query.order === 'best');
    if (!isShort && unknown.length === 0) return answer;
    // Pagefind leaves out a word that it does not know: its finds then have most of the words
    return this.#withMost(unknown.length > 0 ? nothing(answer) : answer, query, terms);
  }

  async #answer(query: Query, terms: Terms, counted: readonly Facet[]): Promise<Answer> {
    const filters = await this.#filters(query);
    const asked = counted.filter((facet) => !filters[facet]);
    const extra = Object.assign({}, ...asked.map(all)) as Filters;
    const set = await this.#search(terms, { ...filters, ...extra });
    const counts: Answer['counts'] = {};
    for (const facet of asked) counts[facet] = set.counts[facet] ?? {};
    for (const facet of counted) {
      if (!filters[facet]) continue;
      const { [facet]: _, ...others } = filters;
      counts[facet] = (await this.#search(terms, { ...others, ...all(facet) })).counts[facet] ?? {};
    }
    return {
      total: set.found.length,
      most: 0,
      take: taker(this.#ordered(query.order, set.found, terms, filters)),
      ...(counted.length > 0 && { counts }),
    };
  }

  /** Entries in an order, one after another. */
  #ordered(order: Order, found: readonly Found[], terms: Terms, filters: Filters) {
    const byScore = order === 'best' && terms.words.length + terms.phrases.length > 0;
    return byScore ? each(found) : this.#byDay(order, terms, filters);
  }

  /** Entries by day; those of one day by docket number. */
  async *#byDay(order: Order, terms: Terms, filters: Filters): AsyncGenerator<Found> {
    const { counts } = await this.#search(terms, { ...all(DAY), ...filters });
    const days = Object.entries(counts[DAY] ?? {})
      .filter(([, count]) => count > 0)
      .map(([day]) => day)
      .sort();
    if (order !== 'oldest') days.reverse();
    const allowed = filters[DAY];
    for (const day of days) {
      if (allowed && 'any' in allowed && !allowed.any.includes(day)) continue;
      const { found } = await this.#search(terms, { ...filters, [DAY]: { any: [day] } });
      yield* await inNumberOrder(found, order);
    }
  }

  /** Entries with all words and all phrases. */
  async #search({ words, phrases }: Terms, filters: Filters): Promise<Entries> {
    const [only] = phrases;
    const plain = await this.#engine.search([...words, ...phrases.flat()], filters);
    if (!only) return { found: plain.results, counts: plain.filters };
    const exact = await Promise.all(phrases.map((phrase) => this.#engine.phrase(phrase, filters)));
    const places = exact.map(({ results }) => new Map(results.map(({ id, words }) => [id, words])));
    const found = plain.results
      .filter(({ id }) => places.every((ids) => ids.has(id)))
      .map((result) => ({
        ...result,
        words: words.length > 0 ? result.words : places.flatMap((ids) => ids.get(result.id) ?? []),
      }));
    const counts =
      words.length === 0 && phrases.length === 1
        ? (exact[0]?.filters ?? {})
        : await this.#countWithin(found, filters, plain.filters);
    return { found, counts };
  }

  /** Counts filters over entries that Pagefind has not found in one search: value by value. */
  async #countWithin(found: readonly Found[], filters: Filters, seen: Counts): Promise<Counts> {
    const ids = new Set(found.map(({ id }) => id));
    const counts: Counts = {};
    for (const name of Object.keys(filters)) {
      counts[name] = {};
      for (const [value, most] of Object.entries(seen[name] ?? {})) {
        if (most === 0) continue;
        const having = await this.#engine.search([], { [name]: { any: [value] } });
        counts[name][value] = having.results.filter(({ id }) => ids.has(id)).length;
      }
    }
    return counts;
  }

  /** Adds entries that have most of the words, but not all, after those that have all. */
  async #withMost(answer: Answer, query: Query, terms: Terms): Promise<Answer> {
    const single: Terms[] = [
      ...terms.words.map((word) => ({ words: [word], phrases: [] })),
      ...terms.phrases.map((phrase) => ({ words: [], phrases: [phrase] })),
    ];
    const filters = await this.#filters(query);
    const sums = new Map<string, Found & { matched: number }>();
    for (const term of single) {
      for (const { id, score, words, data } of (await this.#search(term, filters)).found) {
        const sum = sums.get(id) ?? { id, score: 0, words: [], data, matched: 0 };
        sum.matched += 1;
        sum.score += score;
        sum.words.push(...words);
        sums.set(id, sum);
      }
    }
    const all = answer.total > 0 ? single.length : Number.POSITIVE_INFINITY;
    const partial = [...sums.values()].filter(({ matched }) => matched < all);
    const most = Math.max(0, ...partial.map(({ matched }) => matched));
    if (most * 2 < single.length) return answer;
    const found = partial
      .filter(({ matched }) => matched === most)
      .sort((a, b) => b.score - a.score);
    const next = taker(each(found));
    return {
      ...answer,
      most: found.length,
      async take(count) {
        const first = await answer.take(count);
        return [...first, ...(await next(count - first.length))];
      },
    };
  }

  async #filters({ chosen, from, to }: Query): Promise<Filters> {
    const filters: Filters = {};
    for (const facet of FACETS) {
      const values = chosen[facet];
      if (values && values.length > 0) filters[facet] = { any: values };
    }
    if (from !== undefined || to !== undefined) {
      const days = await this.#engine.days();
      const within = days.filter((day) => (from ?? '') <= day && day <= (to ?? '9999-12-31'));
      // to Pagefind an empty list is no filter
      filters[DAY] = { any: within.length > 0 ? within : [''] };
    }
    return filters;
  }

  /**
   * Whether a word that was typed is in none of the first texts: Pagefind, which knows no such word,
   * then finds the longest word that it begins with.
   */
  async #isStrange(query: Query, terms: Terms): Promise<boolean> {
    const { take } = await this.#answer({ ...query, order: 'best' }, terms, []);
    const marked = (await take(LOOKED_AT)).flatMap((result) => result.matched);
    return terms.words.some((word) => !marked.some((found) => isSame(word, found)));
  }
}

/** Fetches texts of entries, a few at a time. */
function taker(source: AsyncGenerator<Found>): Answer['take'] {
  return async (count) => {
    const batch: Found[] = [];
    while (batch.length < count) {
      const next = await source.next();
      if (next.done) break;
      batch.push(next.value);
    }
    return Promise.all(batch.map(async (found) => toResult(await found.data(), found.words)));
  };
}

/** An answer without entries, with its counts. */
function nothing(answer: Answer): Answer {
  return { ...answer, total: 0, take: async () => [] };
}

/** Each of a list, as if it came in time. */
async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

/** Entries of one day in the order of their docket numbers. */
async function inNumberOrder(found: readonly Found[], order: Order): Promise<Found[]> {
  if (found.length < 2) return [...found];
  const numbered = await Promise.all(
    found.map(async (entry) => ({ entry, key: (await entry.data()).meta[META.number] ?? '' })),
  );
  numbered.sort((a, b) => a.key.localeCompare(b.key, 'en', { numeric: true }));
  if (order !== 'oldest') numbered.reverse();
  return numbered.map(({ entry }) => entry);
}

/** Whether a word that matched is a form of the one typed, and not just the beginning of it. */
function isSame(typed: string, found: string): boolean {
  let same = 0;
  while (same < typed.length && typed[same] === found[same]) same += 1;
  return same >= Math.max(Math.min(3, typed.length), typed.length - 3);
}

/** A text with a word of it replaced, whatever its case and marks. */
function replaceWord(text: string, word: string, by: string): string {
  return text
    .split(/(\s+)/)
    .map((part) => (fold(part) === word ? by : part))
    .join('');
}
