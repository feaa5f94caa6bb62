import type { QueryLanguage } from './language.ts';
import { type BestPassage, bestPassage } from './passage.ts';
import { asQuoted, type Quoted } from './quotes.ts';
import { compareRanked, type Ranked } from './rank.ts';
import type { EntryText } from './record.ts';
import { markedBlocks, type Sought } from './result.ts';
import type { Source } from './source.ts';

/** An entry whose text was read. */
export interface ReadEntry extends Quoted {
  text: EntryText;
  best: BestPassage;
}

/** The first entries by their words: in what order these are shown, their best passages decide. */
const READ = 6;
/** Of so many words, a long text may have each somewhere, and a short passage have all: further ones are read. */
const MANY = 3;
const MORE = 3;

/** Reads the texts of entries: each once for what is sought. */
export class TextReader {
  readonly #source: Source;
  readonly #language: QueryLanguage;
  readonly #entries = new WeakMap<readonly Sought[], Map<number, Promise<ReadEntry>>>();

  constructor(source: Source, language: QueryLanguage) {
    this.#source = source;
    this.#language = language;
  }

  /**
   * Puts the first entries in the order that their best passages give; first those that have what was quoted as it was
   * typed, and one whose headline was typed.
   * @param typed what was typed
   */
  async byPassage(
    entries: readonly Ranked[],
    sought: readonly Sought[],
    typed: string,
  ): Promise<Ranked[]> {
    const first = toRead(entries, sought.length);
    const quoted = new Set<Ranked>();
    const headline = this.#plain(typed);
    const worth = new Map(
      await Promise.all(
        first.map(async (one) => {
          const { best, blocks, isQuoted } = await this.read(one.entry, sought);
          if (isQuoted) quoted.add(one);
          const [title] = blocks.filter(({ block }) => block.kind === 'title');
          // small words tell "If let" from "While let"
          const isTyped = title && this.#plain(title.block.text) === headline;
          return [one, isTyped ? Number.POSITIVE_INFINITY : best.worth] as const;
        }),
      ),
    );
    const better = compareRanked((one) => worth.get(one) ?? 0);
    first.sort((a, b) => Number(quoted.has(b)) - Number(quoted.has(a)) || better(a, b));
    return [...first, ...entries.filter((one) => !worth.has(one))];
  }

  /** A text as its words alone. */
  #plain(text: string): string {
    const words = this.#language.cutter.cut(text);
    return words.map((word) => word.text).join(' ');
  }

  /** The text of an entry, what matched in it, and its best passage. */
  read(entry: number, sought: readonly Sought[]): Promise<ReadEntry> {
    const entries = this.#entries.get(sought) ?? new Map<number, Promise<ReadEntry>>();
    this.#entries.set(sought, entries);
    const read =
      entries.get(entry) ??
      this.#source.text(entry).then((text) => {
        const found = asQuoted(markedBlocks(text, sought, this.#language), sought);
        return { text, ...found, best: bestPassage(found.blocks, sought) };
      });
    entries.set(entry, read);
    read.catch(() => entries.delete(entry));
    return read;
  }
}

/** The entries whose texts are read: the first ones, and of others that have all of many words, those that have each. */
function toRead(entries: readonly Ranked[], words: number): Ranked[] {
  const first = entries.slice(0, READ);
  if (words < MANY) return first;
  const whole = entries.slice(READ).filter(({ share }) => share === 1);
  return [...first, ...whole.sort((a, b) => b.evenness - a.evenness).slice(0, MORE)];
}
