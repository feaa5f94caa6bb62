/** What `src/site.config.ts` of version 1.0 imports from here; it lies in `src/record` now. */
export { defineSite } from '../record/site.ts';
