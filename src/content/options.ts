import { SIGNS } from '../i18n/languages.ts';
import { wordsOf } from '../i18n/words.ts';
import type { CompileOptions } from '../markdown/scope.ts';
import { idsOf } from '../record/lists.ts';
import { Routes } from '../record/routes.ts';
import type { Site } from '../record/site.ts';
import type { ComponentDigests } from './own-components.ts';

/**
 * What compiling an article depends on in a publication.
 * @param components of the owner's
 */
export function compileOptions(site: Site, components: ComponentDigests = {}): CompileOptions {
  const routes = new Routes(site);
  const words = wordsOf(site);
  return {
    describes: site.articles.description === 'first sentence',
    numbered: site.voice !== 'plain',
    url: site.url,
    lang: site.locale,
    copyDesk: site.articles.copyDesk,
    base: routes.base,
    glossary: routes.glossary(),
    components,
    lists: { kinds: idsOf(site.kinds), sources: idsOf(site.sources) },
    labels: words.compiled,
    letters: words.signs.letters,
    signs: SIGNS,
  };
}
