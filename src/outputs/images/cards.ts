import type { AstroIntegration } from 'astro';
import type { Archive } from '../../record/archive.ts';
import type { Site } from '../../record/site.ts';
import { artistFor, toolsDigest } from './artists.ts';
import { cardContent, digestOf, siteCardContent } from './card.ts';
import type { CardOrder } from './card-artist.ts';
import type { CardContent } from './card-drawing.ts';
import { type DrawnFile, drawn } from './drawn.ts';

/** The code that draws a card: the artist and what it imports. */
export const CARD_CODE = [
  './card-artist.ts',
  './faces.ts',
  '../../lib/png.ts',
  '../../lib/type.ts',
  '../../lib/woff.ts',
  './card-drawing.ts',
  './card-type.ts',
].map((file) => new URL(file, import.meta.url));
const PACKAGES = ['@resvg/resvg-js', 'harfbuzzjs', '@fontsource/besley'];

/** Of the code that runs: what a preview finds changed on disk is not what it draws with. */
const DRAWN_WITH = toolsDigest(CARD_CODE, PACKAGES);

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
function listCards({ articles, inks, routes, site }: Archive): CardFile[] {
  const file = (card: CardContent, own: boolean, href: string, source: string): CardFile => ({
    card,
    site: own,
    inks,
    href,
    source,
    lasting: !own,
    key: `${digestOf(card, inks)}.${own ? 'site.' : ''}${DRAWN_WITH}.png`,
  });
  const cards = articles.map((article) => {
    const card = cardContent(article, site);
    return file(card, false, routes.card(article, digestOf(card, inks)), article.file);
  });
  return [file(siteCardContent(site), true, routes.siteCard(), 'src/site.config.ts'), ...cards];
}
