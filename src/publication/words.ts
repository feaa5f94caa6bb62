import type { Words } from '../i18n/language.ts';

/** What this publication says in words of its own, by the names of `src/i18n/languages/en.ts`. */
export default {
  shell: {
    licence:
      'Text and charts may be copied under <licence>{licence}</licence>: name {site} and the entry. Nothing here is legal or investment advice. No cookies and no trackers. Everything but search works without JavaScript.',
  },
} satisfies Words;
