import type { Answer, Engine, Query, Wish } from './answer.ts';
import { Facets } from './facets.ts';
import { distance, guesses, isGuessable, isSlip, splits } from './guess.ts';
import { languageOf, type QueryLanguage } from './language.ts';
import { addWord, GRADES, type Match, matchTerm } from './match.ts';
import { FACETS, type Manifest, wordsOfLetter } from './names.ts';
import { isSmall, onlyWord, parseQuery, type Term } from './query.ts';
import { compareRanked, type Ranked, Ranking } from './rank.ts';
import { asWritten, type Sought, toResult } from './result.ts';
import { fold } from './script.ts';
import type { Source } from './source.ts';
import { TextReader } from './text-reader.ts';

/** What was found, before texts are read. */
interface Findings {
  ranked: Ranked[];
  sought: Sought[];
  instead?: string;
  offers: string[];
}

/** Entries that lack words are found by many words: as many by rarity as this share of all. */
const ENOUGH = 0.2;
/** Of so many words, each decides less: what pairs of characters make is found by their counts. */
const MANY = 4;
/** Fewer entries that have two words, and these in other forms only, hide none that has one of them. */
export const FEW = 5;

/** Turns queries into answers. */
export class Finder implements Engine {
  readonly manifest: Manifest;
  readonly isNear = true;
  readonly #source: Source;
  readonly #language: QueryLanguage;
  readonly #texts: TextReader;
  readonly #lengths: number[];
  #facets: Promise<Facets> | undefined;
  /** The last query that was ranked: more of its entries are mostly wanted next. */
  #last: { text: string; isFinal: boolean; findings: Promise<Findings> } | undefined;

  constructor(source: Source) {
    this.manifest = source.manifest;
    this.#source = source;
    this.#language = languageOf(source.manifest.language);
    this.#texts = new TextReader(source, this.#language);
    this.#lengths = source.manifest.parts.flatMap(({ lengths }) =>
      Array.from(lengths, (letter) => wordsOfLetter(letter.charCodeAt(0))),
    );
  }

  async answer(query: Query, { from = 0, count, counted = [] }: Wish): Promise<Answer> {
    const { ranked, sought, instead, offers } = await this.#findings(query.text, count > 0);
    const entries = await this.#narrowed(ranked, query);
    const ordered = count === 0 ? [] : await this.#ordered(entries, query, sought);
    const shown = ordered.slice(from, from + count);
    const read = await Promise.all(shown.map(({ entry }) => this.#texts.read(entry, sought)));
    const results = read.map(({ text, blocks, best }) =>
      toResult(text, blocks, best.block, sought, this.#source.base),
    );
    return {
      total: entries.length,
      whole: entries.filter(({ isWhole }) => isWhole).length,
      results,
      counts: await this.#counts(ranked, query, counted),
      ...(instead !== undefined && { instead: asWritten(instead, results) }),
      offers: offers.map((offer) => asWritten(offer, results)),
    };
  }

  /** @param isFinal whether a reader has typed it to its end: what its forms find is then enough no more */
  #findings(text: string, isFinal: boolean): Promise<Findings> {
    if (this.#last?.text !== text || (isFinal && !this.#last.isFinal)) {
      const findings = this.#find(text, isFinal);
      this.#last = { text, isFinal, findings };
      findings.catch(() => {
        if (this.#last?.findings === findings) this.#last = undefined;
      });
    }
    return (this.#last as { findings: Promise<Findings> }).findings;
  }

  async #find(text: string, isFinal: boolean): Promise<Findings> {
    const { terms, day, years } = parseQuery(text, this.#language);
    if (terms.length === 0) return text.trim() === '' ? this.#everything() : NOTHING;
    // a question begins with words that tell nothing
    if (!isFinal && terms.every((term) => isSmall(term, this.#language))) return NOTHING;
    const matches = await this.#matches(terms, isFinal);
    const unknown = matches.filter(({ hits, term }) => hits.size === 0 && !term.not);
    const isNothing = unknown.length === matches.filter(({ term }) => !term.not).length;
    // a word that is only begun means nothing else yet; of many, each decides less
    const inexact = terms.length < MANY ? matches.filter(isInexact) : [];
    const meant = isFinal
      ? [...(await this.#meant(unknown, isNothing)), ...(await this.#slipped(inexact))]
      : [];
    const offers = meant.length > 0 ? [replaced(text, meant)] : [];
    const [instead] = offers;
    if (isNothing && instead !== undefined && instead !== text) {
      const found = await this.#find(instead, isFinal);
      if (found.ranked.length > 0) return { ...found, instead, offers: [] };
    }
    const found = await this.#ranked(matches);
    if (day !== undefined) await this.#daysFirst(found.ranked, day, day);
    else if (years) await this.#daysFirst(found.ranked, `${years[0]}-01-01`, `${years[1]}-12-31`);
    return { ...found, offers };
  }

  /** Finds the terms; where nothing has one as it is, its words one by one. */
  async #matches(terms: readonly Term[], isFinal: boolean): Promise<Match[]> {
    const found = await Promise.all(
      terms.map((term) =>
        matchTerm(term, this.#source, this.#language, isFinal, !isFinal || terms.length >= MANY),
      ),
    );
    const matches: Match[] = [];
    for (const match of found) {
      const { hits, term } = match;
      if (hits.size === 0 && term.loose)
        matches.push(...(await this.#matches(term.loose, isFinal)));
      else matches.push(match);
    }
    await this.#joinNeighbours(matches);
    return matches;
  }

  /** Two words that are typed apart are also found as one: `block chain`. */
  async #joinNeighbours(matches: readonly Match[]): Promise<void> {
    for (const [i, match] of matches.entries()) {
      const next = matches[i + 1];
      const [one, other] = [match, next].map((of) => onlyWord(of?.term));
      if (!next || one === undefined || other === undefined) continue;
      const word = this.#language.cutter.spelling(one + other);
      const buckets = await this.#source.bucket(word);
      if (!buckets.some(({ words }) => words.has(word))) continue;
      for (const half of [match, next]) await addWord(half, word, GRADES.exact, this.#source);
    }
  }

  /** The word of a match where another may be meant; endings that are spelt in two ways as they were typed. */
  #guessable({ term }: Match): string | undefined {
    const word = onlyWord(term) === undefined ? '' : fold(term.typed);
    return isGuessable(word) && !this.#language.isSmall(word) ? word : undefined;
  }

  /** What the words that nothing has may mean, each with what it stands for. */
  async #meant(unknown: readonly Match[], isNothing: boolean): Promise<[Match, string][]> {
    const meant: [Match, string][] = [];
    for (const match of unknown) {
      const word = this.#guessable(match);
      if (word === undefined) continue;
      const vocabulary = await this.#source.vocabulary();
      // another first letter makes another word: only where nothing else is there
      const likely = guesses(vocabulary, word, isNothing);
      const [nearest = ''] = likely;
      const [pair] = distance(word, nearest, 1) > 1 ? splits(vocabulary, word) : [];
      const best = pair?.join(' ') ?? likely[0];
      if (best === undefined) continue;
      meant.push([match, best]);
      if (isNothing) continue;
      for (const one of pair ?? likely) {
        await addWord(match, this.#language.cutter.spelling(one), GRADES.near, this.#source);
      }
    }
    return meant;
  }

  /** What words may mean that only their other forms are found of, where fingers make them of another word. */
  async #slipped(inexact: readonly Match[]): Promise<[Match, string][]> {
    const meant: [Match, string][] = [];
    for (const match of inexact) {
      const word = this.#guessable(match);
      if (word === undefined) continue;
      const [nearest] = guesses(await this.#source.vocabulary(), word, false);
      if (nearest === undefined || !isSlip(word, nearest)) continue;
      const spelt = this.#language.cutter.spelling(nearest);
      const isForm = match.forms.some((way) =>
        way.some((forms) => [...forms.keys()].some((form) => fold(form) === spelt)),
      );
      if (!isForm) meant.push([match, nearest]);
      await addWord(match, spelt, isForm ? GRADES.slip : GRADES.form, this.#source);
    }
    return meant;
  }

  async #ranked(matches: readonly Match[]): Promise<Omit<Findings, 'offers'>> {
    const wanted = matches.filter(({ term }) => !term.not);
    const without = matches.filter(({ term }) => term.not);
    const must = wanted.filter(({ term }) => term.must);
    const entries = new Set(
      wanted.length > 0 ? wanted.flatMap(({ hits }) => [...hits.keys()]) : this.#lengths.keys(),
    );
    for (const entry of entries) {
      const isOut =
        without.some(({ hits }) => hits.has(entry)) || !must.every(({ hits }) => hits.has(entry));
      if (isOut) entries.delete(entry);
    }
    const ranking = new Ranking(wanted, this.#lengths, this.#source.record);
    const all = ranking.rank(entries);
    const isTyped = (entry: number) => (match: Match) =>
      match.hits.get(entry)?.some(({ grade }) => grade > GRADES.near);
    for (const one of all) one.isWhole = wanted.every(isTyped(one.entry));
    const whole = all.filter(({ isWhole }) => isWhole);
    const enough = Math.min(ENOUGH, Math.max(0, ...all.map(({ share }) => share)));
    const isExact = ({ entry }: Ranked) =>
      wanted.every(({ hits }) => hits.get(entry)?.some(({ grade }) => grade === GRADES.exact));
    const ranked =
      wanted.length < 3 && (whole.length >= FEW || whole.some(isExact))
        ? whole
        : all.filter(({ share, isWhole }) => isWhole || share >= enough);
    const sought = wanted.map((match, i): Sought => ({ ...match, ...ranking.weight(i) }));
    return { ranked, sought };
  }

  /** Puts the entries of a day, or of years, that were typed first; of years, those that have all else, too. */
  async #daysFirst(ranked: Ranked[], first: string, last: string): Promise<void> {
    const { days } = await this.#loadFacets();
    for (const one of ranked) {
      const day = days[one.entry] ?? '';
      one.isOfDay = first <= day && day <= last && (first === last || one.isWhole);
    }
    ranked.sort(compareRanked());
  }

  #everything(): Findings {
    const ranked = [...this.#lengths.keys()]
      .reverse()
      .map((entry): Ranked => ({ entry, score: 0, evenness: 0, share: 1, isWhole: true }));
    return { ranked, sought: [], offers: [] };
  }

  /** The entries that pass what was chosen. */
  async #narrowed(ranked: readonly Ranked[], query: Query, but?: string): Promise<Ranked[]> {
    const { chosen, from, to } = query;
    const named = FACETS.filter((facet) => facet !== but && (chosen[facet] ?? []).length > 0);
    if (named.length === 0 && from === undefined && to === undefined) return [...ranked];
    const facets = await this.#loadFacets();
    return ranked.filter(({ entry }) => {
      const day = facets.days[entry] ?? '';
      return (
        (from === undefined || from <= day) &&
        (to === undefined || day <= to) &&
        named.every((facet) => facets.has(entry, facet, chosen[facet] ?? []))
      );
    });
  }

  /** Entries in an order: numbers follow the days. */
  async #ordered(
    entries: readonly Ranked[],
    { text, order }: Query,
    sought: readonly Sought[],
  ): Promise<readonly Ranked[]> {
    if (order === 'best')
      return sought.length === 0 ? entries : this.#texts.byPassage(entries, sought, text);
    const sorted = entries.toSorted((a, b) => a.entry - b.entry);
    return order === 'oldest' ? sorted : sorted.reverse();
  }

  async #counts(ranked: readonly Ranked[], query: Query, counted: NonNullable<Wish['counted']>) {
    const counts: Answer['counts'] = {};
    if (counted.length === 0) return counts;
    const facets = await this.#loadFacets();
    for (const facet of counted) {
      const within = await this.#narrowed(ranked, query, facet);
      counts[facet] = facets.count(
        within.map(({ entry }) => entry),
        facet,
      );
    }
    return counts;
  }

  #loadFacets(): Promise<Facets> {
    this.#facets ??= this.#source.facets().then((file) => {
      const months = this.manifest.parts.flatMap((part) =>
        part.months.flatMap(([month, , entries]) => Array.from({ length: entries }, () => month)),
      );
      return new Facets(file, months);
    });
    this.#facets.catch(() => {
      this.#facets = undefined;
    });
    return this.#facets;
  }
}

const NOTHING: Findings = { ranked: [], sought: [], offers: [] };

/** Whether nothing has a word as it was typed, and some have other forms of it. */
function isInexact({ term, hits, forms }: Match): boolean {
  const word = onlyWord(term);
  return word !== undefined && hits.size > 0 && !forms.some((way) => way[0]?.has(word));
}

/** A query with some of its terms as they were probably meant. */
function replaced(text: string, meant: readonly [Match, string][]): string {
  return meant.reduce((before, [{ term }, word]) => before.replace(term.typed, () => word), text);
}
