import { voiceOf } from '../i18n/index.ts';
import site from '../publication/site.config.ts';

/** How the publication speaks. */
export const voice = voiceOf(site);

/** What the interface says, and how it writes dates and amounts, in the publication's language. */
export const { t, f, amount, label } = voice;
