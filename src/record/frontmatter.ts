import { z } from 'astro/zod';
import { dateMistake, isDate, isYearOrMonth } from '../lib/dates.ts';
import { hasRightToLeft } from '../lib/direction.ts';
import { codePointName, INVISIBLE_IN_LINE, isSeen } from '../lib/invisible.ts';
import { isLanguage } from '../lib/text.ts';
import { KINDS, SOURCE_TYPES, TAG_GROUPS, usualGroup } from './lists.ts';
import { addressMistake } from './web-address.ts';

/*
 * The frontmatter contract: what a writer may say at the top of an article.
 * Messages end as sentences: "what it must be", then "what to do".
 */

/** Ids of the lists of a publication that fields name. */
export interface Lists {
  kinds: readonly string[];
  sources: readonly string[];
  groups: readonly string[];
}

const LISTS: Lists = { kinds: KINDS, sources: SOURCE_TYPES, groups: TAG_GROUPS };

/** Text of one line that a reader sees; without the line ends behind it, which ">" and "|" leave. */
export function line(min: number, max: number) {
  return z
    .string({ error: 'must be text|Put it in quotes' })
    .overwrite((text) => text.replace(/\n+$/, ''))
    .refine((text) => isSeen(text) && [...text].length >= min, {
      error: 'is empty|Write something here',
    })
    .refine((text) => [...text].length <= max, {
      error: (issue) =>
        `has ${[...String(issue.input)].length} characters, the limit is ${max}|Shorten it`,
    })
    .refine(isVisible, { error: hiddenWords })
    .meta({ minLength: min, maxLength: max });
}

/** Whether readers see every character of a line. */
function isVisible(text: string): boolean {
  return hiddenIn(text) === undefined;
}

/** The first that they do not see. Among words from right to left, direction marks keep "C++" whole. */
function hiddenIn(text: string): string | undefined {
  const hidden = text.match(INVISIBLE_IN_LINE) ?? [];
  return hasRightToLeft(text)
    ? hidden.find((char) => !/[\u061c\u200e\u200f]/.test(char))
    : hidden[0];
}

function hiddenWords({ input }: { input?: unknown }): string {
  const char = hiddenIn(String(input)) ?? '';
  if (/[\r\n]/.test(char))
    return 'has a line break|Write the text on one line, or begin it with ">"';
  const half = /\p{Cs}/u.test(char);
  if (half) return `has half a character (${codePointName(char)})|Type the whole one, such as 🦊`;
  return `has an invisible or text-reordering character (${codePointName(char)})|Type it again without it`;
}

/** An id: of a tag, an author, a storyline, a source. */
const id = z.string({ error: 'must be text|Put it in quotes' }).min(1, {
  error: 'is empty|Write an id here',
});

/** A calendar day, or a date-time with offset. */
const date = z
  .string({ error: 'must be a date|Write it as 2018-08-24 or 2018-08-24T09:10Z' })
  .refine(isDate, { error: ({ input }) => dateWords(String(input)) })
  .meta({
    pattern: '^\\d{4}-\\d{2}-\\d{2}(?:[T ].+)?$',
    examples: ['2018-08-24', '2018-08-24T09:10Z'],
  });

function dateWords(text: string): string {
  const mistake = dateMistake(text);
  switch (mistake.is) {
    case 'no zone':
      return 'has a time but no zone|Add "Z" for UTC, or an offset such as "+08:00"';
    case 'no day':
      return 'is not a day of the calendar|Correct it';
    case 'no time':
      return 'is not a time of the day|Correct it';
    case 'form':
      return `is not written as a date|Write ${mistake.meant ?? 'it as 2018-08-24 or 2018-08-24T09:10Z'}`;
  }
}

function numberWords(text: string): string {
  const [, year, n] = /^\s*(\d{2})\s*[-\u2010-\u2015]\s*0*([1-9]\d{0,4})\s*$/.exec(text) ?? [];
  return `is not a docket number|Write ${year ? `${year}-${n}` : 'it as 18-31'}`;
}

/** A date as sources have it: a year, a month or a day. */
const looseDate = z
  .string({ error: 'must be text|Put it in quotes' })
  .refine((text) => isYearOrMonth(text) || isDate(text), {
    error: 'is not a year, month or day|Write it as "2018", "2018-08" or 2018-08-24',
  });

/** A web address; nothing that could run. */
const webUrl = z
  .string({ error: 'must be text|Put it in quotes' })
  .refine((text) => /^https?:/i.test(text), {
    error: 'is not a web address|Use one that begins with https:// or http://',
    abort: true,
  })
  .refine((text) => addressMistake(text) === undefined, {
    error: ({ input }) => {
      const { what = '', fix = '' } = addressMistake(String(input)) ?? {};
      return `${what}|${fix.replace(/\.$/, '')}`;
    },
    abort: true,
  })
  .refine(isVisible, { error: hiddenWords });

const language = z
  .string()
  .refine(isLanguage, { error: 'is not a language tag|Use one such as "en" or "zh-Hans"' });

/** Old addresses, as paths from the site's root, that lead here. */
const aliases = z.array(line(1, 300));

/** A source that the text cites. */
const sourceSchema = z.strictObject({
  id: id.optional().describe('Cited in the text as <Cite id="…" />'),
  type: z.string().optional().describe('What kind of source it is'),
  title: line(1, 300).describe('Its title, in its own language'),
  publisher: line(1, 120).describe('Who published it'),
  date: looseDate.optional().describe('When: "2018", "2018-08" or 2018-08-24'),
  lang: language.optional().describe('Language of the source, when another: zh-Hans'),
  url: webUrl.optional().describe('Where it can be read'),
  archive: webUrl.optional().describe('A copy in an archive'),
});

/** Characters of a field that lists, cards and search engines show whole; more are a warning. */
export const FIT = { title: 120, description: 300 } as const;

function fitting(best: number) {
  return line(1, 2000).meta({ minLength: 1, maxLength: best });
}

/** The contract but for what a publication's lists decide: unknown keys are refused. */
const fields = z.strictObject({
  title: fitting(FIT.title).describe('The headline, 1-120 characters'),
  description: fitting(FIT.description).describe('The standfirst, 1-300 characters'),
  pubDate: date.describe('2018-08-24, or with time and offset 2018-08-24T09:10Z'),
  compiled: date
    .optional()
    .describe("When an entry filed under an earlier event's day was really written"),
  updatedDate: date.optional().describe('The last update, not before pubDate'),
  number: z
    .string({ error: 'must be text|Put it in quotes' })
    .regex(/^\d{2}-[1-9]\d{0,4}$/, { error: ({ input }) => numberWords(String(input)) })
    .optional()
    .describe('Docket number, 18-31: permanent and unique; given when it is published'),
  authors: z
    .array(id)
    .min(1, { error: 'is empty|Name an author or leave the field out' })
    .optional()
    .describe('Ids of content/authors/; the desk when left out'),
  tags: z.array(id).default([]).describe('Ids of content/tags.yaml'),
  kind: z.string().default('').describe('Kind of article'),
  lang: language.optional().describe('Its language, when another than that of the site: fr'),
  storyline: id.optional().describe('Id of content/storylines/'),
  image: z
    .strictObject({
      src: line(1, 500).describe('A file beside the article, or an https address'),
      dark: line(1, 500).optional().describe('The same picture for the dark scheme'),
      alt: line(1, 500).describe('What it shows, for those who cannot see it'),
      caption: line(1, 300).optional().describe('What stands below it'),
      credit: line(1, 120).optional().describe('Whose picture it is'),
    })
    .optional()
    .describe('The picture above the article'),
  figure: z
    .strictObject({ value: line(1, 12), label: line(1, 40) })
    .optional()
    .describe('The one number of the entry, shown in lists'),
  keyFacts: z
    .array(z.strictObject({ label: line(1, 40), text: line(1, 400) }))
    .default([])
    .describe('What happened, in rows; the last says what the entry rests on'),
  sources: z.array(sourceSchema).default([]).describe('What the text cites'),
  corrections: z
    .array(
      z.strictObject({
        date,
        text: line(1, 600).describe('What was wrong, in a sentence'),
        was: line(1, 400).optional().describe('Words that the text no longer says'),
        now: line(1, 400).optional().describe('Words that the text says instead'),
      }),
    )
    .default([])
    .describe('What was corrected, when; a new one below the others'),
  aliases: aliases.default([]).describe('Old addresses that lead here: /2018/old-name/'),
  draft: z
    .boolean({ error: 'must be true or false|Write one of them, without quotes' })
    .default(false)
    .describe('true keeps it out of everything but the preview'),
  pinned: date.optional().describe('The day until which it stays on top of the front page'),
  expires: date.optional().describe('A date from which it is gone'),
  withdrawn: z
    .strictObject({ date, reason: line(1, 600) })
    .optional()
    .describe('When and why it was taken back; its page becomes a notice'),
});

/** The contract of a publication, as a schema. */
export function frontmatterOf({ kinds, sources }: Pick<Lists, 'kinds' | 'sources'>) {
  const [usual = ''] = kinds;
  const type = z.enum(sources).optional().describe('What kind of source it is');
  return fields.extend({
    kind: z.enum(kinds).default(usual).describe(`Kind of article; ${usual} when left out`),
    sources: z.array(sourceSchema.extend({ type })).default([]).describe('What the text cites'),
  });
}

/** The contract of a publication that has no lists of its own. */
export const frontmatterSchema = frontmatterOf(LISTS);

/** What an article's frontmatter says, checked. */
export type Frontmatter = z.output<typeof frontmatterSchema>;
export type Source = z.output<typeof sourceSchema>;

/** `content/tags.yaml`: id to tag, in a group of the publication. */
export function tagOf({ groups }: Pick<Lists, 'groups'>) {
  const group = z.enum(groups).default(usualGroup(groups)).describe('Where it is listed');
  return tag.extend({ group });
}

const tag = z.strictObject({
  name: line(1, 60).describe('What readers see'),
  group: z.string().default(''),
  description: line(1, 400).describe('What its page says of it'),
  synonyms: z.array(line(1, 80)).default([]).describe('Other words by which search finds it'),
  aliases: aliases.optional(),
});

/** Tags of a publication that has no groups of its own. */
export const tagSchema = tagOf(LISTS);

/** `content/authors/*.yaml`. */
export const authorSchema = z.strictObject({
  name: line(1, 80).describe('As it is signed'),
  sortName: line(1, 80).optional().describe('As it is sorted: Example, Ada'),
  role: line(1, 120).optional(),
  bio: line(1, 600).optional().describe('A few sentences for the page of the author'),
  email: z.email({ error: 'is not an e-mail address|Write it as name@example.org' }).optional(),
  url: webUrl.optional(),
  profiles: z.array(webUrl).optional().describe('Further addresses of the author'),
  fediverse: z
    .string()
    .regex(/^@[^@\s]+@[^@\s]+$/, {
      error: 'is not an account of the fediverse|Write it as @name@example.org',
    })
    .optional()
    .describe('Account that previews in the fediverse name: @ada@example.org'),
  aliases: aliases.optional(),
});

/** `content/storylines/*.yaml`. */
export const storylineSchema = z.strictObject({
  name: line(1, 80).describe('What readers see'),
  description: line(1, 400).describe('What its page says of it'),
  short: line(1, 100).describe('The same in a few words, for lists'),
  status: z.enum(['open', 'closed']).default('open').describe('Whether more is to come'),
  closed: date.optional().describe('The day on which it ended'),
  aliases: aliases.optional(),
});

/** `content/glossary.yaml`: id to term. */
export const termSchema = z.strictObject({
  name: line(1, 80),
  text: line(1, 400),
  synonyms: z.array(line(1, 80)).default([]),
  /** An entry with all of these is found under the term's names, as is one that writes a name. */
  tags: z.array(line(1, 60)).default([]),
  lang: language.optional(),
});

/** Frontmatter of `content/pages/*.mdx`. */
export const pageSchema = z.strictObject({
  title: line(1, 120),
  description: line(1, 300),
  synonyms: z.array(line(1, 80)).default([]).describe('Other words by which search finds it'),
  aliases: aliases.optional(),
});

export type TagData = z.output<typeof tagSchema>;
export type AuthorData = z.output<typeof authorSchema>;
export type StorylineData = z.output<typeof storylineSchema>;
export type TermData = z.output<typeof termSchema>;
export type PageData = z.output<typeof pageSchema>;
