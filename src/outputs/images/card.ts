import { createHash } from 'node:crypto';
import { furtherFontsDigest } from '../../content/drawn-fonts.ts';
import { siteIn, voiceOf } from '../../i18n/index.ts';
import { type Article, dayWord, shownNumber } from '../../record/article.ts';
import type { Inks } from '../../record/palette.ts';
import type { Site } from '../../record/site.ts';
import type { CardContent } from './card-drawing.ts';
import { settable } from './text.ts';

/**
 * Raise it when the same words and inks make another card: another drawing, other fonts. It is part
 * of the addresses of cards, and what they lead to is kept for a year.
 */
const LOOK = 2;

/** What the card of an article says. */
export function cardContent(article: Article, site: Site): CardContent {
  const { t, f, isRightToLeft } = voiceOf(siteIn(article.lang, site));
  const { day } = article.pubDate;
  const shown = shownNumber(article, site);
  const number = shown === undefined ? undefined : settable(t.no({ number: shown }));
  const date = settable(f.shortDay(day)) ?? day;
  const value = settable(article.figure?.value ?? '');
  return {
    ...nameplate(site),
    stamp: [settable(t.stamps[dayWord(article)]), date, number].filter(
      (line) => line !== undefined,
    ),
    ...(site.voice === 'plain' && { isPlain: true }),
    ...(isRightToLeft && { isRightToLeft }),
    headline: settable(article.title) || number || date,
    ...(value !== undefined &&
      value !== '' && { figure: { value, label: settable(article.figure?.label ?? '') ?? '' } }),
  };
}

/** What the publication's own card says: for pages that have none of their own. */
export function siteCardContent(site: Site): CardContent {
  return { ...nameplate(site), headline: settable(site.tagline) ?? '' };
}

/** Digest of the card of an article, for its address: another headline is another address. */
export function cardDigest(article: Article, site: Site, inks: Inks): string {
  return digestOf(cardContent(article, site), inks);
}

/** Digest of what a card says, in which inks and look. */
export function digestOf(content: CardContent, inks: Inks): string {
  const further = furtherFontsDigest();
  const all = JSON.stringify([LOOK, inks, content, ...(further === '' ? [] : [further])]);
  return createHash('sha256').update(all).digest('hex').slice(0, 10);
}

function nameplate(site: Site): { name: string; host: string } {
  const { host } = new URL(site.url);
  return { name: settable(site.name) ?? host, host };
}
