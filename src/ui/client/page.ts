/*
 * All that a page runs by itself, in one small file. It stands in the head as a classic script, so that a
 * chosen scheme is there before the first paint; what needs the page waits for it.
 */
import { partNotes } from './beside.ts';
import { loadSearch } from './search/loader.ts';
import { offerSharing } from './share.ts';
import { offerThemes, startTheme } from './theme.ts';
import { showWhole } from './whole-picture.ts';

startTheme();
awaitAnswer();
document.addEventListener('click', showWhole);

/** On the page of the search, when something is asked: leaves the room of the answer free from the first paint on. */
function awaitAnswer(): void {
  if (location.search && document.querySelector('[data-index]')) {
    document.documentElement.dataset.asked = '';
  }
}

/** Opens what is closed only because a phone has little room. */
function openWide(): void {
  const { matches } = matchMedia('(width >= 75rem)');
  for (const details of document.querySelectorAll<HTMLDetailsElement>('[data-wide]'))
    details.open = matches;
}

document.addEventListener('DOMContentLoaded', () => {
  offerThemes();
  offerSharing();
  partNotes();
  openWide();
  // browsers load no modules from disk, and no search without a server
  if (location.protocol !== 'file:') loadSearch();
});
