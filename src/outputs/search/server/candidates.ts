import type { FacetFile } from '../facets.ts';
import { lengthLetter, type Manifest } from '../names.ts';
import { countOf, pack, packCounts } from '../postings.ts';
import type { EntryText } from '../record.ts';
import type { PartBucket, PartPlaces, RecordCounts, Source } from '../source.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { placesIn } from './entry-places.ts';

/** An entry that may answer. Its text is read where it is looked at closely. */
export interface Candidate {
  day: string;
  length: number;
  /** Where each of its words stands, as `writePlaces` writes it. */
  places: string;
  text(): Promise<EntryText>;
}

/** What candidates are asked for of the whole record. */
export interface Words {
  /** The words that begin like one, so that its forms are among them, with how many entries have each. */
  like(word: string): Promise<ReadonlyMap<string, number>>;
  vocabulary(): Promise<Vocabulary>;
}

/** Some entries of a record, the oldest first, as a finder asks them: their postings are theirs alone. */
export class Candidates implements Source {
  readonly manifest: Manifest;
  readonly base: string;
  readonly record: RecordCounts;
  readonly #entries: readonly Candidate[];
  readonly #words: Words;
  readonly #counts = new Map<string, number>();

  constructor(
    entries: readonly Candidate[],
    whole: { manifest: Manifest; base: string; average: number },
    words: Words,
  ) {
    this.#entries = entries;
    this.#words = words;
    this.base = whole.base;
    this.record = {
      entries: whole.manifest.entries,
      average: whole.average,
      having: (word) => this.#counts.get(word) ?? 0,
    };
    this.manifest = {
      ...whole.manifest,
      parts: [
        {
          buckets: '',
          months: entries.map(({ day }) => [day.slice(0, 7), '', 1]),
          lengths: entries.map(({ length }) => lengthLetter(length)).join(''),
        },
      ],
    };
  }

  async bucket(word: string): Promise<PartBucket[]> {
    const like = await this.#words.like(word);
    for (const [one, count] of like) this.#counts.set(one, count);
    return [
      {
        base: 0,
        words: new Set(like.keys()),
        isLong: () => false,
        counts: async (one) => {
          const counts = [...this.#placesOf(one)].map(
            ([entry, places]) => [entry, countOf(places)] as const,
          );
          return packCounts(new Map(counts));
        },
      },
    ];
  }

  async places(word: string): Promise<PartPlaces[]> {
    return [{ base: 0, packed: pack(this.#placesOf(word)) }];
  }

  #placesOf(word: string): Map<number, number[]> {
    return new Map(
      this.#entries.flatMap(({ places }, i): [number, number[]][] => {
        const own = placesIn(places, word);
        return own.length > 0 ? [[i, own]] : [];
      }),
    );
  }

  /** Only their days: what else they are chosen by was asked before. */
  async facets(): Promise<FacetFile> {
    const days = this.#entries.map(({ day }) => String.fromCharCode(64 + Number(day.slice(8, 10))));
    return { days: days.join(''), facets: {} };
  }

  vocabulary(): Promise<Vocabulary> {
    return this.#words.vocabulary();
  }

  async text(entry: number): Promise<EntryText> {
    const found = this.#entries[entry];
    if (!found) throw new RangeError(`there is no entry ${entry}`);
    return found.text();
  }
}
