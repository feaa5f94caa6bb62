/* All that a page runs by itself, in one file. */
import './beside.ts';
import './copy-link.ts';
import './theme.ts';
import './search/loader.ts';
