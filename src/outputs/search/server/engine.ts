import type { Answer, Engine, Query, Wish } from '../answer.ts';
import { FEW, Finder } from '../finder.ts';
import { guesses, isGuessable, splits } from '../guess.ts';
import { languageOf, type QueryLanguage } from '../language.ts';
import { formsOf, sameIn } from '../match.ts';
import type { Manifest } from '../names.ts';
import { parseQuery, type Term, type Way } from '../query.ts';
import type { EntryText } from '../record.ts';
import { fold, isUnspaced, plainOf } from '../script.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type Candidate, Candidates, type Words } from './candidates.ts';
import {
  type Asked,
  anyOf,
  type Cell,
  expression,
  type Filter,
  filterOf,
  inHeads,
  NOTHING,
  quoted,
  rarest,
} from './expression.ts';
import { Kept } from './kept.ts';

/** A database that is read: SQLite here, D1 on Cloudflare. */
export interface Sql {
  all(statement: string, values: readonly Cell[]): Promise<Record<string, Cell>[]>;
}

/** Entries that are looked at closely: those that have most by their words alone. */
const POOL = 40;
/** What a word counts in each column. */
const RANK = `rank match 'bm25(12.0, 4.0, 1.0, 1.0)'`;
/** Entries, and beginnings of words, that are kept in memory. */
const KEPT = 100;
/** Words from which on those of one entry are not guessed: most of them are slips themselves. */
const MANY_WORDS = 100_000;

/** Answers from a database: entries are found by its full-text index, and ranked and shown as in a browser. */
export class DatabaseEngine implements Engine, Words {
  readonly manifest: Manifest;
  readonly isNear = true;
  readonly #sql: Sql;
  readonly #base: string;
  readonly #average: number;
  readonly #language: QueryLanguage;
  readonly #entries = new Kept<number, Promise<Candidate>>(KEPT);
  readonly #likes = new Kept<string, Promise<ReadonlyMap<string, number>>>(KEPT);
  #vocabulary: Promise<Vocabulary> | undefined;

  /**
   * Opens a database.
   * @param base base path of the site
   * @throws Error when it has no record
   */
  static async open(sql: Sql, base: string): Promise<DatabaseEngine> {
    const rows = await sql.all('select name, value from facts', []);
    const facts = new Map(rows.map(({ name, value }) => [name, String(value)]));
    const manifest = facts.get('manifest');
    if (manifest === undefined) throw new Error('The database has no record.');
    return new DatabaseEngine(sql, base, JSON.parse(manifest), Number(facts.get('average')));
  }

  private constructor(sql: Sql, base: string, manifest: Manifest, average: number) {
    this.#sql = sql;
    this.#base = base;
    this.manifest = manifest;
    this.#average = average;
    this.#language = languageOf(manifest.language);
  }

  /** What its entries can be chosen by. */
  get facets(): readonly string[] {
    return [...Object.keys(this.manifest.names), 'year'];
  }

  async answer(query: Query, wish: Wish): Promise<Answer> {
    const { terms } = parseQuery(query.text, this.#language);
    const asked = await this.#asked(terms);
    if (query.text.trim() !== '' && expression(asked, ' AND ') === undefined) return NO_ANSWER;
    const filter = filterOf(query);
    const wanted = (wish.from ?? 0) + wish.count;
    const pool = wanted > POOL / 2 ? wanted * 4 : POOL;
    const numbers = await this.#candidates(asked, query, filter, pool);
    const entries = await Promise.all(numbers.map((number) => this.#entry(number)));
    const whole = { manifest: this.manifest, base: this.#base, average: this.#average };
    const finder = new Finder(new Candidates(entries, whole, this));
    // what was chosen is asked of the database
    const found = await finder.answer(
      { text: query.text, chosen: {}, order: query.order },
      { ...wish, counted: [] },
    );
    const { instead } = found;
    if (instead !== undefined) {
      return { ...(await this.answer({ ...query, text: instead }, wish)), instead, offers: [] };
    }
    const having = await this.#count(asked, filter);
    const counts = await this.#counts(asked, query, wish.counted ?? []);
    const isWhole = found.total === found.whole && having > 0;
    const total = isWhole ? having : Math.max(having, found.total);
    return { ...found, whole: having, total, counts };
  }

  /** The words that begin like one. */
  like(word: string): Promise<ReadonlyMap<string, number>> {
    const begin = isUnspaced(word)
      ? [...word].slice(0, 1).join('')
      : /^\p{L}/u.test(word)
        ? plainOf(word).slice(0, 3)
        : word;
    return this.#likes.get(begin, async () => {
      const rows = await this.#sql.all(
        'select word, entries from words where plain >= ? and plain < ?',
        [begin, `${begin}\u{10ffff}`],
      );
      return new Map(rows.map(({ word, entries }) => [String(word), Number(entries)]));
    });
  }

  vocabulary(): Promise<Vocabulary> {
    this.#vocabulary ??= this.#sql
      .all(
        `select case when entries < 4 then 0 when entries < 32 then 3 when entries < 256 then 6 else 9 end as size, group_concat(word, ' ') as line from spelt
            where length(word) > 3 and (entries > 1 or (select count(*) from spelt) < ${MANY_WORDS}) and word not glob '*[^a-zA-Z\u0080-\u{10ffff}]*' group by size order by size`,
        [],
      )
      .then((rows) => {
        const lines: string[] = [];
        for (const { size, line } of rows) lines[Number(size)] = String(line);
        return Array.from(lines, (line) => line ?? '');
      });
    return this.#vocabulary;
  }

  /** How the terms of a query are found. */
  async #asked(terms: readonly Term[]): Promise<Asked> {
    const asked: Asked = { any: [], must: [], not: [] };
    const ways = await this.#joined(terms);
    for (const [i, term] of terms.entries()) {
      const found: string[] = [];
      let count = 0;
      for (const way of [...term.ways, ...(ways[i] ?? [])]) {
        const isOther = way.length === 1 && way !== term.ways[0];
        const { phrase, entries } = await this.#way(term, way, isOther);
        if (entries === 0) continue;
        found.push(phrase);
        count += entries;
      }
      if (found.length === 0 && !term.not) {
        for (const word of await this.#meant(term)) {
          const like = await this.like(word);
          const same = sameIn([{ words: new Set(like.keys()) }], word);
          found.push(...same.map(quoted));
          count += same.reduce((sum, one) => sum + (like.get(one) ?? 0), 0);
        }
      }
      if (term.not) asked.not.push(...found);
      else if (term.must) asked.must.push(found.length > 0 ? anyOf(found) : NOTHING);
      else if (found.length > 0) asked.any.push({ found: anyOf(found), count });
      if (term.loose) asked.any.push(...(await this.#asked(term.loose)).any);
    }
    return asked;
  }

  /** Neighbours that are also written as one word. */
  async #joined(terms: readonly Term[]): Promise<Way[][]> {
    const ways: Way[][] = terms.map(() => []);
    for (const [i, term] of terms.entries()) {
      const [one, other] = [term, terms[i + 1]].map((of) =>
        of?.exact ? undefined : of?.ways[0]?.[0]?.text,
      );
      if (one === undefined || other === undefined) continue;
      const word = this.#language.cutter.spelling(one + other);
      if (!(await this.like(word)).has(word)) continue;
      for (const at of [i, i + 1]) ways[at]?.push([{ text: word, after: 0 }]);
    }
    return ways;
  }

  /** How the words of a way are found one after another, each in its forms, and how many entries have them at most. */
  async #way(term: Term, way: Way, isOther: boolean): Promise<{ phrase: string; entries: number }> {
    const phrases: string[] = [];
    let entries = Number.POSITIVE_INFINITY;
    for (const { text } of way) {
      const like = await this.like(text);
      const bucket = {
        base: 0,
        words: new Set(like.keys()),
        isLong: () => false,
        counts: async () => [],
      };
      const forms = [...formsOf(text, term, [bucket], this.#language, true, isOther).keys()];
      entries = Math.min(
        entries,
        forms.reduce((sum, form) => sum + (like.get(form) ?? 0), 0),
      );
      phrases.push(way.length > 1 ? text : anyOf(forms.map(quoted)));
    }
    return { phrase: way.length > 1 ? quoted(phrases.join(' ')) : (phrases[0] ?? ''), entries };
  }

  /** What a word that nothing has may mean. */
  async #meant(term: Term): Promise<string[]> {
    const word = fold(term.typed);
    if (term.exact || !isGuessable(word) || this.#language.isSmall(word)) return [];
    const vocabulary = await this.vocabulary();
    const [pair = []] = splits(vocabulary, word);
    return [...guesses(vocabulary, word, true), ...pair].map((one) =>
      this.#language.cutter.spelling(one),
    );
  }

  /** The numbers of the entries that may answer, the oldest first. */
  async #candidates(asked: Asked, query: Query, filter: Filter, pool: number): Promise<number[]> {
    const order =
      query.order === 'best' ? 'rank' : `rowid${query.order === 'newest' ? ' desc' : ''}`;
    const find = (match: string, count: number) =>
      this.#sql.all(
        `select rowid as entry from found where found match ? and ${RANK}${filter.where('rowid')} order by ${order} limit ?`,
        [match, ...filter.values, count],
      );
    const rows = [];
    const all = expression(asked, ' AND ');
    if (all === undefined) {
      if (query.text.trim() !== '') return [];
      rows.push(
        ...(await this.#sql.all(
          `select entry from entries where true${filter.where('entry')} order by entry ${query.order === 'oldest' ? '' : 'desc'} limit ?`,
          [...filter.values, pool],
        )),
      );
    } else {
      const heads = order === 'rank' ? inHeads(asked) : undefined;
      const first = heads === undefined ? [] : await find(heads, pool);
      rows.push(...(first.length < pool ? await find(all, pool) : first));
      const some =
        asked.any.length > 1 ? expression({ ...asked, any: rarest(asked.any) }, ' OR ') : undefined;
      if (some !== undefined && (asked.any.length > 2 || rows.length < FEW))
        rows.push(...(await find(some, pool)));
    }
    return [...new Set(rows.map(({ entry }) => Number(entry)))].sort((a, b) => a - b);
  }

  async #count(asked: Asked, filter: Filter): Promise<number> {
    const all = expression(asked, ' AND ');
    const [row] = await this.#sql.all(
      all === undefined
        ? `select count(*) as n from entries where true${filter.where('entry')}`
        : `select count(*) as n from found where found match ?${filter.where('rowid')}`,
      [...(all === undefined ? [] : [all]), ...filter.values],
    );
    return Number(row?.n);
  }

  /** How many entries each value of a facet would give: those that have all that was typed. */
  async #counts(asked: Asked, query: Query, facets: readonly string[]): Promise<Answer['counts']> {
    const counts: Answer['counts'] = {};
    const all = expression(asked, ' AND ');
    for (const facet of facets) {
      const filter = filterOf(query, facet);
      const found =
        all === undefined
          ? 'select entry from entries'
          : 'select rowid from found where found match ?';
      const rows = await this.#sql.all(
        `select value, count(*) as n from facets where facet = ? and entry in (${found})${filter.where('entry')} group by value`,
        [facet, ...(all === undefined ? [] : [all]), ...filter.values],
      );
      counts[facet] = Object.fromEntries(rows.map(({ value, n }) => [String(value), Number(n)]));
    }
    return counts;
  }

  #entry(number: number): Promise<Candidate> {
    return this.#entries.get(number, async () => {
      const [row] = await this.#sql.all('select day, length, places from entries where entry = ?', [
        number,
      ]);
      return {
        day: String(row?.day),
        length: Number(row?.length),
        places: String(row?.places),
        text: () => this.#text(number),
      };
    });
  }

  async #text(number: number): Promise<EntryText> {
    const [row] = await this.#sql.all('select text from entries where entry = ?', [number]);
    return JSON.parse(String(row?.text));
  }
}

const NO_ANSWER: Answer = { total: 0, whole: 0, results: [], counts: {}, offers: [] };
