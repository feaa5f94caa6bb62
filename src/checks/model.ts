import type { Nodes } from 'mdast';
import { oncePer } from '../lib/once.ts';
import type { JsxElement } from '../markdown/props.ts';
import type { WikiTargets } from '../markdown/wikilinks.ts';
import {
  type ArticleFile,
  keyOf,
  type Places,
  placeOfField,
  visibilityOf,
} from '../record/article-file.ts';
import type {
  AuthorData,
  Frontmatter,
  PageData,
  StorylineData,
  TagData,
  TermData,
} from '../record/frontmatter.ts';
import { type Ledger, ledgerKey } from '../record/ledger.ts';
import type { OwnPage } from '../record/own-page.ts';
import type { Problem } from '../record/problem.ts';
import type { Site } from '../record/site.ts';
import type { Reference, Text } from '../record/text.ts';
import type { Visibility } from '../record/visibility.ts';

/** Where the owner's facts are. */
export const CONFIG = 'src/publication/site.config.ts';

/** A page of `content/pages/`. */
export interface PageFile {
  file: string;
  id: string;
  /** The fields that keep the contract: all of them, or none. */
  data: Partial<PageData>;
  /** The page, where they do. */
  page?: OwnPage;
  /** Where each value stands. */
  places: Places;
  /** Ids that a link may point to; undefined where only its code could say. */
  anchors?: string[];
  links: Reference[];
}

/** What articles refer to, and where each id stands. */
export interface Collection<Data> {
  values: ReadonlyMap<string, Data>;
  /** Ids whose entry breaks the contract: they are there, and their own problem is reported. */
  broken: ReadonlySet<string>;
  /** Whether its file could be read; what one holds that could not is not known. */
  readable: boolean;
  /** Where an id is written. */
  at(id: string): { file: string; line: number; column: number };
}

/** Everything of a publication at once: what the checks across files read. */
export interface ContentModel {
  site: Site;
  /** The moment of the check, in milliseconds since 1970 UTC. */
  now: number;
  articles: readonly ArticleFile[];
  pages: readonly PageFile[];
  tags: Collection<TagData>;
  authors: Collection<AuthorData>;
  storylines: Collection<StorylineData>;
  glossary: Collection<TermData>;
  /** Files of `public/`, as paths below it. */
  publicFiles: readonly string[];
  ledger: Ledger;
  /** Where the ledger has an article or a page. */
  ledgerAt(key: string): { file: string; line: number };
  /** When the last commit was made, in milliseconds since 1970 UTC; undefined where there is no git. */
  lastCommit(): number | undefined;
  /** Files of `content/` that nothing reads, as paths from the root. */
  unknownFiles: readonly string[];
  /** The year of the date in a file's frontmatter, if it looks like an article. */
  yearOf(file: string): string | undefined;
}

/** A text as it was written. */
export interface Markdown {
  /** Its nodes of one type, in order. */
  all<Type extends Nodes['type']>(type: Type): readonly Extract<Nodes, { type: Type }>[];
  /** The text; its lines are those of the file. */
  body: string;
  /** Whether it is plain Markdown; else it is MDX. */
  isPlain: boolean;
  /** A draft may hold what is to be finished. */
  draft: boolean;
  /** Its language (BCP 47). */
  lang: string;
  /** What its wikilinks mean. */
  wiki?: WikiTargets;
  /** Which rules of the copy desk are on. */
  copyDesk?: Site['articles']['copyDesk'] | undefined;
}

/** A check of one article's text, as it was written. */
export type MarkdownCheck = (markdown: Markdown) => Iterable<Finding>;
/** A check of one article: its fields against its text. */
export type ArticleCheck = (article: ArticleFile, text: Text, lang: string) => Iterable<Problem>;
/** A check across files. */
export type ModelCheck = (model: ContentModel) => Iterable<Problem>;

/** What a check says of a field; an error if it does not say otherwise. */
export type Verdict = Pick<Problem, 'code' | 'message' | 'fix'> &
  Partial<Pick<Problem, 'severity' | 'field'>>;

/** A problem of an article's text, without the name of its file. */
export type Finding = Verdict & Pick<Problem, 'line' | 'column' | 'repair'>;

/** A problem with a field of an article, at the field's place or its nearest known parent's. */
export function problemAt(article: ArticleFile, field: string, verdict: Verdict): Problem {
  const [line, column] = placeOfField(article.places, field);
  return { severity: 'error', file: article.file, line, column, field, ...verdict };
}

/** A problem at a link, term or image of a text. */
export function problemIn(
  { file }: Pick<ArticleFile, 'file'>,
  { line, column }: Reference,
  verdict: Verdict,
): Problem {
  return { severity: 'error', file, line, column, field: '', ...verdict };
}

/** The components of a text. */
export function elementsOf(all: Markdown['all']): readonly JsxElement[] {
  return [...all('mdxJsxFlowElement'), ...all('mdxJsxTextElement')];
}

/** Whether some article may name more in a field than could be read. */
export function isUnsure({ articles }: ContentModel, field: keyof Frontmatter): boolean {
  return articles.some(
    ({ data, places }) =>
      Object.keys(data).length === 0 || (field in places && data[field] === undefined),
  );
}

/** What an article is to readers now; undefined while its date is not known. */
export function stateOf(article: ArticleFile, { site, now }: ContentModel): Visibility | undefined {
  return visibilityOf(article, site.zone, now);
}

/** Whether readers have not seen an article yet: only its writer, never the clock, makes it so again. */
export function isAhead(article: ArticleFile, model: ContentModel): boolean {
  const state = stateOf(article, model);
  return state === 'draft' || state === 'future';
}

/** Articles by permanent id; of several with one number, that which the ledger knows by it, or the first. */
export function ownersOf({ articles, ledger }: ContentModel): Map<string, ArticleFile> {
  const owners = new Map<string, ArticleFile>();
  for (const article of articles) {
    const key = keyOf(article);
    if (!owners.has(key) || ledger.articles[key]?.id === article.id) owners.set(key, article);
  }
  return owners;
}

/** Articles by the key under which the ledger has them, which is not always that of today. */
export const registeredIn = oncePer((model: ContentModel): Map<string, ArticleFile> => {
  const ids = new Set(model.articles.map(({ id }) => id));
  const registered = new Map<string, ArticleFile>();
  for (const article of ownersOf(model).values()) {
    const key = ledgerKey(model.ledger, article, (id) => ids.has(id));
    if (key !== undefined && !registered.has(key)) registered.set(key, article);
  }
  return registered;
});

/** What the list of sources says to readers, by field; in the source's own language. */
export function sourceFields({
  data,
}: ArticleFile): [field: string, text: string, lang?: string][] {
  return (data.sources ?? []).flatMap(({ title, publisher, lang }, i) => [
    [`sources[${i}].title`, title, lang],
    [`sources[${i}].publisher`, publisher, lang],
  ]);
}

/** What the frontmatter says to readers, by field. */
export function readableFields({ data }: ArticleFile): [field: string, text: string][] {
  const { title, description, figure, image, keyFacts = [], corrections = [], withdrawn } = data;
  const fields: [string, string | undefined][] = [
    ['title', title],
    ['description', description],
    ['figure.value', figure?.value],
    ['figure.label', figure?.label],
    ['image.alt', image?.alt],
    ['image.caption', image?.caption],
    ['image.credit', image?.credit],
    ...keyFacts.flatMap(({ label, text }, i): [string, string][] => [
      [`keyFacts[${i}].label`, label],
      [`keyFacts[${i}].text`, text],
    ]),
    ...corrections.map(({ text }, i): [string, string] => [`corrections[${i}].text`, text]),
    ['withdrawn.reason', withdrawn?.reason],
  ];
  return fields.flatMap(([field, text]) => (text === undefined ? [] : [[field, text]]));
}
