import { isAsked, readQuery, writeQuery } from '../../../outputs/search/address.ts';
import { type Answer, type Query, SearchError } from '../../../outputs/search/answer.ts';
import { FACETS, type Manifest } from '../../../outputs/search/names.ts';
import { type Destination, destinationItem, destinationsOf, fetchAll } from './destinations.ts';
import { h } from './html.ts';
import { arrows } from './keys.ts';
import { Panel } from './panel.ts';
import { keepRecent } from './recent.ts';
import { pageVoice, resultItem, type View } from './results.ts';
import { Session } from './session.ts';
import { offerStart } from './start.ts';
import { chips, filtersInForce, onward, orders, statusLine, troubleLine } from './summary.ts';
import { onTyped } from './typing.ts';

/** Entries shown at first, and more at each wish. */
const [FIRST, MORE] = [5, 10];
/** With more entries than this, filters are counted only once their panel is opened. */
const COUNTED_AT_ONCE = 500;

/** What the history keeps of an answer: entries shown, pixels above the window. */
interface Place {
  shown: number;
  top: number;
}

/** An answer with all that is shown of it at first. */
interface Shown {
  answer: Answer;
  destinations: Destination[];
  view: View;
}

/** Whether filters stand beside what they narrow, not above it. */
function hasRoom(): boolean {
  return matchMedia('(width >= 75rem)').matches;
}

/** The search page: results as you type, filters, an address that shares both. */
class SearchPage extends HTMLElement {
  readonly #voice = pageVoice();
  readonly #base = this.dataset.base ?? '/';
  readonly #session = new Session(this, () => this.#sayWaiting());
  #query: Query = { text: '', chosen: {}, order: 'best' };
  #showRecent = () => {};
  /** Entries that a reader wants to see of it. */
  #wanted = FIRST;
  #panel: Panel | undefined;
  /** How far down a reader was who comes back. */
  #top: number | undefined;
  /** What answers need to be shown, once the index is open. */
  #view: View | undefined;
  #isCounted = false;
  /** What of the record the answer is of that is shown; all of it when undefined. */
  #since: string | undefined;
  #isTroubled = false;
  /** The field that changed the address last: then more typing in it replaces the address. */
  #typed: HTMLInputElement | undefined;

  connectedCallback(): void {
    const field = this.#field();
    this.#part('form.find').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#change({ ...this.#query, text: field.value });
    });
    onTyped(field, () => {
      const { value } = field;
      this.#session.afterRest(value, () => this.#change({ ...this.#query, text: value }, field));
    });
    this.addEventListener('click', (event) => this.#follow(event));
    this.addEventListener('keydown', arrows(field, '.destinations a, .results a'));
    this.#filters().addEventListener('toggle', () => {
      if (this.#filters().open && !this.#isCounted) void this.#run();
    });
    addEventListener('popstate', () => {
      const query = readQuery(location.search);
      // a link to a place of this page asks nothing
      if (writeQuery(query) === writeQuery(this.#query)) return;
      field.value = query.text;
      this.#read();
    });
    addEventListener('online', () => {
      if (this.#isTroubled) void this.#run();
    });
    addEventListener('scrollend', () => this.#keepPlace());
    this.#session.prepare();
    void fetchAll(this.#base);
    this.#showRecent = offerStart(this.#part('.start'), field, location.pathname);
    this.#read();
  }

  /** Takes the query from the address. */
  #read(): void {
    this.#typed = undefined;
    const { shown = 0, top } = (history.state ?? {}) as Partial<Place>;
    this.#wanted = Math.max(FIRST, shown);
    this.#top = top;
    this.#query = readQuery(location.search);
    const field = this.#field();
    // what was typed while this script was on its way is kept
    if (field !== document.activeElement || this.#query.text !== '') field.value = this.#query.text;
    else this.#query.text = field.value;
    void this.#run();
  }

  /** A link to a query is answered in place; who follows another has found something. */
  #follow(event: MouseEvent): void {
    const isFound = event.target instanceof Element && event.target.closest('.hits a[href]');
    if (isFound && this.#view) keepRecent(this.#query, this.#view);
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target instanceof Element && event.target.closest('a[data-query]');
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    this.#change(readQuery(link.search));
    // the link goes with the answer; focus in the field would bring up a phone's keyboard
    this.#part('.state p').focus();
  }

  /**
   * Asks another question and puts it into the address.
   * @param typed field that it was typed into
   */
  #change(query: Query, typed?: HTMLInputElement): void {
    const address = location.pathname + writeQuery(query);
    if (address !== location.pathname + location.search) {
      if (typed && typed === this.#typed) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
    }
    this.#typed = typed;
    this.#wanted = FIRST;
    // an answer to other words is not to be looked for below the filters
    if (query.text !== this.#query.text && !hasRoom()) this.#filters().open = false;
    this.#query = query;
    void this.#run();
  }

  /** Answers the query, unless another one is asked meanwhile. */
  async #run(): Promise<void> {
    const query = this.#query;
    this.#isTroubled = false;
    this.toggleAttribute('data-asked', isAsked(query));
    this.ariaBusy = String(isAsked(query));
    if (!isAsked(query)) {
      this.#session.stop();
      this.#clear();
      this.#showRecent();
      return;
    }
    let beside: Promise<Destination[]> = Promise.resolve([]);
    const found = await this.#session.answer(
      query,
      (manifest) => {
        const view = this.#viewOf(manifest);
        this.#view = view;
        this.#isCounted = this.#filters().open || manifest.entries <= COUNTED_AT_ONCE;
        beside = destinationsOf(query, view, this.#base);
        return { count: this.#wanted, counted: this.#isCounted ? FACETS : [] };
      },
      (answer, manifest) => {
        this.#put('.state p', statusLine(query, answer, this.#viewOf(manifest)));
      },
    );
    const destinations = await beside;
    if (found === undefined || query !== this.#query) return;
    this.ariaBusy = 'false';
    if (found instanceof SearchError) this.#trouble(found);
    else this.#show(query, { ...found, destinations, view: this.#viewOf(found.manifest) });
    if (this.#top !== undefined) scrollTo(0, this.#top);
    this.#top = undefined;
  }

  #show(query: Query, { answer, destinations, view }: Shown): void {
    this.#since = answer.since;
    const found = answer.total;
    const isNothing = found + destinations.length === 0 && filtersInForce(query, view).length === 0;
    this.#put('.state p', statusLine(query, answer, view));
    this.#put('.chips', chips(query, view));
    this.#put('.sort', found > 1 ? orders(query, view) : []);
    this.#put(
      '.destinations',
      destinations.map((one) => destinationItem(one, view)),
    );
    this.#put('.results');
    this.#put('.onward', onward(query, view));
    // then the ways round the search come back
    if (isNothing) this.removeAttribute('data-asked');
    this.#part('.none').hidden = !isNothing;
    this.#add(answer, view);
    this.#filters().hidden = isNothing;
    if (!this.#typed) keepRecent(query, view);
    if (!isNothing) this.#showPanel(query, answer, view);
  }

  /** Adds the entries of an answer to the list. */
  #add({ total, results }: Answer, view: View): void {
    this.#part('.results').append(...results.map((result) => resultItem(result, view)));
    const left = total - this.#headlines().length;
    const button = h('button', { type: 'button' }, this.#voice.t.more);
    button.addEventListener('click', () => void this.#more(button, view), { once: true });
    this.#put('.more', left > 0 ? [button] : []);
  }

  /** Adds the next entries; when their texts do not come, or they are of another record, the question is asked anew. */
  async #more(button: HTMLElement, view: View): Promise<void> {
    const query = this.#query;
    const shown = this.#headlines().length;
    const next = await this.#session.more(query, { from: shown, count: MORE });
    // something else is asked or shown by now
    if (query !== this.#query || !button.isConnected) return;
    this.#wanted = shown + MORE;
    if (next && next.since === this.#since) this.#add(next, view);
    else await this.#run();
    this.#keepPlace();
    (this.#headlines()[shown] ?? this.#part('.state p')).focus();
  }

  /** Keeps in the history where the reader is, for the way back. */
  #keepPlace(): void {
    const place: Place = { shown: this.#headlines().length, top: scrollY };
    if (this.ariaBusy === 'false') history.replaceState(place, '');
  }

  #headlines(): NodeListOf<HTMLElement> {
    return this.querySelectorAll<HTMLElement>('.results h2 a');
  }

  #showPanel(query: Query, answer: Answer, view: View): void {
    if (!this.#panel) {
      if (hasRoom() && view.manifest.entries <= COUNTED_AT_ONCE) this.#filters().open = true;
      const panel = new Panel(
        view,
        (field) => this.#change({ ...this.#query, ...panel.read() }, field),
        () => this.#closeFilters(),
      );
      this.#filters().append(panel.form);
      this.#panel = panel;
    }
    const { t } = this.#voice;
    const n = filtersInForce(query, view).length;
    this.#put('.filters summary', [n === 0 ? t.narrow : t.narrowed({ n })]);
    this.#panel.show(query, answer);
  }

  /** Back to what was found, which stands below the filters where there is little room. */
  #closeFilters(): void {
    this.#filters().open = false;
    const line = this.#part('.state p');
    line.focus({ preventScroll: true });
    this.#filters().scrollIntoView();
  }

  /** Says what went wrong, and offers what helps. */
  #trouble({ trouble }: SearchError): void {
    const { t } = this.#voice;
    const help = h('button', { type: 'button' }, t.help[trouble]);
    help.addEventListener('click', () => {
      if (trouble === 'outdated') location.reload();
      else void this.#run();
    });
    this.#clear();
    this.#isTroubled = true;
    this.#put('.state p', troubleLine(trouble, this.#voice));
    this.#put('.more', [help]);
  }

  #sayWaiting(): void {
    this.#put('.state p', [this.#voice.t[this.#view ? 'searching' : 'loading']]);
  }

  #viewOf(manifest: Manifest): View {
    return { ...this.#voice, manifest };
  }

  #clear(): void {
    const parts = ['.state p', '.chips', '.sort', '.destinations', '.results', '.more', '.onward'];
    for (const part of parts) this.#put(part);
    this.#filters().hidden = true;
    this.#part('.none').hidden = true;
  }

  #field(): HTMLInputElement {
    return this.#part('input[type=search]');
  }

  #filters(): HTMLDetailsElement {
    return this.#part('.filters');
  }

  #put(selector: string, children: readonly (Node | string)[] = []): void {
    this.#part(selector).replaceChildren(...children);
  }

  #part<Part extends HTMLElement = HTMLElement>(selector: string): Part {
    const part = this.querySelector<Part>(selector);
    if (!part) throw new Error(`the search page has no ${selector}`);
    return part;
  }
}

/** Lets the search page begin. */
export const begin = () => customElements.define('search-page', SearchPage);
