import { codeDigest, pagesDigest } from './digests.ts';
import { PageRenderer } from './renderer.ts';
import { compiledTemplates, type Templates } from './templates.ts';

/** How long code is left alone before templates are compiled, in milliseconds. */
const PAUSE = 1500;

/**
 * The pages of a preview, rendered by the templates that a build uses while those are what the code
 * says. While they are not, Vite renders, which sees every change of a template at once, and they are
 * compiled anew beside it.
 */
export class PreviewPages {
  readonly #root: string;
  #templates: Templates | undefined;
  /** Digest of the owner's pages that are compiled with them. */
  #pages = '';
  #renderer: PageRenderer | undefined;
  #compiling = new AbortController();
  #waiting: NodeJS.Timeout | undefined;

  constructor(root: string) {
    this.#root = root;
    void this.#compile();
  }

  /** Code has changed: pages are Vite's until templates are compiled. */
  codeChanged(): void {
    this.#renderer = undefined;
    this.#compiling.abort();
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#compile(), PAUSE);
  }

  /** A page of the owner's has changed: that matters where it is compiled with the templates. */
  pageChanged(): void {
    if (pagesDigest(this.#root) !== this.#pages) this.codeChanged();
  }

  /** Another snapshot is shown. */
  contentChanged(): void {
    this.#renderer?.forget();
  }

  /** What stands at a path below the base path: a page or a file of the templates; else undefined. */
  async at(path: string): Promise<Response | undefined> {
    if (!this.#renderer) return undefined;
    const asset = this.#templates?.client.get(path.slice(1));
    if (asset && path.startsWith('/_assets/')) return new Response(new Uint8Array(asset));
    return this.#renderer.at(path);
  }

  async #compile(): Promise<void> {
    this.#compiling = new AbortController();
    const { signal } = this.#compiling;
    const source = codeDigest(this.#root);
    const pages = pagesDigest(this.#root);
    const compiling = {
      root: this.#root,
      templates: `${source}-${pages}`,
      press: source,
      verbose: false,
    };
    try {
      const templates = await compiledTemplates(compiling, () => {}, signal);
      const renderer = await PageRenderer.open(templates.entry);
      if (signal.aborted) return;
      this.#templates = templates;
      this.#pages = pages;
      this.#renderer = renderer;
    } catch {
      // Vite renders, and says what is wrong
    }
  }
}
