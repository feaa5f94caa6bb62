import type { Words } from '../i18n/language.ts';

/** What this publication says in words of its own, by the names of `src/i18n/languages/en.ts`. */
export default {} satisfies Words;
