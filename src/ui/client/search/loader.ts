/**
 * All of the search that a page loads by itself. The rest comes when a reader goes to the field, or
 * from a result, or asks the search page, or came to an address where nothing is.
 */
export function loadSearch(): void {
  const field = document.querySelector<HTMLInputElement>('#ask, #q');
  const search = field?.closest<HTMLElement>('search-field, search-page');
  const isMissing = document.body.className === 'missing';
  const rest = document.querySelector<HTMLElement>('[data-search]')?.dataset.search;
  let address = rest ?? '';
  let isThere = false;

  /** Shows words where the results will be. */
  const say = (words = '') => {
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
      say(search?.dataset.failed);
    }
  };
  /** A reader must not wonder whether anything happens. */
  const loadAloud = () => {
    if (isThere) return;
    say(search?.dataset.loading);
    void load();
  };

  if (!search) return;
  field?.addEventListener('focus', load);
  field?.addEventListener('input', loadAloud);
  if (search.localName === 'search-page' && location.search) loadAloud();
  else if (isMissing || location.search.includes('highlight=')) void load();
}
