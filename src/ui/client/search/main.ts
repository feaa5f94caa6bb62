/* What the loader fetches: whichever of these the page has begins by itself. */
import '../not-found.ts';
import { begin } from './page.ts';
import './quick.ts';
import { pause } from './pause.ts';
import { pageVoice } from './results.ts';
import './arrival.ts';
import './shortcut.ts';

// what is found is dressed by a sheet of its own, which no page needs before
const href = document.querySelector<HTMLElement>('[data-results]')?.dataset.results ?? '';
document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));

void pause().then(pageVoice).then(pause).then(begin);
