import { siteIn, type Voice, voiceOf } from '../i18n/index.ts';
import site from '../publication/site.config.ts';

/** How the publication speaks. */
export const voice = voiceOf(site);

/** The language of its names of topics and storylines, on the page of an entry in another. */
export const { locale } = site;

/** How an entry in a language of its own speaks. */
export function voiceIn(lang: string | undefined): Voice {
  return voiceOf(siteIn(lang, site));
}

/** Whether it is plain: then nothing has the frame of a stamp. */
export const isPlain = site.voice === 'plain';

/** What the interface says, how it writes dates and amounts, what its lists are called, in the publication's language. */
export const { t, f, amount, label, named } = voice;
