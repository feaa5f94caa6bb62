import { voiceOf } from '../../i18n/index.ts';
import type { Archive } from '../../record/archive.ts';
import { type Article, shownNumber } from '../../record/article.ts';
import { idsOf, usualGroup } from '../../record/lists.ts';
import type { Text } from '../../record/text.ts';
import type { Block } from './blocks.ts';
import type { Facet } from './names.ts';
import { otherNames } from './synonyms.ts';
import { textBlocks } from './text-blocks.ts';

/** What a result shows of an entry and marks in it: the file that is fetched for it. */
export interface EntryText {
  /** Address below the base path, with a slash before it. */
  path: string;
  /** Docket number; empty where there is none. */
  number: string;
  /** `2018-08-24` */
  day: string;
  /** Id of its storyline and its number there; empty without one. */
  storyline: string;
  part: string;
  /** Its language, when another than that of the publication. */
  lang?: string | undefined;
  figure?: { value: string; label: string } | undefined;
  blocks: Block[];
}

/** An entry as the index takes it in. */
export interface SearchRecord {
  text: EntryText;
  /** What it can be chosen by, but the year: that is its day’s. */
  facets: [facet: Facet, value: string][];
}

/** The record of an entry. */
export function searchRecord(article: Article, archive: Archive, text: Text): SearchRecord {
  const { routes } = archive;
  const position = archive.position(article);
  const { called, names } = otherNames(article, archive, text.text);
  const usual = usualGroup(idsOf(archive.site.groups));
  const block = (kind: Block['kind'], lines: readonly string[]): Block[] =>
    lines.length === 0 ? [] : [{ kind, id: '', text: lines.join('\n') }];
  return {
    text: {
      path: `/${routes.below(routes.article(article))}`,
      number: shownNumber(article, archive.site) ?? '',
      day: article.pubDate.day,
      storyline: position?.storyline.id ?? '',
      part: position ? String(position.part) : '',
      ...(article.lang !== undefined && { lang: article.lang }),
      ...(article.figure && { figure: article.figure }),
      blocks: [
        ...block('title', [article.title]),
        ...block('standfirst', [article.description]),
        ...article.keyFacts.flatMap((fact) => block('facts', [fact.text])),
        ...textBlocks(text.tree),
        ...text.notes.map((note): Block => ({ kind: 'note', id: `fn-${note.n}`, text: note.text })),
        ...correctionBlocks(article, archive),
        ...block(
          'sources',
          article.sources.map(({ title, publisher }) => `${title}, ${publisher}`),
        ),
        ...block('about', aboutWords(article, archive)),
        ...block('called', called),
        ...block('names', names),
      ],
    },
    facets: [
      ...article.tags.map((id): [Facet, string] => [archive.tags.get(id)?.group ?? usual, id]),
      ...(position ? [['storyline', position.storyline.id] as [Facet, string]] : []),
      ['kind', article.kind],
      ...article.authors.map((id): [Facet, string] => ['author', id]),
    ],
  };
}

/** The corrections of an entry, as its page shows them: what was wrong is found, too. */
function correctionBlocks({ corrections }: Article, { site }: Archive): Block[] {
  const { t, f } = voiceOf(site);
  return corrections.map(({ date, text, was, now }, i) => ({
    kind: 'note',
    id: `correction-${corrections.length - i}`,
    text: [
      t.entry.correction({ date: f.day(date.day) }),
      text,
      ...(was === undefined ? [] : [`${t.entry.was}${t.signs.colon}${was}`]),
      ...(now === undefined ? [] : [`${t.entry.now}${t.signs.colon}${now}`]),
    ].join('\n'),
  }));
}

/** What an entry is filed under, as a reader may type it: number, day, names. */
function aboutWords(article: Article, archive: Archive): string[] {
  const { day } = article.pubDate;
  const { t, f, named } = voiceOf(archive.site);
  const storyline = archive.position(article)?.storyline;
  return [
    ...(article.number === undefined ? [] : [t.no({ number: article.number })]),
    f.day(day),
    named.kind(article.kind),
    ...(storyline ? [storyline.name] : []),
    ...article.authors.map((id) => archive.authors.get(id)?.name ?? id),
    ...article.tags.map((id) => archive.tags.get(id)?.name ?? id),
  ];
}
