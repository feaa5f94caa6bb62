import { QueryLanguage } from '../../../outputs/search/language.ts';
import { DAY, FACETS, type Facet, type Manifest } from '../../../outputs/search/names.ts';
import { parseQuery, type Terms } from '../../../outputs/search/query.ts';
import { fold } from '../../../outputs/search/script.ts';
import { all, type Counts, type Engine, type Filters, type Found } from './engine.ts';
import { inNumberOrder, taker } from './entries.ts';
import { correct, isGuessable, knows } from './guess.ts';
import type { Result } from './result.ts';

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
  /** For each facet that was asked for, how many entries each value would give. */
  counts: Counts;
  /** How many entries have most of the words, but not all; they come after the others. */
  most: number;
  /** Nothing has the words typed: this was searched for instead. */
  instead?: string;
}

/** Terms as the index is asked for them. */
type Sought = Pick<Terms, 'words' | 'phrases' | 'day'>;

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
  readonly manifest: Manifest;
  readonly #engine: Engine;
  readonly #language: QueryLanguage;

  constructor(engine: Engine) {
    this.manifest = engine.manifest;
    this.#language = new QueryLanguage(engine.manifest.language);
    this.#engine = engine;
  }

  /**
   * @param counted facets whose values are counted
   * @throws SearchError when a part of the index does not come
   */
  async find(query: Query, counted: readonly Facet[] = []): Promise<Answer> {
    const parsed = parseQuery(query.text, this.#language);
    // signs alone would find what nothing finds: everything
    if (query.text.trim() !== '' && isEmpty(parsed)) return NOTHING;
    const terms = await this.#firm(parsed);
    const answer = await this.#answer(query, terms, counted);
    const unknown = await this.#unknown(query, terms, answer);
    const instead = await this.#corrected(query.text, unknown);
    if (instead !== undefined) {
      const meant = await this.#firm(parseQuery(instead, this.#language));
      const better = await this.#answer({ ...query, text: instead }, meant, counted);
      if (better.total > 0) return { ...better, instead };
    }
    // Pagefind leaves out a word that it does not know: its finds have the others only
    const held = unknown.length > 0 ? { ...NOTHING, counts: answer.counts } : answer;
    const isShort = held.total === 0 || (held.total < ENOUGH && query.order === 'best');
    return isShort ? this.#withMost(held, query, terms, unknown) : held;
  }

  /** Terms whose firm ones are phrases, if anything has them so, and words like the others if not. */
  async #firm({ words, phrases, firm, day }: Terms): Promise<Sought> {
    const strict = { words, phrases: [...phrases, ...firm], day };
    if (firm.length === 0 || (await this.#search(strict, {})).found.length > 0) return strict;
    return { words: [...words, ...firm.flat()], phrases, day };
  }

  async #answer(query: Query, terms: Sought, counted: readonly Facet[]): Promise<Answer> {
    const filters = await this.#filters(query);
    const { found, counts } = await this.#search(terms, { ...all(...counted), ...filters });
    const chosen = counted.filter((facet) => filters[facet]);
    for (const facet of chosen) {
      const others = { ...filters, ...all(facet) };
      counts[facet] = (await this.#search(terms, others)).counts[facet] ?? {};
    }
    const ordered = await this.#ordered(query.order, found, terms, filters);
    return { total: found.length, most: 0, take: taker(ordered, terms, this.#language), counts };
  }

  /** Entries in an order, one after another; of the best, those of the day that was typed first. */
  async #ordered(order: Order, found: readonly Found[], terms: Sought, filters: Filters) {
    const byScore = order === 'best' && terms.words.length + terms.phrases.length > 0;
    if (!byScore) return this.#byDay(order, terms, filters);
    if (terms.day === undefined) return found.values();
    const { results } = await this.#engine.search([], { [DAY]: { any: [terms.day] } });
    const ids = new Set(results.map(({ id }) => id));
    return found.toSorted((a, b) => Number(ids.has(b.id)) - Number(ids.has(a.id))).values();
  }

  /** Entries by day; those of one day by docket number. */
  async *#byDay(order: Order, terms: Sought, filters: Filters): AsyncGenerator<Found> {
    // days on which something may be: those of words are known at once, those of phrases one by one
    const words = [...terms.words, ...terms.phrases.flat()];
    const seen = await this.#engine.search(words, { ...all(DAY), ...filters });
    const days = Object.entries(seen.filters[DAY] ?? {})
      .filter(([, count]) => count > 0)
      .map(([day]) => day)
      .sort();
    if (order !== 'oldest') days.reverse();
    const allowed = filters[DAY];
    for (const day of days) {
      if (allowed && 'any' in allowed && !allowed.any.includes(day)) continue;
      const { found } = await this.#search(terms, { ...filters, [DAY]: { any: [day] } });
      const numbered = await inNumberOrder(found);
      yield* order === 'oldest' ? numbered : numbered.reverse();
    }
  }

  /** Entries with all words and all phrases. */
  async #search({ words, phrases }: Sought, filters: Filters): Promise<Entries> {
    const [only] = phrases;
    const plain = await this.#engine.search([...words, ...phrases.flat()], filters);
    if (!only) return { found: plain.results, counts: plain.filters };
    const exact = await Promise.all(phrases.map((phrase) => this.#engine.phrase(phrase, filters)));
    const having = exact.map(({ results }) => new Set(results.map(({ id }) => id)));
    const found = plain.results.filter(({ id }) => having.every((ids) => ids.has(id)));
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
  async #withMost(
    answer: Answer,
    query: Query,
    { words, phrases }: Sought,
    unknown: readonly string[],
  ): Promise<Answer> {
    const asked = words.length + phrases.length;
    if (asked < 2) return answer;
    const known = words.filter((word) => !unknown.includes(word));
    const single: Sought[] = [
      ...known.map((word) => ({ words: [word], phrases: [] })),
      ...phrases.map((phrase) => ({ words: [], phrases: [phrase] })),
    ];
    const filters = await this.#filters(query);
    const sums = new Map<string, Found & { matched: number }>();
    for (const term of single) {
      for (const { id, score, data } of (await this.#search(term, filters)).found) {
        const sum = sums.get(id) ?? { id, score: 0, data, matched: 0 };
        sum.matched += 1;
        sum.score += score;
        sums.set(id, sum);
      }
    }
    const all = answer.total > 0 ? asked : Number.POSITIVE_INFINITY;
    const partial = [...sums.values()].filter(({ matched }) => matched < all);
    const most = Math.max(0, ...partial.map(({ matched }) => matched));
    if (most * 2 < asked) return answer;
    const found = partial
      .filter(({ matched }) => matched === most)
      .sort((a, b) => b.score - a.score);
    const next = taker(found.values(), { words: known, phrases }, this.#language);
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
      const any = chosen[facet] ?? [];
      if (any.length > 0) filters[facet] = { any };
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
   * Words that the record does not have. Pagefind, which knows no such word, finds the longest word
   * that it begins with: a word that is in none of the first texts is looked up.
   */
  async #unknown(query: Query, terms: Sought, answer: Answer): Promise<string[]> {
    let marked: string[] = [];
    if (answer.total > 0 && terms.words.length > 0) {
      const { take } = await this.#answer({ ...query, order: 'best' }, terms, []);
      marked = (await take(LOOKED_AT)).flatMap((result) => result.matched);
    }
    const strange = terms.words.filter(
      (word) => !marked.some((found) => this.#language.isForm(word, found)),
    );
    const vocabulary = strange.some(isGuessable) ? await this.#engine.words() : [];
    return strange.filter((word) =>
      isGuessable(word) ? !knows(vocabulary, word) : answer.total > 0,
    );
  }

  /** The text with its unknown words as they were probably meant; undefined when one is not near any. */
  async #corrected(text: string, unknown: readonly string[]): Promise<string | undefined> {
    if (unknown.length === 0 || !unknown.every(isGuessable)) return undefined;
    const vocabulary = await this.#engine.words();
    const meant = new Map(unknown.map((word) => [word, correct(vocabulary, word)]));
    if ([...meant.values()].includes(undefined)) return undefined;
    const parts = text.split(/(\s+)/);
    return parts.map((part) => meant.get(fold(part)) ?? part).join('');
  }
}

const NOTHING: Answer = { total: 0, most: 0, take: async () => [], counts: {} };

function isEmpty({ words, phrases, firm }: Terms): boolean {
  return words.length + phrases.length + firm.length === 0;
}
