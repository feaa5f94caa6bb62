import { Engine, SearchError } from './engine.ts';
import { Finder } from './finder.ts';

/** Rest after a keystroke before the index is asked, in milliseconds. */
const REST = 25;
/** After so long without an answer it is said that the search is at work, in milliseconds. */
const PATIENCE = 80;

let opened: Promise<Finder> | undefined;

/**
 * Asks the index, which is opened once. When a part of it has gone (a new build has replaced it
 * since), it is opened anew and asked once more.
 * @throws SearchError when that fails too
 */
async function ask<T>(
  base: string,
  question: (finder: Finder) => Promise<T>,
  isFirst = true,
): Promise<T> {
  opened ??= Engine.open(base).then((engine) => new Finder(engine));
  const index = opened;
  try {
    return await question(await index);
  } catch (error) {
    // Pagefind keeps what failed; what another question has opened since stays
    if (opened === index) opened = undefined;
    if (!isFirst || !(error instanceof SearchError) || error.trouble !== 'outdated') throw error;
    return ask(base, question, false);
  }
}

/** The questions of an element that searches: only the last one is answered. */
export class Session {
  readonly #base: string;
  readonly #sayWaiting: () => void;
  /** Counts the questions: an answer that comes after the next question is dropped. */
  #asked = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param element names the site's base path as `data-base`
   * @param sayWaiting called when an answer does not come at once
   */
  constructor(element: HTMLElement, sayWaiting: () => void) {
    this.#base = element.dataset.base ?? '/';
    this.#sayWaiting = sayWaiting;
  }

  /** Opens the index before anything is asked. */
  prepare(): void {
    ask(this.#base, async () => undefined).catch(() => undefined);
  }

  /** Goes on once a reader has typed and rests. */
  afterRest(goOn: () => void): void {
    this.#beginWaiting();
    clearTimeout(this.#rest);
    this.#rest = setTimeout(goOn, REST);
  }

  /** The answer, or why there is none; undefined when something else is asked meanwhile. */
  async ask<T>(question: (finder: Finder) => Promise<T>): Promise<T | SearchError | undefined> {
    this.#asked += 1;
    const number = this.#asked;
    this.#beginWaiting();
    const answer = await ask(this.#base, question).catch((error: unknown) => error);
    if (number !== this.#asked) return undefined;
    this.#endWaiting();
    if (answer instanceof Error && !(answer instanceof SearchError)) throw answer;
    return answer as T | SearchError;
  }

  /** Drops what was asked. */
  stop(): void {
    this.#asked += 1;
    clearTimeout(this.#rest);
    this.#endWaiting();
  }

  #beginWaiting(): void {
    this.#patience ??= setTimeout(this.#sayWaiting, PATIENCE);
  }

  #endWaiting(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
  }
}
