import { hash } from 'node:crypto';
import type { Graph } from 'schema-dts';
import { voiceOf } from '../i18n/index.ts';
import { runsRightToLeft } from '../lib/direction.ts';
import { oncePer } from '../lib/once.ts';
import type { Archive } from '../record/archive.ts';
import type { Article } from '../record/article.ts';
import type { Site } from '../record/site.ts';
import { type Head, headOf, type PageFacts } from './head.ts';
import { type Crumb, listData } from './json-ld.ts';
import type { Shell } from './shell.ts';

/*
 * A view is all that a page shows, as plain JSON: its head, what it says to machines, its content.
 * A page is a function of its view, so it is rendered again only when the view's digest changed.
 */

/** The language of words, and where they begin, if they are not as those of the page. */
export interface Tongue {
  lang?: string;
  dir?: 'ltr' | 'rtl';
}

/** The tongue of an entry on a page of the publication. */
export function tongueOf(
  { lang }: Pick<Article, 'lang'>,
  { locale }: Pick<Site, 'locale'>,
): Tongue {
  if (lang === undefined) return {};
  const isOpposite = runsRightToLeft(lang) !== runsRightToLeft(locale);
  return { lang, ...(isOpposite && { dir: runsRightToLeft(lang) ? 'rtl' : 'ltr' }) };
}

/** A link: what it says, and where it leads. */
export interface Link extends Tongue {
  name: string;
  href: string;
}

/** What the view of every page has. */
export interface View {
  /** Its place in the menu and its look. */
  kind: string;
  head: Head;
  /** What the page says to machines (JSON-LD). */
  data?: Graph | undefined;
}

/**
 * The view of a page without its content.
 * @param more structured data, or the way to the page from the front page, from which it is made
 */
export function pageView(
  facts: PageFacts,
  archive: Archive,
  more: { data?: Graph; crumbs?: readonly Crumb[] } = {},
): View {
  const data = more.data ?? (more.crumbs && listData(more.crumbs, archive));
  return { kind: facts.kind, head: headOf(facts, archive), data };
}

/** Facts of a page with a name of its own in the menu or the footer. */
export function namedPage(
  name: 'topics' | 'storylines' | 'corrections' | 'search' | 'feeds' | 'glossary',
  { site, routes }: Archive,
): PageFacts {
  const { t } = voiceOf(site);
  const [headline, description] = [t.places[name], t.descriptions[name]];
  return { kind: name, path: routes[name](), headline, description };
}

/** Key of a page for `getStaticPaths`: the digest of what is on every page and of its own view. */
export function keyOf(shell: Shell, view: object): string {
  return digestOf([shellDigest(shell), view]);
}

/** Digest of what is on every page. */
export const shellDigest = oncePer((shell: Shell): string => digestOf(shell));

/** Digest of plain data. */
export function digestOf(data: unknown): string {
  return hash('sha256', JSON.stringify(data), 'base64url').slice(0, 22);
}
