import { Format } from '../../strings/format.ts';
import { searchStrings } from '../../strings/search.ts';
import { SearchError } from './engine.ts';
import type { Query } from './finder.ts';
import { h } from './html.ts';
import { arrows } from './keys.ts';
import type { Passage, Result } from './result.ts';
import { resultItem, type Voice } from './results.ts';
import { ask, baseOf, openSession } from './session.ts';
import { queryLink, statusLine } from './summary.ts';

/** Rest after a keystroke before the index is asked, and patience before it is said, in milliseconds. */
const REST = 25;
const PATIENCE = 80;
/** Entries shown; the others are on the search page. */
const SHOWN = 4;

/**
 * The field in the masthead: what is typed is found below the masthead, in the page's flow; Enter
 * goes to the search page, Escape closes.
 */
export class SearchField extends HTMLElement {
  readonly #voice: Voice = {
    t: searchStrings(document.documentElement.lang),
    f: new Format(document.documentElement.lang, 'UTC'),
  };
  #asked = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const field = this.querySelector('input');
    const found = this.querySelector<HTMLElement>('.found');
    const status = found?.querySelector<HTMLElement>('[role=status]');
    if (!field || !found || !status) return;
    const prepare = () => void openSession(baseOf(this)).catch(() => undefined);
    field.addEventListener('focus', prepare);
    if (field === document.activeElement) prepare();
    const search = () => {
      clearTimeout(this.#rest);
      this.#rest = setTimeout(() => void this.#run(field.value, found, status), REST);
    };
    field.addEventListener('input', search);
    this.addEventListener('keydown', arrows(field, '.found a'));
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#close(found, status);
    });
    // what was typed while this script was on its way
    if (field.value.trim() !== '') search();
  }

  async #run(text: string, found: HTMLElement, status: HTMLElement): Promise<void> {
    this.#asked += 1;
    const number = this.#asked;
    if (text.trim() === '') {
      this.#close(found, status);
      return;
    }
    const { t } = this.#voice;
    found.hidden = false;
    const waiting = setTimeout(() => {
      if (number === this.#asked) status.replaceChildren(t.searching);
    }, PATIENCE - REST);
    const query: Query = { text, chosen: {}, order: 'best' };
    try {
      const { answer, first, manifest } = await ask(baseOf(this), async ({ finder, engine }) => {
        const answer = await finder.find(query);
        return { answer, first: await answer.take(SHOWN), manifest: engine.manifest };
      });
      if (number !== this.#asked) return;
      status.replaceChildren(...statusLine(query, answer, manifest, this.#voice));
      const list = h('ol', { class: 'res' });
      list.append(...first.map((result) => resultItem(inBrief(result), manifest, this.#voice)));
      const more = h('p', { class: 'lb more' }, queryLink(query, manifest, t.all));
      found.replaceChildren(status, list, ...(first.length > 0 ? [more] : []));
    } catch (error) {
      if (number !== this.#asked) return;
      if (!(error instanceof SearchError)) throw error;
      found.replaceChildren(status);
      status.replaceChildren(t.trouble[error.trouble]);
    } finally {
      clearTimeout(waiting);
    }
  }

  #close(found: HTMLElement, status: HTMLElement): void {
    this.#asked += 1;
    found.hidden = true;
    status.replaceChildren();
    found.replaceChildren(status);
  }
}

/** An entry with the passage that has most of the words, or the first of several. */
function inBrief(result: Result): Result {
  const marks = (passage: Passage) => passage.runs.filter(({ marked }) => marked).length;
  const most = Math.max(...result.passages.map(marks));
  return {
    ...result,
    figure: undefined,
    passages: result.passages.filter((one) => marks(one) === most).slice(0, 1),
  };
}

customElements.define('search-field', SearchField);
