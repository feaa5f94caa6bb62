import { voiceOf } from '../i18n/index.ts';
import site from '../publication/site.config.ts';

/** How the publication speaks. */
export const voice = voiceOf(site);

/** What the interface says, how it writes dates and amounts, what its lists are called, in the publication's language. */
export const { t, f, amount, label, named } = voice;
