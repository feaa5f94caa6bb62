import type { AstroIntegration } from 'astro';
import type { Archive } from '../domain/archive.ts';
import type { Site } from '../domain/site.ts';
import { type CardContent, cardContent, digestOf, siteCardContent } from '../outputs/card.ts';
import { artistFor, toolsDigest } from './artists.ts';
import type { CardOrder } from './card-artist.ts';
import { type DrawnFile, drawn } from './drawn.ts';
import { readInks } from './inks.ts';

type CardFile = DrawnFile & CardOrder;

/** Draws the social card of every visible article, and the publication's own. */
export function cards(site: Site): AstroIntegration {
  return drawn<CardFile>(site, {
    name: 'cards',
    list: listCards,
    open: (_root, count) =>
      artistFor(
        new URL('./card-artist.ts', import.meta.url),
        count,
        ({ card, site, inks }: CardFile): CardOrder => ({ card, site, inks }),
      ),
  });
}

/** The cards that an archive calls for. */
export function listCards(archive: Archive, root: string): CardFile[] {
  const { site, routes } = archive;
  const inks = readInks(root);
  const drawnWith = toolsDigest(CODE, PACKAGES, inks);
  const file = (card: CardContent, own: boolean, href: string): CardFile => ({
    card,
    site: own,
    inks,
    href,
    lasting: !own,
    key: `${digestOf(card)}.${own ? 'site.' : ''}${drawnWith}.png`,
  });
  const articles = archive.articles.map((article) => {
    const card = cardContent(article, site);
    return file(card, false, routes.card(article, digestOf(card)));
  });
  return [file(siteCardContent(site), true, routes.siteCard()), ...articles];
}

/** The code and the packages that draw a card. */
const CODE = [
  '../outputs/card-drawing.ts',
  '../outputs/card-type.ts',
  './card-artist.ts',
  './faces.ts',
  '../lib/type.ts',
  '../lib/png.ts',
].map((file) => new URL(file, import.meta.url));
const PACKAGES = ['@resvg/resvg-js', 'harfbuzzjs', '@fontsource/besley'];
