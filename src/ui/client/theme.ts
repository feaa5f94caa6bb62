import { readStored, store } from './stored.ts';

/* The schemes: as the system, light, dark. The choice stays in this browser, for all of its pages. */

const root = document.documentElement;
/** A choice that could not be stored. */
let unkept: string | undefined;

/** Puts the stored choice in force, on the page and on the frame that browsers draw around it. */
function setTheme(): void {
  // where storage is forbidden, the choice holds for this page
  show(readStored('theme') ?? unkept);
}

function show(theme: string | undefined): void {
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[data-scheme]')) {
    const { scheme } = meta.dataset;
    meta.media = theme
      ? scheme === theme
        ? 'all'
        : 'not all'
      : `(prefers-color-scheme: ${scheme})`;
  }
  for (const input of document.querySelectorAll<HTMLInputElement>('[name=theme]')) {
    input.checked = input.value === (theme ?? 'system');
  }
}

function choose({ target }: Event): void {
  const theme =
    target instanceof HTMLInputElement && target.value !== 'system' ? target.value : undefined;
  unkept = store('theme', theme) ? undefined : theme;
  show(theme);
}

/** Before anything is painted: the choice of before, kept in step with other tabs and on the way back. */
export function startTheme(): void {
  setTheme();
  addEventListener('storage', setTheme);
  addEventListener('pageshow', setTheme);
}

/** Shows the switch. */
export function offerThemes(): void {
  const themes = document.querySelector<HTMLElement>('.themes');
  if (!themes) return;
  setTheme();
  themes.addEventListener('change', choose);
  themes.hidden = false;
}
