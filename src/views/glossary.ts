import { voiceOf } from '../i18n/index.ts';
import type { Archive } from '../record/archive.ts';
import type { TermData } from '../record/frontmatter.ts';
import type { ListView } from './list.ts';
import { namedPage, pageView } from './page.ts';

/** A term of the glossary; its id is its anchor. */
export type Term = Pick<TermData, 'name' | 'text' | 'lang'> & { id: string };

/** The glossary: each term can be linked to. */
export function glossaryView(archive: Archive): ListView {
  const { t } = voiceOf(archive.site);
  const { glossary, site } = archive;
  const order = new Intl.Collator(site.locale);
  return {
    ...pageView(namedPage('glossary', archive), archive),
    header: { label: t.lists.browse, title: t.places.glossary, text: t.glossary.text },
    terms: [...glossary]
      .map(([id, { name, text, lang }]) => ({ id, name, text, lang }))
      .sort((a, b) => order.compare(a.name, b.name)),
    empty: glossary.size === 0 ? t.lists.nothing : undefined,
  };
}
