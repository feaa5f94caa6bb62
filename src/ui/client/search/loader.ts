/*
 * All of the search that a page loads by itself. The rest comes when a reader goes to the field, or
 * from a result, or asks the search page.
 */
const field = document.querySelector<HTMLInputElement>('#ask, #q');
const search = field?.closest<HTMLElement>('search-field, search-page');
let isThere = false;
/** Where the rest is asked for, when it did not come before. */
let again: string | undefined;

/** Shows words where the results will be. */
function say(words = ''): void {
  const status = search?.querySelector('[role=status]');
  status?.closest('.band')?.removeAttribute('hidden');
  status?.replaceChildren(words);
}

async function load(): Promise<void> {
  try {
    await (again === undefined ? import('./main.ts') : import(/* @vite-ignore */ again));
    isThere = true;
  } catch (error) {
    // Chromium does not ask twice for a module that did not come, and names it: another address is another module
    const [address] = /https?:[^\s?]+/.exec(String(error)) ?? [];
    again = address && `${address}?again=${Date.now()}`;
    say(search?.dataset.failed);
  }
}

/** A reader must not wonder whether anything happens. */
function loadAloud(): void {
  if (isThere) return;
  say(search?.dataset.loading);
  void load();
}

if (search) {
  field?.addEventListener('focus', load);
  field?.addEventListener('input', loadAloud);
  if (search.localName === 'search-page' && location.search) loadAloud();
  else if (location.search.includes('highlight=')) void load();
}
