import { createHash } from 'node:crypto';
import type { Article } from '../domain/article.ts';
import type { Site } from '../domain/site.ts';
import { voiceOf } from '../strings/index.ts';

/** Size of a social card in pixels, as Open Graph wants it. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** What a social card says, in words that its type can set. */
export interface CardContent {
  /** Nameplate. */
  name: string;
  /** Host of the site. */
  host: string;
  /** Lines of the stamp: filed, when, under which number. Empty on the publication's own card. */
  stamp: string[];
  headline: string;
  figure?: { value: string; label: string };
}

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

/** Digest of what a card says, for its address: another headline is another address. */
export function cardDigest(article: Article, site: Site): string {
  return digestOf(cardContent(article, site));
}

export function digestOf(content: CardContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 10);
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
  // thin and narrow spaces of Intl's dates, which the faces lack, are spaces
  const plain = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return SETTABLE.test(plain) ? plain : undefined;
}
