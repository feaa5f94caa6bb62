/* What the loader fetches: whichever of these the page has begins by itself. */
import './page.ts';
import './quick.ts';
import './arrival.ts';
