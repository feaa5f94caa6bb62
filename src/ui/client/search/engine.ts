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

/** Asks a server; where it does not answer, the index beside the pages. */
class ServedEngine implements Engine {
  readonly manifest: Manifest;
  readonly isNear = false;
  readonly #server: string;
  readonly #index: Finder;
  /** Until when the index answers. */
  #silent = 0;

  constructor(server: string, index: Finder) {
    this.#server = server;
    this.#index = index;
    this.manifest = index.manifest;
  }

  async answer(query: Query, wish: Wish): Promise<Answer> {
    if (Date.now() > this.#silent) {
      try {
        const signal = AbortSignal.timeout(PATIENCE);
        const response = await fetch(this.#server + writeWish(query, wish), { signal });
        if (response.ok) return (await response.json()) as Answer;
      } catch {
        // it is away, or too slow
      }
      this.#silent = Date.now() + REST;
    }
    return this.#index.answer(query, wish);
  }
}

async function fetchJson(folder: string, path: string): Promise<unknown> {
  const response = await fetch(folder + path).catch(() => {
    throw new SearchError('offline');
  });
  // what is named by its content goes with a newer release
  if (!response.ok) throw new SearchError(path === MANIFEST ? 'missing' : 'outdated');
  return response.json();
}
