import type { LoaderWords } from '../../../i18n/search-words.ts';
import { readStored } from '../stored.ts';

/** What it says, in the language and voice of the publication: put here by the compiler. */
declare const LOADER_WORDS: LoaderWords;

// the compiler would write them out at each use
const t = LOADER_WORDS;

/**
 * All of the search that a page loads by itself. The rest comes when a reader goes to the field, or
 * from a result, or asks the search page, or came to an address where nothing is, or has turned on its keys.
 */
export function loadSearch(): void {
  const field = document.querySelector<HTMLInputElement>('#ask, #q');
  const search = field?.closest<HTMLElement>('search-field, search-page');
  const isMissing = document.body.className === 'missing';
  const rest = document.querySelector<HTMLElement>('[data-search]')?.dataset.search;
  let address = rest ?? '';
  let isThere = false;

  /** Shows words where the results will be. */
  const say = (words: string) => {
    const status = search?.querySelector('[role=status]');
    status?.closest('.band')?.removeAttribute('hidden');
    status?.replaceChildren(words);
  };
  const load = async () => {
    try {
      await import(/* @vite-ignore */ address);
      isThere = true;
    } catch {
      // Chromium does not ask twice for a module that did not come: another address is another module
      address = `${rest}?again=${Date.now()}`;
      // the ways round the search come back
      delete document.documentElement.dataset.asked;
      if (navigator.onLine) return say(t.failed);
      say(t.unreached);
      addEventListener('online', loadAloud, { once: true });
    }
  };
  /** A reader must not wonder whether anything happens. */
  const loadAloud = () => {
    if (isThere) return;
    say(t.loading);
    void load();
  };

  if (!search) return;
  field?.addEventListener('focus', load);
  field?.addEventListener('input', loadAloud);
  if (search.localName === 'search-page' && location.search) loadAloud();
  else if (search.localName === 'search-page') {
    field?.focus({ preventScroll: true });
    void load();
  } else if (field && history.state?.ask) {
    field.value = history.state.ask;
    loadAloud();
  } else if (isMissing || location.search.includes('highlight=') || readStored('search-keys')) {
    void load();
  }
}
