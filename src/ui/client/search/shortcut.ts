import { readStored, store } from '../stored.ts';

/*
 * `/` and Ctrl+K lead to the search where a reader has asked for it: who speaks to a computer types letters
 * without meaning to (WCAG 2.1.4).
 */

/** The loader knows it, too: it fetches this file where it is kept. */
const NAME = 'search-keys';

/** Listens, on whichever page this is. */
function listen(): void {
  addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const isHeld = ctrlKey || metaKey;
    const isText =
      target instanceof Element && target.matches('input, textarea, [contenteditable]');
    const isShortcut = isHeld ? key === 'k' && !altKey : key === '/' && !isText;
    const field = document.querySelector<HTMLInputElement>('#ask, #q');
    if (!isShortcut || !field || !readStored(NAME)) return;
    event.preventDefault();
    field.focus();
  });
}

/** A box that turns it on and off. */
export function offerShortcut(box: HTMLInputElement): void {
  box.closest('label')?.removeAttribute('hidden');
  box.checked = readStored(NAME) !== undefined;
  box.addEventListener('change', () => {
    if (!store(NAME, box.checked ? 'on' : undefined)) box.checked = false;
  });
}

listen();
