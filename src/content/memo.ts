import { keepJson, readKeptJson } from './kept.ts';

/**
 * Values that were worked out in an earlier build, by the digest of all that they follow from beside
 * the code. What no build asks for any more is forgotten.
 */
export class Memo {
  readonly #path: string | undefined;
  readonly #code: string;
  readonly #before: Readonly<Record<string, unknown>>;
  readonly #asked: Record<string, unknown> = {};

  /**
   * @param path of the file in which they are kept; left out, they are kept for as long as this lives
   * @param code digest of the code: what other code worked out is worked out anew
   */
  constructor(path?: string, code = '') {
    this.#path = path;
    this.#code = code;
    this.#before = path === undefined ? {} : readMemo(path, code);
  }

  /**
   * The value of a digest.
   * @param make works it out; it is plain JSON
   */
  of<Value>(digest: string, make: () => Value): Value {
    const value = (this.#asked[digest] ?? this.#before[digest] ?? make()) as Value;
    this.#asked[digest] = value;
    return value;
  }

  /** The same of what takes its time. */
  async later<Value>(digest: string, make: () => Promise<Value>): Promise<Value> {
    const known = (this.#asked[digest] ?? this.#before[digest]) as Value | undefined;
    const value = known ?? (await make());
    return this.of(digest, () => value);
  }

  /** Keeps what was asked for. */
  save(): void {
    if (this.#path === undefined) return;
    keepJson(this.#path, { code: this.#code, values: this.#asked } satisfies Kept);
  }
}

/** What a file of them has. */
interface Kept {
  code: string;
  values: Record<string, unknown>;
}

function readMemo(path: string, code: string): Record<string, unknown> {
  const kept = readKeptJson(path) as Kept | undefined;
  return kept?.code === code ? kept.values : {};
}
