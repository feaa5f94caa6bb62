import { createHash } from 'node:crypto';
import { voiceOf } from '../../i18n/index.ts';
import type { Article } from '../../record/article.ts';
import type { Inks } from '../../record/inks.ts';
import type { Site } from '../../record/site.ts';
import type { CardContent } from './card-drawing.ts';
import { plainType } from './card-type.ts';

/**
 * Raise it when the same words and inks make another card: `card-drawing.ts`, `card-type.ts`, other
 * faces. It is part of the addresses of cards, and what they lead to is kept for a year.
 */
const LOOK = 1;

/** What the card of an article says. */
export function cardContent(article: Article, site: Site): CardContent {
  const { t, f } = voiceOf(site);
  const { day } = article.pubDate;
  const number = article.number === undefined ? undefined : settable(t.no(article.number));
  const date = settable(f.shortDay(day)) ?? day;
  const value = settable(article.figure?.value ?? '');
  return {
    ...nameplate(site),
    stamp: [settable(t.stamps.filed), date, number].filter((line) => line !== undefined),
    headline: settable(article.title) ?? number ?? date,
    ...(value !== undefined &&
      value !== '' && { figure: { value, label: settable(article.figure?.label ?? '') ?? '' } }),
  };
}

/** What the publication's own card says: for pages that have none of their own. */
export function siteCardContent(site: Site): CardContent {
  return { ...nameplate(site), stamp: [], headline: settable(site.tagline) ?? '' };
}

/** Digest of the card of an article, for its address: another headline is another address. */
export function cardDigest(article: Article, site: Site, inks: Inks): string {
  return digestOf(cardContent(article, site), inks);
}

/** Digest of what a card says, in which inks and look. */
export function digestOf(content: CardContent, inks: Inks): string {
  const all = JSON.stringify([LOOK, inks, content]);
  return createHash('sha256').update(all).digest('hex').slice(0, 10);
}

function nameplate(site: Site): { name: string; host: string } {
  const { host } = new URL(site.url);
  return { name: settable(site.name) ?? host, host };
}

/**
 * The characters that every face of the cards has. There is no system font to fall back on, so a
 * text with any other is left out rather than set with holes. (A test holds this to the fonts.)
 */
const SETTABLE =
  /^[\u0020-\u007e\u00a0-\u0131\u0134-\u0148\u014a-\u017e\u0218-\u021b\u1e80-\u1e85\u1e9e\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2039\u203a\u20ac\u2212]*$/u;

/** A text as the cards can set it, or undefined when they cannot. */
export function settable(text: string): string | undefined {
  const plain = plainType(text);
  return SETTABLE.test(plain) ? plain : undefined;
}
