import {
  type Passage,
  type Query,
  type Result,
  SearchError,
} from '../../../outputs/search/answer.ts';
import { type Destination, destinationItem, destinationsOf } from './destinations.ts';
import { h } from './html.ts';
import { arrows } from './keys.ts';
import { keepRecent } from './recent.ts';
import { pageVoice, resultItem } from './results.ts';
import { Session } from './session.ts';
import { queryLink, statusLine } from './summary.ts';
import { onTyped } from './typing.ts';

/** Entries shown; the others are on the search page. */
const SHOWN = 4;
/** Pages beside entries. */
const PAGES = 2;

/**
 * The field in the masthead: what is typed is found below the masthead, in the page's flow; Enter
 * goes to the search page, Escape closes.
 */
class SearchField extends HTMLElement {
  connectedCallback(): void {
    const base = this.dataset.base ?? '/';
    const field = this.querySelector('input');
    const found = this.querySelector<HTMLElement>('.found');
    const status = found?.querySelector<HTMLElement>('[role=status]');
    if (!field || !found || !status) return;
    const voice = pageVoice();
    const session = new Session(this, () => status.replaceChildren(voice.t.searching));
    field.addEventListener('focus', () => session.prepare());
    if (field === document.activeElement) session.prepare();
    /** What the links below the field answer. */
    let kept: Parameters<typeof keepRecent> | undefined;
    const close = () => {
      session.stop();
      if (history.state?.ask) history.replaceState({ ...history.state, ask: undefined }, '');
      found.hidden = true;
      found.ariaBusy = 'false';
      show(status, []);
    };
    const answer = async () => {
      if (field.value.trim() === '') return close();
      found.hidden = false;
      const query: Query = { text: field.value, chosen: {}, order: 'best' };
      let beside: Promise<Destination[]> = Promise.resolve([]);
      const answered = await session.answer(
        query,
        (manifest) => {
          beside = destinationsOf(query, { ...voice, manifest }, base);
          return { count: SHOWN };
        },
        (answer, manifest) =>
          status.replaceChildren(...statusLine(query, answer, { ...voice, manifest })),
      );
      const destinations = await beside;
      if (answered === undefined) return;
      found.ariaBusy = 'false';
      if (answered instanceof SearchError) {
        return show(status, [voice.t.trouble[answered.trouble]]);
      }
      const { answer, manifest } = answered;
      const view = { ...voice, manifest };
      kept = [query, view];
      const pages = h(
        'ul.destinations',
        { 'aria-label': voice.t.destinations.label },
        destinations.slice(0, PAGES).map((one) => destinationItem(one, view)),
      );
      const list = h(
        'ol.results',
        answer.results.map((result) => resultItem(inBrief(result), view)),
      );
      const more = h('p.label.more', queryLink(query, view, voice.t.all));
      show(
        status,
        statusLine(query, answer, view),
        pages,
        list,
        ...(answer.total > 0 ? [more] : []),
      );
    };
    found.addEventListener('click', ({ target }) => {
      if (!kept || !(target instanceof Element && target.closest('a'))) return;
      keepRecent(...kept);
      // on the way back the list is there again: the loader reads this
      history.replaceState({ ...history.state, ask: field.value }, '');
    });
    const search = () => session.afterRest(field.value, answer);
    onTyped(field, search);
    this.addEventListener('keydown', arrows(field, '.found a'));
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.isComposing) close();
    });
    // what was typed while this script was on its way
    found.ariaBusy = 'true';
    if (field.value.trim() !== '') search();
    else close();
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
  const passages = result.passages.filter((one) => marks(one) === most).slice(0, 1);
  return { ...result, figure: undefined, passages };
}

customElements.define('search-field', SearchField);
