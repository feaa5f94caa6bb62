import { z } from 'astro/zod';
import type { ElementContent } from 'hast';
import { isTime } from '../lib/curve.ts';
import { isDate, isYearOrMonth } from '../lib/dates.ts';
import { ownComponents } from './own-components.ts';
import { addressMistake } from './web-address.ts';

/*
 * The components that an article may use, by name: which props they take. How each looks on a page
 * is in `src/ui/components/article/`, what a feed gets in `src/outputs/feeds/feed-components.ts`; both are
 * typed by this table, so that a component without its page or its feed is a compile error.
 */

const text = z.string({ error: 'must be text in quotes' }).trim().min(1, { error: 'is empty' });

const listOf = <Item extends z.ZodType>(item: Item, max: number) =>
  z
    .array(item, { error: 'must be a list' })
    .min(1, { error: 'must have at least one item' })
    .max(max, { error: `may have at most ${max} items` });

const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });

const webUrl = z
  .string()
  .regex(/^https?:\/\/\S+$/i, { error: 'must begin with https:// or http://', abort: true })
  .refine((address) => addressMistake(address) === undefined, {
    error: ({ input }) => {
      const { what = '', fix = '' } = addressMistake(String(input)) ?? {};
      return `${what}|${fix}`;
    },
  });

/** A year, a month or a day. */
const when = z
  .string({ error: 'must be text in quotes' })
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, {
    error: 'must be a date such as "2018-08-24", "2018-08" or "2018"',
    abort: true,
  })
  .refine((text) => isDate(text) || isYearOrMonth(text), { error: 'is no day of the calendar' });

/** How a thing that is drawn to count looks: filled, open, broken or struck through. */
export const MARKS = ['solid', 'ring', 'dashed', 'struck'] as const;

/** A measured thing: what it is, how many; of several series, a number for each. */
const datum = z.strictObject({
  label: text,
  value: z.union([z.number(), z.array(z.number()).min(1)], {
    error: 'must be a number, or a list of one for each series, in braces',
  }),
  /** The true count is at least this. */
  atLeast: z.boolean().optional(),
  mark: oneOf(MARKS).optional(),
});

/** A chart, and what its type and its data must have in common. */
const chart = z
  .strictObject({
    type: oneOf(['bar', 'line', 'step', 'dot', 'seats']),
    caption: text,
    data: listOf(datum, 60),
    unit: z.string().trim().optional(),
    /** Names of the numbers of each row: bars side by side, or a line chart for each. */
    series: listOf(text, 4).optional(),
    /** Whether the bars of a row stand on each other. */
    stacked: z.boolean().optional(),
    /** How marks are drawn in rows that do not say. */
    mark: oneOf(MARKS).optional(),
    /** A line across the seats: after how many, and what it means. */
    threshold: z.strictObject({ at: z.number().int().min(1).max(600), label: text }).optional(),
    note: text.optional(),
    /** Whether it reaches into the side column where there is room. */
    wide: z.boolean().optional(),
  })
  .superRefine(({ type, data, series, stacked, threshold }, problems) => {
    const refuse = (path: string, message: string) =>
      problems.addIssue({ code: 'custom', path: [path], message });
    const values = data.map(({ value }) => value);
    const isCounted = type === 'dot' || type === 'seats';
    if (
      isCounted &&
      !values.flat().every((value) => Number.isInteger(value) && value >= 0 && value <= 400)
    ) {
      refuse('data', `must be whole numbers from 0 to 400 in a ${type} chart`);
    }
    if (type === 'line' && new Set(data.map(({ label }) => isTime(label))).size > 1) {
      refuse('data', 'must have dates such as "2021-09" as the labels of all rows, or of none');
    }
    const numbers = series?.length ?? 1;
    if (values.some((value) => (Array.isArray(value) ? value.length : 1) !== numbers)) {
      const wanted = series ? `a list of ${numbers} numbers` : 'one number; name more with series';
      refuse('data', `must give each row ${wanted}`);
    }
    if (series && isCounted) refuse('series', 'is for bar, line and step charts');
    if (stacked && (type !== 'bar' || values.flat().some((value) => value < 0))) {
      refuse('stacked', 'is for bar charts without numbers below zero');
    }
    if (threshold && type !== 'seats') refuse('threshold', 'is for charts of seats');
  });

export const componentSchemas = {
  /** A citation mark: the number of a source in the frontmatter. */
  Cite: z.strictObject({ id: text }),
  /** A glossary term; its children are the words in the sentence. */
  Term: z.strictObject({ id: text }),
  /** An editor's insertion, in brackets. */
  Note: z.strictObject({ title: text }),
  /** An exhibit: an image, or the table between its tags. */
  Figure: z
    .strictObject({
      caption: text,
      src: text.optional(),
      /** The same image for the dark scheme. */
      dark: text.optional(),
      alt: text.optional(),
      credit: text.optional(),
      note: text.optional(),
    })
    .refine((props) => props.src === undefined || props.alt !== undefined, {
      error: 'says what the image shows, for those who cannot see it',
      path: ['alt'],
    })
    .refine((props) => props.dark === undefined || props.src !== undefined, {
      error: 'is the twin of an image|Name the image for the light scheme as src',
      path: ['dark'],
    }),
  /** An exhibit drawn from its numbers. */
  Chart: chart,
  /** Dated events, drawn on the margin line. */
  Timeline: z.strictObject({
    caption: text.optional(),
    events: listOf(z.strictObject({ date: when, text, href: webUrl.optional() }), 40),
  }),
  /** Somebody's words, set large. */
  PullQuote: z.strictObject({ by: text, cite: text.optional() }),
  /** A titled link to a document; never a request to its host. */
  Embed: z.strictObject({
    href: webUrl,
    title: text,
    publisher: text.optional(),
    text: text.optional(),
    /** One of the types of source. */
    type: text.optional(),
  }),
} as const;

/** Names of all components that an article may use. */
export function componentNames(): string[] {
  return [...Object.keys(componentSchemas), ...ownComponents().keys()];
}

export type ComponentName = keyof typeof componentSchemas;
export type ComponentProps<Name extends ComponentName> = z.output<(typeof componentSchemas)[Name]>;

/** How a thing that is drawn to count looks. */
export type Mark = (typeof MARKS)[number];

/** A chart without its caption and notes. */
export type Drawn = Omit<ComponentProps<'Chart'>, 'caption' | 'note' | 'wide'>;

/** Whether a tag's name is that of a component of the engine. */
export function isComponent(name: string): name is ComponentName {
  return Object.hasOwn(componentSchemas, name);
}

/** Components that stand within a sentence; the others stand between paragraphs. */
export const INLINE: ReadonlySet<ComponentName> = new Set<ComponentName>(['Cite', 'Term']);

/**
 * Components that the compiler resolves to HTML itself, since they need the whole article (numbers
 * of sources) or the glossary. The others reach page and feed as instances.
 */
export type InstanceName = Exclude<ComponentName, 'Cite' | 'Term'> | 'Image' | 'Own';

/** An image of the text (`![alt](src)`), or of a `<Figure>`. */
export interface ImageProps {
  /** Address as given: a file beside the article, or an https URL. */
  src: string;
  alt: string;
  title?: string;
}

/** What the compiler adds to the props of an instance. */
export interface InstanceProps {
  Note: ComponentProps<'Note'> & { id: string };
  Figure: ComponentProps<'Figure'> & { letter: string };
  Chart: ComponentProps<'Chart'> & { letter: string };
  Timeline: ComponentProps<'Timeline'>;
  /** `citeNumber` is the source's number, from 1. */
  PullQuote: ComponentProps<'PullQuote'> & { citeNumber?: number };
  Embed: ComponentProps<'Embed'>;
  Image: ImageProps;
  /** One of the owner's: its name, its props, what stands in its place where there is no page. */
  Own: { name: string; props: Record<string, unknown>; instead: ElementContent[] };
}
