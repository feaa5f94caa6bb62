import { voiceOf } from '../i18n/index.ts';
import type { Archive } from '../record/archive.ts';
import { type Article, shownNumber } from '../record/article.ts';
import type { TermData } from '../record/frontmatter.ts';
import type { ListView } from './list.ts';
import { type Link, namedPage, pageView } from './page.ts';

/** A term of the glossary; its id is its anchor. */
export type Term = Pick<TermData, 'name' | 'text' | 'lang'> & {
  id: string;
  /** Its first letter, unless the term before begins with the same. */
  letter: string | undefined;
  /** The oldest entry that marks it. */
  first: Link | undefined;
};

/** With more terms than this, its letters lead to where they begin. */
const MANY = 12;

/** The glossary: each term can be linked to. */
export function glossaryView(archive: Archive): ListView {
  const { t } = voiceOf(archive.site);
  const terms = termsOf(archive);
  const letters = terms.flatMap(({ id, letter }) =>
    letter ? [{ name: letter, href: `#${id}` }] : [],
  );
  return {
    ...pageView(namedPage('glossary', archive), archive),
    header: {
      label: t.lists.browse,
      title: t.places.glossary,
      text: t.glossary.text,
      letters: terms.length > MANY ? letters : undefined,
    },
    terms,
    empty: terms.length === 0 ? t.lists.nothing : undefined,
  };
}

/** All terms in order of the alphabet. */
function termsOf(archive: Archive): Term[] {
  const { articles, glossary, site } = archive;
  const order = new Intl.Collator(site.locale);
  const initial = (name: string) => [...name][0]?.toLocaleUpperCase(site.locale);
  const first = new Map<string, Article>();
  // newest first: the last to be set is the oldest
  for (const article of articles) for (const id of article.terms) first.set(id, article);
  return [...glossary]
    .sort(([, a], [, b]) => order.compare(a.name, b.name))
    .map(([id, { name, text, lang }], i, sorted) => {
      const letter = initial(name);
      const isNew = letter !== initial(sorted[i - 1]?.[1].name ?? '');
      const article = first.get(id);
      return {
        id,
        name,
        text,
        lang,
        letter: isNew ? letter : undefined,
        first: article && useOf(article, archive),
      };
    });
}

function useOf(article: Article, { routes, site }: Archive): Link {
  const { t, f } = voiceOf(site);
  const { pubDate } = article;
  const number = shownNumber(article, site);
  return {
    name: number === undefined ? f.shortDay(pubDate.day) : t.noWithin({ number }),
    href: routes.article(article),
  };
}
