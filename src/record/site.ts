import { z } from 'astro/zod';
import { valueAt } from '../lib/field.ts';
import { isLanguage } from '../lib/text.ts';
import { addressesSchema } from './address-names.ts';
import { groupsSchema, kindsSchema, sourceTypesSchema } from './list-schemas.ts';
import { hostsSchema, pingSchema, searchSchema } from './server-schemas.ts';

/** Words of one line that a reader sees. */
const words = z
  .string()
  .min(1)
  .regex(/^[^\p{Cc}\u2028\u2029]*$/u, { error: 'must be one line' });

/** A place that a menu leads to: by its name, by the id of an own page, or by an address. */
const place = z.union([
  z.string().min(1),
  z.strictObject({
    name: words,
    href: z.string().regex(/^(?:\/(?!\/)|https?:\/\/|mailto:)\S*$/i, {
      error: 'must be an address that begins with /, https:// or mailto:',
    }),
  }),
]);
export type Place = z.output<typeof place>;

/** A host without a name and a password, and folders that every server and every file of rules spells alike. */
const PLAIN_URL = /^https?:\/\/[^@/]+\/(?:[\w.~-]+\/)*$/;

/** How the interface speaks. */
export const VOICES = ['docket', 'plain'] as const;
export type Voice = (typeof VOICES)[number];

/** Who publishes, as machines are told: a news organisation, another one, or one person. */
export const PUBLISHERS = ['news', 'organization', 'person'] as const;
export type Publisher = (typeof PUBLISHERS)[number];

/** Where lists may show the covers of articles. */
export const COVER_PLACES = ['home', 'lists'] as const;
export type CoverPlace = (typeof COVER_PLACES)[number];

/** Parts of the front page. */
export const HOME_PARTS = [
  'companions',
  'earlier',
  'silence',
  'storylines',
  'topics',
  'correction',
  'about',
] as const;
export type HomePart = (typeof HOME_PARTS)[number];

/** Facts of a publication, as its owner writes them in `src/publication/site.config.ts`. */
export const siteSchema = z.strictObject({
  /** The publication's name. */
  name: words.max(60),
  /** One sentence on what it publishes. */
  tagline: words.max(160),
  /** A paragraph for search engines and feeds. */
  description: words.max(300),
  /** Public address with a trailing slash; a path (`https://example.org/news/`) is the base path. */
  url: z
    .url({
      protocol: /^https?$/,
      error: 'must be an http(s) address, such as "https://example.org/"',
    })
    .refine((url) => url.endsWith('/'), { error: 'must end with a slash' })
    .refine((url) => PLAIN_URL.test(new URL(url).href), {
      error:
        'must be a host and, if need be, a path of letters, digits, dots and hyphens, such as "https://example.org/news/"',
    }),
  /**
   * Addresses below it: the pattern of those of articles, of `{year}`, `{month}`, `{day}`, `{kind}` and
   * `{slug}`, and the names of folders in the publication's language. Changed ones lead on from the old.
   */
  addresses: addressesSchema.prefault({}),
  /** BCP 47 language of the interface and of articles; decides dates and numbers. */
  locale: z
    .string()
    .refine(isLanguage, { error: 'must be a BCP 47 language tag, such as "en-GB"' }),
  /**
   * How it speaks: as a `docket`, of numbered entries, or in the `plain` words of a magazine or a blog,
   * of articles.
   */
  voice: z.enum(VOICES).default('docket'),
  /**
   * Who publishes, as machines are told (https://schema.org/): a `news` organisation, another
   * `organization`, or one `person`, whose publication is a blog. Left out, a docket is news, and the
   * plain voice a person's.
   */
  publisher: z.enum(PUBLISHERS).optional(),
  /** Sentences of the interface that it says in words of its own, by their names in `src/i18n/languages/en.ts`. */
  words: z.record(z.string(), z.unknown()).optional(),
  /** IANA time zone: what a bare date means, and when a future entry comes out. */
  zone: z.string().refine(isZone, { error: 'must be an IANA time zone, such as "Europe/London"' }),
  /** Author id used where an article names none. */
  desk: z.string().min(1),
  /** Where a reader reports a mistake. */
  email: z.email(),
  /** Domain and year of the `tag:` URIs of feeds (RFC 4151). Never change them. */
  identity: z.strictObject({
    domain: z.string().min(1),
    year: z.number().int().min(1990).max(2100),
    /** A word before the ids of articles. A new publication has none; one that has one keeps it. */
    word: z
      .string()
      .regex(/^[a-z0-9-]+$/, { error: 'must be small letters, digits and hyphens' })
      .optional(),
  }),
  /** Addresses of the publication elsewhere, such as its account in the fediverse. */
  profiles: z.array(z.url({ protocol: /^https?$/ })).default([]),
  /** What link previews show of an article with a cover: that, or the card with its headline. */
  previews: z.enum(['covers', 'cards']).default('covers'),
  /**
   * Where lists show the covers of articles: the front page, lists of articles. Left out, both in the
   * plain voice and none in a docket.
   */
  covers: z.array(z.enum(COVER_PLACES)).optional(),
  /** What robots.txt asks of machines: that all may read it, and nothing more, when left out. */
  robots: z
    .strictObject({
      /** What may be done with the texts (https://contentsignals.org/). */
      signals: z.partialRecord(z.enum(['search', 'ai-input', 'ai-train']), z.boolean()).optional(),
      /** Names of robots that should stay away. */
      refuse: z
        .array(
          z.string().regex(/^[\w.-]+$/, { error: 'must be the name of a robot, such as "GPTBot"' }),
        )
        .default([]),
    })
    .optional(),
  /** Licence of the articles. */
  licence: z.strictObject({ name: z.string().min(1), url: z.url({ protocol: /^https?$/ }) }),
  /** Counts per page. */
  counts: z.strictObject({
    /** Entries of the docket on the home page, after the lead and its three companions. */
    home: z.number().int().min(1).max(100),
    /** Entries on a full page of the archive or of a topic. */
    page: z.number().int().min(1).max(200),
    /** Related entries under an article. */
    related: z.number().int().min(0).max(10),
  }),
  /**
   * What there is beside the articles. One that is switched off has no page, menu entry or feed, nor has
   * one with nothing in it; an address that was once published leads to the front page.
   */
  sections: z
    .strictObject({
      topics: z.boolean(),
      storylines: z.boolean(),
      corrections: z.boolean(),
      glossary: z.boolean(),
    })
    .partial()
    .transform((given) => ({
      topics: true,
      storylines: true,
      corrections: true,
      glossary: true,
      ...given,
    }))
    .prefault({}),
  /** The menu, in order: sections and other places by name, pages of `content/pages/` by id, links. */
  menu: z.array(place).min(1).default(['home', 'storylines', 'topics', 'corrections', 'search']),
  /** The footer's columns, in place of its own: a title and places each. */
  footer: z.array(z.strictObject({ title: z.string().min(1), links: z.array(place) })).optional(),
  /** Parts of the front page below the lead, in order. */
  home: z.array(z.enum(HOME_PARTS)).default([...HOME_PARTS]),
  /** Kinds of article, that of most first: words that the languages have, or `{ id, name }`. */
  kinds: kindsSchema,
  /** Types of source: words that the languages have, or `{ id, name }`. */
  sources: sourceTypesSchema,
  /** Groups of topics, in order: words that the languages have, or `{ id, name, all }`. */
  groups: groupsSchema,
  /** `closed`: only tags of `content/tags.yaml`; `open`: any tag. */
  vocabulary: z.enum(['closed', 'open']),
  /**
   * What leads from an old address to the new one: the host's `rules`, or `pages` for hosts that know
   * no rules (GitHub Pages). Some hosts prefer a page to a rule: write pages only where they are needed.
   */
  redirects: z.enum(['rules', 'pages']).default('rules'),
  /** Pictures of articles: drawn in the sizes and formats that pages need, or sent as they are. */
  pictures: z.enum(['drawn', 'as they are']).default('drawn'),
  /** Items in feeds. */
  feeds: z.strictObject({
    site: z.number().int().min(1).max(200),
    section: z.number().int().min(1).max(200),
    /** Where another program had the feed of the site: paths that lead to it, `/feeds/posts/default`, `/?feed=rss2`. */
    aliases: z
      .array(
        z.string().regex(/^\/[^\s#]*$/, { error: 'must be a path, such as "/blog/index.xml"' }),
      )
      .default([]),
  }),
  /**
   * Strict-Transport-Security: how long browsers insist on https. Left out, it is five minutes, and below a
   * path nothing is said, since a host has one for all its sites.
   */
  hsts: z
    .strictObject({
      seconds: z.number().int().min(0),
      subdomains: z.boolean(),
      preload: z.boolean(),
    })
    .optional(),
  /**
   * A server that answers searches (`npm run search-server`), for records that are too large for an index in the
   * browser: its address, on the site's own host (`/search.json`) or another one. Pages have an index of the newest
   * `years` beside it, for when it does not answer; of all when left out.
   */
  search: searchSchema,
  /** Other hosts that the owner's pages may send a form to, frame, or play; each is said in the footer. */
  hosts: hostsSchema,
  /** security.txt (RFC 9116): where to report a hole, and the day from which that is no longer sure. */
  security: z.strictObject({
    contact: z.url({ error: 'must be an address, such as "mailto:security@example.org"' }),
    expires: z.iso.date({ error: 'must be a day, such as "2027-10-01"' }),
  }),
  /** What `npm run ping` tells of a release; none when left out. */
  ping: pingSchema,
  articles: z.strictObject({
    /** Articles are data. (The field may be left out; until 2027 it is read where it stands.) */
    code: z
      .literal('forbid', {
        error:
          'must be "forbid" or left out: articles hold no code any more; put what it made into the article, or make a page in content/pages/ of it',
      })
      .optional(),
    /** Whether an article may lack a standfirst: the first sentence of its text then stands in. */
    description: z.enum(['required', 'first sentence']).default('required'),
    /** Words that a small edit may change without an announcement, when the ledger marks it. */
    minorWords: z.number().int().min(0).max(100),
    /** What `npm run check` warns of like a copy desk; a rule that is left out is off. */
    copyDesk: z
      .strictObject({
        /** Most characters of a headline. */
        headline: z.number().int().min(20).max(120),
        /** A headline names somebody: a place of the tags, a term, or a word with a capital. */
        names: z.boolean(),
        /** A standfirst says more than its headline. */
        standfirst: z.boolean(),
        /** Most words of the first sentence. */
        lead: z.number().int().min(10).max(200),
        /** A paragraph with a number cites a source, or leads to an entry that does. */
        numbers: z.boolean(),
      })
      .partial()
      .optional(),
  }),
});

/** A publication's facts, checked. */
export type Site = z.output<typeof siteSchema>;

/** Who publishes. */
export function publisherKind({ publisher, voice }: Pick<Site, 'publisher' | 'voice'>): Publisher {
  return publisher ?? (voice === 'plain' ? 'person' : 'news');
}

/** Whether a place shows the covers of articles. */
export function showsCovers(
  { covers, voice }: Pick<Site, 'covers' | 'voice'>,
  place: CoverPlace,
): boolean {
  return covers?.includes(place) ?? voice === 'plain';
}

/**
 * Checks an owner's configuration.
 * @throws Error with one sentence a wrong value: what it is, what it must be
 */
export function defineSite(config: z.input<typeof siteSchema>): Site {
  const result = siteSchema.safeParse(config);
  if (result.success) return result.data;
  const sentences = result.error.issues.map((issue) => {
    const path = issue.path.join('.') || 'the configuration';
    if (issue.code === 'unrecognized_keys') {
      const where = issue.path.length === 0 ? '' : `${path} `;
      return `src/publication/site.config.ts: ${where}has no field ${issue.keys.map((key) => `"${key}"`).join(', ')}.`;
    }
    return `src/publication/site.config.ts: ${path}: ${issue.message} (it is ${JSON.stringify(valueAt(config, issue.path))}).`;
  });
  throw Object.assign(new Error(sentences.join('\n')), { name: 'OwnersMistake' });
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
