import {
  type Answer,
  type Engine,
  type Query,
  SearchError,
  type Wish,
} from '../../../outputs/search/answer.ts';
import { Finder } from '../../../outputs/search/finder.ts';
import { FOLDER, MANIFEST, type Manifest } from '../../../outputs/search/names.ts';
import { IndexReader } from '../../../outputs/search/reader.ts';
import { writeWish } from '../../../outputs/search/server/wish.ts';

/** How long a server may take, in milliseconds: then the index beside the pages answers. */
const PATIENCE = 3000;
/** How long a server that did not answer is left alone. */
const REST = 15_000;

/**
 * Opens what answers: the index beside the pages, or the server that the publication has.
 * @param base base path of the site
 * @throws SearchError when the index does not come
 */
export async function openEngine(base: string): Promise<Engine> {
  const index = await IndexReader.open(base, (path) => fetchJson(base + FOLDER, path));
  const finder = new Finder(index);
  const { server } = index.manifest;
  return server === undefined ? finder : new ServedEngine(server, finder);
}

/** Asks a server; where it does not answer, the index beside the pages, which may have the newest years alone. */
class ServedEngine implements Engine {
  readonly manifest: Manifest;
  readonly isNear = false;
  readonly #server: string;
  readonly #index: Finder;
  /** Until when the index answers, and what it answered last: who asks that again wants the server. */
  #silent = 0;
  #last = '';

  constructor(server: string, index: Finder) {
    this.#server = server;
    this.#index = index;
    this.manifest = index.manifest;
  }

  async answer(query: Query, wish: Wish): Promise<Answer> {
    const question = writeWish(query, wish);
    if (Date.now() > this.#silent || question === this.#last) {
      try {
        const signal = AbortSignal.timeout(PATIENCE);
        const response = await fetch(this.#server + question, { signal });
        // a web server whose search is away says so without a word (204)
        if (response.status === 200) return (await response.json()) as Answer;
      } catch {
        // it is away, or too slow
      }
      this.#silent = Date.now() + REST;
    }
    this.#last = question;
    const answer = await this.#index.answer(query, wish);
    const since = firstYear(this.manifest);
    return { ...answer, ...(since !== undefined && { since }) };
  }
}

/** First year of an index; undefined when it has every entry. */
function firstYear({ entries, parts }: Manifest): string | undefined {
  const indexed = parts.reduce((sum, { lengths }) => sum + lengths.length, 0);
  return indexed < entries ? parts[0]?.months[0]?.[0].slice(0, 4) : undefined;
}

async function fetchJson(folder: string, path: string): Promise<unknown> {
  const response = await fetch(folder + path).catch(() => {
    throw new SearchError('offline');
  });
  // what is named by its content goes with a newer release
  if (!response.ok) throw new SearchError(path === MANIFEST ? 'missing' : 'outdated');
  return response.json();
}
