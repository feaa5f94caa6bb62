import sharp from 'sharp';
import type { Snapshot } from '../../content/snapshot.ts';
import type { Inks } from '../../record/inks.ts';
import { cardContent, digestOf, siteCardContent } from './card.ts';
import { type CardContent, drawCard } from './card-drawing.ts';
import type { Drawing, DrawnFile } from './drawn.ts';
import { FONT_PACKAGES } from './fonts.ts';
import { renderPng } from './render.ts';
import { toolsDigest } from './tools.ts';

/** The code that draws a card. */
export const CARD_CODE = [
  './card-drawing.ts',
  './fonts.ts',
  './lines.ts',
  './render.ts',
  './text.ts',
  '../../lib/direction.ts',
  '../../lib/xml.ts',
].map((file) => new URL(file, import.meta.url));

/** Of the code that runs: what a preview finds changed on disk is not what it draws with. */
const DRAWN_WITH = toolsDigest(CARD_CODE, ['@resvg/resvg-js', ...FONT_PACKAGES], sharp.versions);

interface CardFile extends DrawnFile {
  card: CardContent;
  inks: Inks;
}

/** Draws the social card of every visible article, and the publication's own. */
export const cards: Drawing<CardFile> = {
  name: 'cards',
  list: listCards,
  open: () => ({ draw: ({ card, inks }) => renderPng(drawCard(card, inks)) }),
};

/** The cards that an archive calls for. */
function listCards({ archive }: Snapshot): CardFile[] {
  const { articles, inks, routes, site } = archive;
  const key = (digest: string): string => `${digest}.${DRAWN_WITH}.png`;
  const own = siteCardContent(site);
  return [
    {
      card: own,
      inks,
      href: routes.siteCard(),
      source: 'src/site.config.ts',
      key: key(digestOf(own, inks)),
    },
    ...articles.map((article) => {
      const card = cardContent(article, site);
      const digest = digestOf(card, inks);
      const href = routes.card(article, digest);
      return { card, inks, href, source: article.file, lasting: true, key: key(digest) };
    }),
  ];
}
