import { Asking, pageVoice } from './asking.ts';
import { SearchError } from './engine.ts';
import type { Query } from './finder.ts';
import { h } from './html.ts';
import { arrows } from './keys.ts';
import type { Passage, Result } from './result.ts';
import { resultItem } from './results.ts';
import { baseOf, openSession } from './session.ts';
import { queryLink, statusLine } from './summary.ts';

/** Entries shown; the others are on the search page. */
const SHOWN = 4;

/**
 * The field in the masthead: what is typed is found below the masthead, in the page's flow; Enter
 * goes to the search page, Escape closes.
 */
class SearchField extends HTMLElement {
  readonly #voice = pageVoice();

  connectedCallback(): void {
    const field = this.querySelector('input');
    const found = this.querySelector<HTMLElement>('.found');
    const status = found?.querySelector<HTMLElement>('[role=status]');
    if (!field || !found || !status) return;
    const prepare = () => void openSession(baseOf(this)).catch(() => undefined);
    field.addEventListener('focus', prepare);
    if (field === document.activeElement) prepare();
    const asking = new Asking(this, () => status.replaceChildren(this.#voice.t.searching));
    const close = () => {
      asking.stop();
      found.hidden = true;
      show(status, []);
    };
    const search = () =>
      asking.afterRest(() => {
        if (field.value.trim() === '') return close();
        found.hidden = false;
        void this.#answer(asking, field.value, status);
      });
    field.addEventListener('input', search);
    this.addEventListener('keydown', arrows(field, '.found a'));
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close();
    });
    // what was typed while this script was on its way
    if (field.value.trim() !== '') search();
  }

  async #answer(asking: Asking, text: string, status: HTMLElement): Promise<void> {
    const voice = this.#voice;
    const query: Query = { text, chosen: {}, order: 'best' };
    const found = await asking.ask(async ({ finder, engine }) => {
      const answer = await finder.find(query);
      return { answer, first: await answer.take(SHOWN), manifest: engine.manifest };
    });
    if (found === undefined) return;
    if (found instanceof SearchError) return show(status, [voice.t.trouble[found.trouble]]);
    const { answer, first, manifest } = found;
    const list = h('ol', { class: 'res' });
    list.append(...first.map((result) => resultItem(inBrief(result), manifest, voice)));
    const more = h('p', { class: 'lb more' }, queryLink(query, manifest, voice.t.all));
    const line = statusLine(query, answer, manifest, voice);
    show(status, line, list, ...(first.length > 0 ? [more] : []));
  }
}

/**
 * Shows a line and what belongs below it. The line's element stays where it is: screen readers may
 * not read one that was taken out and put back.
 */
function show(status: HTMLElement, line: (Node | string)[], ...below: Node[]): void {
  while (status.nextSibling) status.nextSibling.remove();
  status.replaceChildren(...line);
  status.after(...below);
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
