import { Format } from '../../../i18n/format.ts';
import { searchStrings } from '../../../i18n/search.ts';
import { SearchError } from './engine.ts';
import type { Voice } from './results.ts';
import { ask, baseOf, type Session } from './session.ts';

/** Rest after a keystroke before the index is asked, in milliseconds. */
const REST = 25;
/** After so long without an answer it is said that the search is at work, in milliseconds. */
const PATIENCE = 80;

/** The words and forms of the page's language. */
export function pageVoice(): Voice {
  const { lang } = document.documentElement;
  return { t: searchStrings(lang), f: new Format(lang, 'UTC') };
}

/** The questions of an element that searches: only the last one is answered. */
export class Asking {
  readonly #element: HTMLElement;
  readonly #sayWaiting: () => void;
  /** Counts the questions: an answer that comes after the next question is dropped. */
  #asked = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;

  /** @param sayWaiting called when an answer does not come at once */
  constructor(element: HTMLElement, sayWaiting: () => void) {
    this.#element = element;
    this.#sayWaiting = sayWaiting;
  }

  /** Goes on once a reader has typed and rests. */
  afterRest(goOn: () => void): void {
    this.#beginWaiting();
    clearTimeout(this.#rest);
    this.#rest = setTimeout(goOn, REST);
  }

  /** The answer, or why there is none; undefined when something else is asked meanwhile. */
  async ask<T>(question: (session: Session) => Promise<T>): Promise<T | SearchError | undefined> {
    this.#asked += 1;
    const number = this.#asked;
    this.#beginWaiting();
    const answer = await ask(baseOf(this.#element), question).catch((error: unknown) => error);
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
