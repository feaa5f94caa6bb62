import type { Language } from '../language.ts';
import en from './en.ts';

/** English as the United States write it; dates are Intl's. */
export default {
  ...en,
  name: 'English (US)',
  fallback: 'en',
  words: { cite: { email: 'Email' } },
  plain: {},
} satisfies Language;
