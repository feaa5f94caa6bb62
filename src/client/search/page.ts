import { FACETS, type Facet, type Manifest } from '../../outputs/search/names.ts';
import { Format } from '../../strings/format.ts';
import { searchStrings } from '../../strings/search.ts';
import { isAsked, readQuery, writeQuery } from './address.ts';
import { SearchError } from './engine.ts';
import type { Answer, Query } from './finder.ts';
import { h } from './html.ts';
import { arrows } from './keys.ts';
import { Panel } from './panel.ts';
import type { Result } from './result.ts';
import { resultItem, type Voice } from './results.ts';
import { ask, baseOf } from './session.ts';
import { chips, filtersInForce, fitting, onward, orders, statusLine } from './summary.ts';

/** Rest after a keystroke before the index is asked, in milliseconds. */
const REST = 25;
/** After so long without an answer the page says that it is searching, in milliseconds. */
const PATIENCE = 80;
/** Entries shown at first, and more at each wish. */
const FIRST = 5;
const MORE = 10;
/** With more entries than this, filters are counted only once their panel is opened. */
const COUNTED_AT_ONCE = 500;

/** The search page: results as you type, filters, an address that shares both. */
export class SearchPage extends HTMLElement {
  readonly #voice: Voice = {
    t: searchStrings(document.documentElement.lang),
    f: new Format(document.documentElement.lang, 'UTC'),
  };
  #query: Query = { text: '', chosen: {}, order: 'best' };
  #panel: Panel | undefined;
  #manifest: Manifest | undefined;
  /** Counts the questions: an answer that comes after the next question is dropped. */
  #asked = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  /** Whether the address changed last by typing: then more typing replaces it. */
  #typing = false;

  connectedCallback(): void {
    const field = this.#field();
    this.#part('form.find').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#typing = false;
      this.#change({ ...this.#query, text: field.value });
    });
    field.addEventListener('input', () => {
      this.#beginWaiting();
      clearTimeout(this.#rest);
      this.#rest = setTimeout(() => {
        const replace = this.#typing;
        this.#typing = true;
        this.#change({ ...this.#query, text: field.value }, replace);
      }, REST);
    });
    this.addEventListener('click', (event) => this.#follow(event));
    this.addEventListener('keydown', arrows(field, '.res a'));
    this.#part('.filt').addEventListener('toggle', () => void this.#run());
    addEventListener('popstate', () => {
      field.value = readQuery(location.search).text;
      this.#read();
    });
    addEventListener('online', () => void this.#run());
    this.#read();
  }

  /** Takes the query from the address. */
  #read(): void {
    this.#typing = false;
    this.#query = readQuery(location.search);
    const field = this.#field();
    // what was typed while this script was on its way is kept
    if (field !== document.activeElement || this.#query.text !== '') field.value = this.#query.text;
    else this.#query.text = field.value;
    void this.#run();
  }

  /** A link to a query is answered in place. */
  #follow(event: MouseEvent): void {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target instanceof Element && event.target.closest('a[data-query]');
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    this.#typing = false;
    this.#change(readQuery(link.search));
    // the link goes with the answer; focus in the field would bring up a phone's keyboard
    this.#part('.state p').focus();
  }

  /** Asks another question and puts it into the address. */
  #change(query: Query, replace = false): void {
    const address = location.pathname + writeQuery(query);
    if (address !== location.pathname + location.search) {
      if (replace) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
    }
    this.#query = query;
    void this.#run();
  }

  /** Answers the query, unless another one is asked meanwhile. */
  async #run(): Promise<void> {
    this.#asked += 1;
    const number = this.#asked;
    const query = this.#query;
    this.toggleAttribute('data-asked', isAsked(query));
    if (!isAsked(query)) {
      this.#endWaiting();
      this.#clear();
      return;
    }
    this.#beginWaiting();
    try {
      const { answer, first, manifest } = await ask(baseOf(this), async ({ finder, engine }) => {
        this.#manifest = engine.manifest;
        const answer = await finder.find(query, this.#counted(engine.manifest));
        return { answer, first: await answer.take(FIRST), manifest: engine.manifest };
      });
      if (number !== this.#asked) return;
      this.#endWaiting();
      this.#show(query, answer, first, manifest);
    } catch (error) {
      if (number !== this.#asked) return;
      this.#endWaiting();
      this.#trouble(error);
    }
  }

  /** Facets whose values are counted. */
  #counted(manifest: Manifest): readonly Facet[] {
    const { open } = this.#part<HTMLDetailsElement>('.filt');
    return open || manifest.entries <= COUNTED_AT_ONCE ? FACETS : [];
  }

  #show(query: Query, answer: Answer, first: Result[], manifest: Manifest): void {
    const voice = this.#voice;
    this.#part('.state p').replaceChildren(...statusLine(query, answer, manifest, voice));
    this.#part('.chips').replaceChildren(...chips(query, manifest, voice));
    const found = answer.total + answer.most;
    const isNothing = found === 0 && filtersInForce(query, manifest, voice).length === 0;
    // then the ways round the search come back
    if (isNothing) this.removeAttribute('data-asked');
    this.#part('.none').hidden = !isNothing;
    this.#part('.sort').replaceChildren(...(found > 1 ? orders(query, manifest, voice) : []));
    const list = this.#part('.res');
    list.replaceChildren();
    this.#add(answer, first, manifest);
    this.#part('.onward').replaceChildren(...onward(query, manifest, voice));
    const fits = found === 0 ? fitting(query, manifest) : [];
    this.#part('.fits').replaceChildren(
      ...(fits.length === 0 ? [] : [`${voice.t.fitting} `]),
      ...fits.flatMap(([name, href], i) => [i === 0 ? '' : ', ', h('a', { href }, name)]),
    );
    if (isNothing) this.#part('.filt').hidden = true;
    else this.#showPanel(query, answer, manifest);
  }

  /** Adds entries to the list, with a line before those that have not all words. */
  #add(answer: Answer, results: readonly Result[], manifest: Manifest): void {
    const list = this.#part('.res');
    const { t } = this.#voice;
    for (const result of results) {
      const shown = list.querySelectorAll(':scope > li:not(.lb)').length;
      if (answer.total > 0 && shown === answer.total) {
        list.append(h('li', { class: 'lb' }, t.mostToo(answer.most)));
      }
      list.append(resultItem(result, manifest, this.#voice));
    }
    const shown = list.querySelectorAll(':scope > li:not(.lb)').length;
    const left = answer.total + answer.most - shown;
    const button = h('button', { type: 'button' }, t.more);
    button.addEventListener('click', async () => {
      const next = await answer.take(MORE);
      if (!button.isConnected) return;
      this.#add(answer, next, manifest);
      list.querySelectorAll<HTMLElement>(':scope > li:not(.lb) h2 a')[shown]?.focus();
    });
    this.#part('.more').replaceChildren(...(left > 0 ? [button] : []));
  }

  #showPanel(query: Query, answer: Answer, manifest: Manifest): void {
    const details = this.#part<HTMLDetailsElement>('.filt');
    details.hidden = false;
    details.classList.toggle('large', manifest.entries > COUNTED_AT_ONCE);
    if (!this.#panel) {
      const panel = new Panel(manifest, this.#voice, () => {
        this.#typing = false;
        this.#change({ ...this.#query, from: undefined, to: undefined, ...panel.read() });
      });
      details.append(panel.form);
      this.#panel = panel;
    }
    this.#panel.show(query, answer.counts);
  }

  /** Says what went wrong, and offers what helps. */
  #trouble(error: unknown): void {
    if (!(error instanceof SearchError)) throw error;
    const { t } = this.#voice;
    const help = h('button', { type: 'button' }, t.help[error.trouble]);
    help.addEventListener('click', () => {
      if (error.trouble === 'outdated') location.reload();
      else void this.#run();
    });
    this.#clear();
    const hint = error.trouble === 'missing' && import.meta.env.DEV ? ` ${t.noIndex}` : '';
    this.#part('.state p').replaceChildren(`${t.trouble[error.trouble]}${hint}`);
    this.#part('.more').replaceChildren(help);
  }

  #beginWaiting(): void {
    this.#patience ??= setTimeout(() => {
      const { t } = this.#voice;
      this.setAttribute('aria-busy', 'true');
      this.#part('.state p').replaceChildren(this.#manifest ? t.searching : t.loading);
    }, PATIENCE);
  }

  #endWaiting(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
    this.removeAttribute('aria-busy');
  }

  #clear(): void {
    for (const part of ['.state p', '.chips', '.sort', '.res', '.more', '.fits', '.onward']) {
      this.#part(part).replaceChildren();
    }
    this.#part('.filt').hidden = true;
    this.#part('.none').hidden = true;
  }

  #field(): HTMLInputElement {
    return this.#part('input[type=search]');
  }

  #part<Part extends HTMLElement = HTMLElement>(selector: string): Part {
    const part = this.querySelector<Part>(selector);
    if (!part) throw new Error(`the search page has no ${selector}`);
    return part;
  }
}

customElements.define('search-page', SearchPage);
