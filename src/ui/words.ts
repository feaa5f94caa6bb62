import { voiceOf } from '../i18n/index.ts';
import site from '../site.config.ts';

/** What the interface says, and how it writes dates and amounts, in the publication's language. */
export const { t, f, amount } = voiceOf(site);
