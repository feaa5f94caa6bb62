import { stringsFor } from '../i18n/index.ts';
import site from '../site.config.ts';

/** What the interface says, in the publication's language. */
export const t = stringsFor(site.locale);
