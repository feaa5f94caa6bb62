import { SIGNS } from '../i18n/languages.ts';
import { wordsOf } from '../i18n/words.ts';
import type { CompileOptions } from '../markdown/scope.ts';
import { idsOf } from '../record/lists.ts';
import { Routes } from '../record/routes.ts';
import type { Site } from '../record/site.ts';

/** What compiling an article depends on in a publication. */
export function compileOptions(site: Site): CompileOptions {
  const routes = new Routes(site.url);
  return {
    describes: site.articles.description === 'first sentence',
    url: site.url,
    lang: site.locale,
    copyDesk: site.articles.copyDesk,
    base: routes.base,
    glossary: routes.glossary(),
    lists: { kinds: idsOf(site.kinds), sources: idsOf(site.sources) },
    labels: wordsOf(site).compiled,
    signs: SIGNS,
  };
}
