import { z } from 'astro/zod';
import { dateMistake, isDate, isYearOrMonth } from '../lib/dates.ts';
import { codePointName, INVISIBLE_IN_LINE } from '../lib/invisible.ts';
import { isLanguage } from '../lib/text.ts';

/*
 * The frontmatter contract: what a writer may say at the top of an article.
 * Messages end as sentences: "what it must be", then "what to do".
 */

/** Kinds of article; each has its own schema.org type (src/outputs/json-ld.ts). */
export const KINDS = ['report', 'analysis', 'explainer', 'opinion'] as const;
export type Kind = (typeof KINDS)[number];

/** Kinds of source, as the list of sources names them. */
export const SOURCE_TYPES = [
  'official',
  'law',
  'court',
  'press',
  'research',
  'company',
  'document',
] as const;

/** Text of one line that a reader sees. */
export function line(min: number, max: number) {
  return z
    .string({ error: 'must be text|Put it in quotes' })
    .refine((text) => [...text.trim()].length >= min, { error: 'is empty|Write something here' })
    .refine((text) => [...text].length <= max, {
      error: (issue) =>
        `has ${[...String(issue.input)].length} characters, the limit is ${max}|Shorten it`,
    })
    .refine((text) => text.search(INVISIBLE_IN_LINE) === -1, {
      error: (issue) => {
        const [char = ''] = String(issue.input).match(INVISIBLE_IN_LINE) ?? [];
        return `has an invisible or text-reordering character (${codePointName(char)})|Type it again without it`;
      },
    })
    .meta({ minLength: min, maxLength: max });
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

/** A date as sources have it: a year, a month or a day. */
const looseDate = z
  .string({ error: 'must be text|Put it in quotes' })
  .refine((text) => isYearOrMonth(text) || isDate(text), {
    error: 'is not a year, month or day|Write it as "2018", "2018-08" or 2018-08-24',
  });

/** A web address; nothing that could run. */
const webUrl = z.string({ error: 'must be text|Put it in quotes' }).refine(
  (text) => {
    try {
      return ['http:', 'https:'].includes(new URL(text).protocol);
    } catch {
      return false;
    }
  },
  { error: 'is not a web address|Use one that begins with https:// or http://' },
);

const language = z
  .string()
  .refine(isLanguage, { error: 'is not a language tag|Use one such as "en" or "zh-Hans"' });

/** Old addresses, as paths from the site's root, that lead here. */
const aliases = z.array(line(1, 300));

/** A source that the text cites. */
export const sourceSchema = z.strictObject({
  id: id.optional(),
  type: z.enum(SOURCE_TYPES).optional(),
  title: line(1, 300),
  publisher: line(1, 120),
  date: looseDate.optional(),
  lang: language.optional(),
  url: webUrl.optional(),
  archive: webUrl.optional(),
});

/** The contract, as a schema: unknown keys are refused. */
export const frontmatterSchema = z.strictObject({
  title: line(1, 120),
  description: line(1, 300),
  pubDate: date,
  compiled: date.optional(),
  updatedDate: date.optional(),
  number: z
    .string({ error: 'must be text|Put it in quotes' })
    .regex(/^\d{2}-[1-9]\d{0,4}$/, { error: 'is not a docket number|Write it as 18-31' })
    .optional(),
  authors: z
    .array(id)
    .min(1, { error: 'is empty|Name an author or leave the field out' })
    .optional(),
  tags: z.array(id).default([]),
  kind: z.enum(KINDS).default('report'),
  storyline: id.optional(),
  image: z
    .strictObject({
      src: line(1, 500),
      alt: line(1, 500),
      caption: line(1, 300).optional(),
      credit: line(1, 120).optional(),
    })
    .optional(),
  figure: z.strictObject({ value: line(1, 12), label: line(1, 40) }).optional(),
  keyFacts: z.array(z.strictObject({ label: line(1, 40), text: line(1, 400) })).default([]),
  sources: z.array(sourceSchema).default([]),
  corrections: z
    .array(
      z.strictObject({
        date,
        text: line(1, 600),
        was: line(1, 400).optional(),
        now: line(1, 400).optional(),
      }),
    )
    .default([]),
  aliases: aliases.default([]),
  draft: z
    .boolean({ error: 'must be true or false|Write one of them, without quotes' })
    .default(false),
  expires: date.optional(),
  withdrawn: z.strictObject({ date, reason: line(1, 600) }).optional(),
});

/** What an article's frontmatter says, checked. */
export type Frontmatter = z.output<typeof frontmatterSchema>;
export type Source = z.output<typeof sourceSchema>;

/** `content/tags.yaml`: id to tag. */
export const tagSchema = z.strictObject({
  name: line(1, 60),
  group: z.enum(['place', 'topic', 'body']).default('topic'),
  description: line(1, 400),
  synonyms: z.array(line(1, 80)).default([]),
  aliases: aliases.optional(),
});

/** `content/authors/*.yaml`. */
export const authorSchema = z.strictObject({
  name: line(1, 80),
  sortName: line(1, 80).optional(),
  role: line(1, 120).optional(),
  bio: line(1, 600).optional(),
  email: z.email({ error: 'is not an e-mail address|Write it as name@example.org' }).optional(),
  url: webUrl.optional(),
  aliases: aliases.optional(),
});

/** `content/storylines/*.yaml`. */
export const storylineSchema = z.strictObject({
  name: line(1, 80),
  description: line(1, 400),
  short: line(1, 100),
  status: z.enum(['open', 'closed']).default('open'),
  closed: date.optional(),
  aliases: aliases.optional(),
});

/** `content/glossary.yaml`: id to term. */
export const termSchema = z.strictObject({
  name: line(1, 80),
  text: line(1, 400),
  synonyms: z.array(line(1, 80)).default([]),
  lang: language.optional(),
});

/** Frontmatter of `content/pages/*.mdx`. */
export const pageSchema = z.strictObject({ title: line(1, 120), description: line(1, 300) });

export type TagData = z.output<typeof tagSchema>;
export type AuthorData = z.output<typeof authorSchema>;
export type StorylineData = z.output<typeof storylineSchema>;
export type TermData = z.output<typeof termSchema>;
