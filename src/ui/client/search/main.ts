/* What the loader fetches: whichever of these the page has begins by itself. */
import '../not-found.ts';
import './page.ts';
import './quick.ts';
import './arrival.ts';
import './shortcut.ts';
