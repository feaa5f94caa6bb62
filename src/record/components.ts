import { z } from 'astro/zod';
import { isDate, isYearOrMonth } from '../lib/dates.ts';
import { SOURCE_TYPES } from './frontmatter.ts';
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

/** A measured thing: what it is, how many. */
const datum = z.strictObject({
  label: text,
  value: z.number({ error: 'must be a number in braces' }),
  /** The true count is at least this. */
  atLeast: z.boolean().optional(),
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
      alt: text.optional(),
      credit: text.optional(),
      note: text.optional(),
    })
    .refine((props) => props.src === undefined || props.alt !== undefined, {
      error: 'says what the image shows, for those who cannot see it',
      path: ['alt'],
    }),
  /** An exhibit drawn from its numbers. */
  Chart: z
    .strictObject({
      type: oneOf(['bar', 'line', 'dot']),
      caption: text,
      data: listOf(datum, 60),
      unit: z.string().optional(),
      /** How a dot is drawn: a coin, or a coin struck through. */
      mark: oneOf(['ring', 'struck']).optional(),
      note: text.optional(),
    })
    .refine(
      (props) =>
        props.type !== 'dot' ||
        props.data.every(({ value }) => Number.isInteger(value) && value >= 0 && value <= 400),
      { error: 'must be whole numbers from 0 to 400 in a dot chart', path: ['data'] },
    ),
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
    type: oneOf(SOURCE_TYPES).optional(),
  }),
} as const;

export type ComponentName = keyof typeof componentSchemas;
export type ComponentProps<Name extends ComponentName> = z.output<(typeof componentSchemas)[Name]>;

/** Whether a tag's name is that of a component. */
export function isComponent(name: string): name is ComponentName {
  return Object.hasOwn(componentSchemas, name);
}

/** Components that stand within a sentence; the others stand between paragraphs. */
export const INLINE: ReadonlySet<ComponentName> = new Set<ComponentName>(['Cite', 'Term']);

/**
 * Components that the compiler resolves to HTML itself, since they need the whole article (numbers
 * of sources) or the glossary. The others reach page and feed as instances.
 */
export type InstanceName = Exclude<ComponentName, 'Cite' | 'Term'> | 'Image';

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
}
