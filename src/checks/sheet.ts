import type { Nodes } from 'mdast';
import { parseMoment } from '../lib/dates.ts';
import type {
  AuthorData,
  Frontmatter,
  StorylineData,
  TagData,
  TermData,
} from '../record/frontmatter.ts';
import type { Imprint, Ledger } from '../record/ledger.ts';
import type { Problem } from '../record/problem.ts';
import type { Site } from '../record/site.ts';
import type { Reference, Text } from '../record/text.ts';
import { type Visibility, visibility } from '../record/visibility.ts';

/** Where each value of a YAML file stands: field name (`sources[2].url`) to line and column. */
export type Places = Record<string, readonly [line: number, column: number]>;

/** An article as the checks see it, whatever is wrong with it. */
export interface Sheet {
  /** Path from the project's root. */
  file: string;
  /** Path below `content/articles/` without extension. */
  id: string;
  /** The fields that keep the contract, all of them or some. */
  data: Partial<Frontmatter>;
  places: Places;
  /** Whether the text could be read at all. */
  readable: boolean;
  /** Ids of the text that a link may point to. */
  anchors: string[];
  links: Reference[];
  terms: Reference[];
  /** Of its words; undefined while its frontmatter or text cannot be read. */
  imprint?: Imprint;
}

/** One article while it is read: its sheet, and its compiled text. */
export interface Manuscript {
  sheet: Sheet;
  compiled: Text;
}

/** A page of `content/pages/`. */
export interface PageSheet {
  file: string;
  id: string;
  /** Ids that a link may point to; undefined where only its code could say. */
  anchors?: string[];
  links: Reference[];
}

/** What articles refer to, and where each id stands. */
export interface Shelf<Data> {
  values: ReadonlyMap<string, Data>;
  /** Ids whose entry breaks the contract: they are there, and their own problem is reported. */
  broken: ReadonlySet<string>;
  /** Whether its file could be read; of one that could not, nobody knows what it holds. */
  readable: boolean;
  /** Where an id is written. */
  at(id: string): { file: string; line: number; column: number };
}

/** Everything of a publication at once: what the checks across files read. */
export interface Desk {
  site: Site;
  /** The moment of the check, in milliseconds since 1970 UTC. */
  now: number;
  sheets: readonly Sheet[];
  pages: readonly PageSheet[];
  tags: Shelf<TagData>;
  authors: Shelf<AuthorData>;
  storylines: Shelf<StorylineData>;
  glossary: Shelf<TermData>;
  /** Files of `public/`, as paths below it. */
  publicFiles: readonly string[];
  ledger: Ledger;
  /** Line of the ledger's file on which a key stands. */
  ledgerLine(key: string): number;
  /** Files of `content/` that nothing reads, as paths from the root. */
  besides: readonly string[];
}

/** An article's text as it was written. */
export interface Copy {
  /** Its nodes of one type, in order. */
  all<Type extends Nodes['type']>(type: Type): readonly Extract<Nodes, { type: Type }>[];
  /** The text; its lines are those of the file. */
  body: string;
  /** A draft may hold what is to be finished. */
  draft: boolean;
}

/** A check of one article's text, as it was written. */
export type CopyCheck = (copy: Copy) => Finding[];
/** A check of one article: its fields against its text. */
export type ManuscriptCheck = (manuscript: Manuscript) => Problem[];
/** A check across files. */
export type DeskCheck = (desk: Desk) => Problem[];

/** A problem of an article's text, without the name of its file. */
export type Finding = Omit<Problem, 'file' | 'field' | 'severity'> &
  Partial<Pick<Problem, 'field' | 'severity'>>;

/** What a check says of a field. */
export type Verdict = Pick<Problem, 'code' | 'message' | 'fix'> &
  Partial<Pick<Problem, 'severity' | 'field'>>;

/** A problem with a field of an article, at the field's place or its nearest known parent's. */
export function problemAt(sheet: Sheet, field: string, verdict: Verdict): Problem {
  const [line, column] = placeOfField(sheet.places, field);
  return { severity: 'error', file: sheet.file, line, column, field, ...verdict };
}

/** A problem at a link, term or image of a text. */
export function problemIn(
  sheet: Pick<Sheet, 'file'>,
  reference: Reference,
  verdict: Verdict,
): Problem {
  const { line, column } = reference;
  return { severity: 'error', file: sheet.file, line, column, field: '', ...verdict };
}

/** Place of a field, of its nearest parent that is there, or of the file's first line. */
export function placeOfField(places: Places, field: string): readonly [number, number] {
  for (let name = field; name !== ''; name = name.replace(/(?:^|\.)[^.[]*$|\[\d+\]$/, '')) {
    const place = places[name];
    if (place) return place;
  }
  return [1, 1];
}

/** Whether some article may name more in a field than could be read. */
export function isUnsure({ sheets }: Desk, field: keyof Frontmatter): boolean {
  return sheets.some(
    ({ data, places }) =>
      Object.keys(data).length === 0 || (field in places && data[field] === undefined),
  );
}

/** What an article is to readers now; undefined while its date is not known. */
export function stateOf({ data }: Sheet, { site, now }: Desk): Visibility | undefined {
  const read = (text: string | undefined) =>
    text === undefined ? undefined : parseMoment(text, site.zone);
  const pubDate = read(data.pubDate);
  if (!pubDate) return undefined;
  const expires = read(data.expires);
  const withdrawn = read(data.withdrawn?.date);
  return visibility(
    {
      draft: data.draft ?? false,
      pubDate,
      ...(expires && { expires }),
      ...(withdrawn && data.withdrawn && { withdrawn: { ...data.withdrawn, date: withdrawn } }),
    },
    now,
  );
}

/** Whether readers have not seen an article yet: only its writer, never the clock, makes it so again. */
export function isAhead(sheet: Sheet, desk: Desk): boolean {
  const state = stateOf(sheet, desk);
  return state === 'draft' || state === 'future';
}

/** Articles by permanent id; of several with one number, that which the ledger knows by it, or the first. */
export function ownersOf({ sheets, ledger }: Desk): Map<string, Sheet> {
  const owners = new Map<string, Sheet>();
  for (const sheet of sheets) {
    const key = sheet.data.number ?? sheet.id;
    if (!owners.has(key) || ledger.articles[key]?.id === sheet.id) owners.set(key, sheet);
  }
  return owners;
}

/** What the list of sources says to readers, by field; in the source's own language. */
export function sourceFields({ data }: Sheet): [field: string, text: string, lang?: string][] {
  return (data.sources ?? []).flatMap(({ title, publisher, lang }, i) => [
    [`sources[${i}].title`, title, lang],
    [`sources[${i}].publisher`, publisher, lang],
  ]);
}

/** What the frontmatter says to readers, by field. */
export function readableFields({ data }: Sheet): [field: string, text: string][] {
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
