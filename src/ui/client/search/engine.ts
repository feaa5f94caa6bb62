import {
  DAY,
  FOLDER,
  MANIFEST,
  type Manifest,
  PLACES,
  RANKING,
  VERSION,
  WORDS,
} from '../../../outputs/search/names.ts';
import type { Vocabulary } from '../../../outputs/search/vocabulary.ts';

/** Values of filters by name, for Pagefind (https://pagefind.app/docs/js-api-filtering/). */
export type Filters = Record<string, { any: string[] } | { none: string[] }>;

/** How many found entries have each value of a filter. */
export type Counts = Record<string, Record<string, number>>;

/** An entry's text and facts, as the index keeps them. */
export interface Fragment {
  url: string;
  /** Words of the text, one space between. */
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  anchors: { element: string; id: string; text?: string; location: number }[];
}

export interface Found {
  id: string;
  score: number;
  /** Its text, fetched; a SearchError when it does not come. */
  data(): Promise<Fragment>;
}

export interface Findings {
  results: Found[];
  filters: Counts;
  totalFilters: Counts;
}

/** What we use of Pagefind's script (https://pagefind.app/docs/api/). */
interface PagefindInstance {
  search(term: string | null, options: { filters: Filters }): Promise<Findings>;
  mergeIndex(path: string): Promise<void>;
}

export interface PagefindModule {
  createInstance(options: object): PagefindInstance;
}

/** Why a search cannot answer. */
export type Trouble = 'offline' | 'outdated' | 'missing';

export class SearchError extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** Pagefind and the files beside it: loads them, and says so when they do not come. */
export class Engine {
  readonly manifest: Manifest;
  /** Every word of the record. */
  readonly words: () => Promise<Vocabulary>;
  readonly #index: PagefindInstance;
  readonly #places: () => Promise<PagefindInstance>;

  /**
   * Loads the index.
   * @param base base path of the site, or an address with it
   * @param load imports Pagefind's script from an address; outside browsers, from elsewhere
   * @throws SearchError when a file does not come
   */
  static async open(base: string, load = importScript): Promise<Engine> {
    const folder = base + FOLDER;
    watchFetch();
    failure = undefined;
    const [manifest, pagefind] = await Promise.all([
      fetchJson<Manifest>(folder + MANIFEST),
      load(`${folder}pagefind.js`).catch(() => {
        throw new SearchError(navigator.onLine === false ? 'offline' : 'missing');
      }),
    ]);
    if (manifest.version !== VERSION) throw new SearchError('outdated');
    // without its worker Pagefind is 11 KB lighter, and needs no exception from Trusted Types
    const openIndex = async (within: string): Promise<PagefindInstance> => {
      const index = pagefind.createInstance({
        basePath: folder + within,
        noWorker: true,
        ranking: RANKING,
      });
      for (const past of manifest.merge) await index.mergeIndex(folder + past + within);
      return index;
    };
    return new Engine(manifest, folder, await openIndex(''), openIndex);
  }

  private constructor(
    manifest: Manifest,
    folder: string,
    index: PagefindInstance,
    openIndex: (within: string) => Promise<PagefindInstance>,
  ) {
    this.manifest = manifest;
    this.words = once(() => fetchJson<Vocabulary>(folder + WORDS));
    this.#index = index;
    this.#places = once(() =>
      openIndex(PLACES).catch(() => {
        throw new SearchError(failure ?? 'outdated');
      }),
    );
  }

  /**
   * Entries that have all words, best first; all entries when there are none.
   * @throws SearchError when a part of the index does not come
   */
  async search(words: readonly string[], filters: Filters): Promise<Findings> {
    return ask(this.#index, words.length === 0 ? null : words.join(' '), filters);
  }

  /** Entries that have the words one after another. */
  async phrase(words: readonly string[], filters: Filters): Promise<Findings> {
    // a single word is found as it is without its place
    const index = words.length > 1 ? await this.#places() : this.#index;
    return ask(index, `"${words.join(' ')}"`, filters);
  }

  /** Every day on which something is filed. */
  async days(): Promise<string[]> {
    const { totalFilters } = await this.search([], all(DAY));
    return Object.keys(totalFilters[DAY] ?? {});
  }
}

/** What is made when it is first asked for; a failure is forgotten, so that the next try begins anew. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

async function ask(
  index: PagefindInstance,
  term: string | null,
  filters: Filters,
): Promise<Findings> {
  const findings = await index.search(term, { filters }).catch(() => undefined);
  if (!findings || failure) throw new SearchError(failure ?? 'outdated');
  const results = findings.results.map(({ id, score, data }) => ({
    id,
    score,
    // of a text that does not come Pagefind says that it is no gzip
    data: () =>
      data().catch((error: unknown) => {
        // fetch rejects with a TypeError, and only then
        throw new SearchError(error instanceof TypeError ? 'offline' : 'outdated');
      }),
  }));
  return { ...findings, results };
}

/** Imports that failed: browsers may keep a failed one, so the next try has an address of its own. */
let failed = 0;

async function importScript(address: string): Promise<PagefindModule> {
  try {
    const again = failed === 0 ? '' : `?again=${failed}`;
    return (await import(/* @vite-ignore */ address + again)) as PagefindModule;
  } catch (error) {
    failed += 1;
    throw error;
  }
}

/** Filters that let everything through: Pagefind then counts their values. */
export function all(...names: string[]): Filters {
  return Object.fromEntries(names.map((name) => [name, { none: [''] }]));
}

/** Why the last part of the index did not come, if one did not. */
let failure: Trouble | undefined;
let watched = false;

/**
 * Pagefind prints a failed request and goes on as if nothing were found. We look at its requests to
 * know better. Texts of entries are none of these: each says by itself that it does not come, and
 * one that comes late must not spoil an index that was opened anew.
 */
function watchFetch(): void {
  if (watched) return;
  watched = true;
  const fetchBefore = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const isPart =
      typeof input === 'string' && input.includes(`/${FOLDER}`) && !input.endsWith('.pf_fragment');
    try {
      const response = await fetchBefore(input, init);
      if (isPart && !response.ok) failure = 'outdated';
      return response;
    } catch (error) {
      if (isPart) failure = 'offline';
      throw error;
    }
  };
}

async function fetchJson<T>(address: string): Promise<T> {
  const response = await fetch(address).catch(() => {
    throw new SearchError('offline');
  });
  if (!response.ok) throw new SearchError('missing');
  return (await response.json()) as T;
}
