import {
  type Answer,
  type Engine,
  type Query,
  SearchError,
  type Wish,
} from '../../../outputs/search/answer.ts';
import type { Manifest } from '../../../outputs/search/names.ts';
import { openEngine } from './engine.ts';
import { pause } from './pause.ts';

/** Rest after a keystroke before the index is asked, in milliseconds. */
const REST = 25;
/** Rest before texts of entries are fetched: longer than between two keystrokes, and at most. */
const LONG_REST = 160;
const LONGEST_REST = 350;
/** How much longer it is than a reader has just taken from one key to the next. */
const SLACK = 1.5;
/** A query whose last word is only begun, or that ends in a number, which is another one with each digit: too little to fetch words for. */
const BEGUN = /(?:(?<![\p{L}\p{N}])\p{L}{1,2}|(?<!\S)\P{L}*\p{Nd}\P{L}*)$/u;
/** After so long without an answer it is said that the search is at work, in milliseconds. */
const PATIENCE = 80;

let opened: Promise<Engine> | undefined;

/**
 * Asks the index, which is opened once. When a part of it has gone (a new build has replaced it
 * since), it is opened anew and asked once more.
 * @throws SearchError when that fails too
 */
async function ask<T>(
  base: string,
  question: (engine: Engine) => Promise<T>,
  isFirst = true,
): Promise<T> {
  opened ??= openEngine(base);
  const index = opened;
  try {
    return await question(await index);
  } catch (error) {
    // a failure is forgotten, so that the next try begins anew; what another question has opened since stays
    const isOutdated = error instanceof SearchError && error.trouble === 'outdated';
    if (opened === index && (isOutdated || !(await isOpen(index)))) opened = undefined;
    if (!isFirst || !isOutdated) throw error;
    return ask(base, question, false);
  }
}

function isOpen(index: Promise<Engine>): Promise<boolean> {
  return index.then(
    () => true,
    () => false,
  );
}

/** Whether a text is the one before with a letter more or less at its end, or one letter in the place of it. */
function isOneKey(before: string, text: string): boolean {
  if (text.length === 1) return true;
  const [short = '', long = ''] = before.length < text.length ? [before, text] : [text, before];
  return long.length - short.length === 1 && long.startsWith(short);
}

/** An answer, with the index that it came from. */
interface Answered {
  answer: Answer;
  manifest: Manifest;
}

/** The questions of an element that searches: only the last one is answered. */
export class Session {
  readonly #base: string;
  readonly #sayWaiting: () => void;
  /** Counts the questions: an answer that comes after the next question is dropped. */
  #asked = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  /** What was typed last, when, and when texts may be fetched if it was a single key. */
  #text = '';
  #typed = 0;
  #due: number | undefined;

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
  afterRest(text: string, goOn: () => void): void {
    this.#beginWaiting();
    // what is pasted is there at once
    const now = performance.now();
    const pace = now - this.#typed;
    const rest =
      pace < LONGEST_REST ? Math.min(Math.max(LONG_REST, SLACK * pace), LONGEST_REST) : LONG_REST;
    this.#due = isOneKey(this.#text, text)
      ? now + (BEGUN.test(text) ? LONGEST_REST : rest)
      : undefined;
    this.#text = text;
    this.#typed = now;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(goOn, REST);
  }

  /**
   * The answer, or why there is none; undefined when something else is asked meanwhile.
   * @param onCount is called while a reader types: the answer without texts, which wait for a longer rest
   */
  async answer(
    query: Query,
    wishOf: (manifest: Manifest) => Wish,
    onCount: (answer: Answer, manifest: Manifest) => void,
  ): Promise<Answered | SearchError | undefined> {
    this.#asked += 1;
    const number = this.#asked;
    const isLast = () => number === this.#asked;
    const due = this.#due;
    this.#due = undefined;
    const typed = this.#typed;
    this.#beginWaiting();
    const found = await ask(this.#base, async (engine) => {
      const { manifest, isNear } = engine;
      const wish = wishOf(manifest);
      if (due !== undefined) {
        const isTelling = isNear && !BEGUN.test(query.text);
        const count = isTelling ? await engine.answer(query, { ...wish, count: 0 }) : undefined;
        // nothing yet is no answer: a word is only begun
        if (count && count.total > 0 && isLast()) onCount(count, manifest);
        await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
        // the next key has come, and is a question in a moment
        if (typed !== this.#typed) return undefined;
      }
      return isLast() ? { answer: await engine.answer(query, wish), manifest } : undefined;
    }).catch((error: unknown) => error);
    await pause();
    if (!isLast()) return undefined;
    this.#endWaiting();
    if (found instanceof Error && !(found instanceof SearchError)) throw found;
    return found as Answered | SearchError;
  }

  /** The next entries of an answer; undefined when their texts do not come. */
  async more(query: Query, wish: Wish): Promise<Answer | undefined> {
    return ask(this.#base, (engine) => engine.answer(query, wish), false).catch(() => undefined);
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
