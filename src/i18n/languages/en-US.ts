import type { Language } from '../language.ts';
import en from './en.ts';

/** English as the United States write it: a comma stands within the quotation. Dates are Intl's. */
export default {
  ...en,
  name: 'English (US)',
  fallback: 'en',
  words: {
    cite: {
      reference: '“{title},” <site>{site}</site>, {dates}. {url}',
      referenceNumbered: '“{title},” <site>{site}</site> {number}, {dates}. {url}',
    },
  },
  plain: {},
} satisfies Language;
