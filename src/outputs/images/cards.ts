import { furtherFontsDigest } from '../../content/drawn-fonts.ts';
import type { Snapshot } from '../../content/snapshot.ts';
import { cardContent, digestOf, siteCardContent } from './card.ts';
import { type CardContent, drawCard } from './card-drawing.ts';
import type { Drawing, DrawnFile } from './drawn.ts';
import { FONT_PACKAGES } from './fonts.ts';
import type { Render } from './render.ts';
import { toolsDigest } from './tools.ts';

/** The code that draws a card. */
export const CARD_CODE = [
  './card-drawing.ts',
  './fonts.ts',
  './lines.ts',
  './render.ts',
  './text.ts',
  '../../content/drawn-fonts.ts',
  '../../lib/cmap.ts',
  '../../lib/direction.ts',
  '../../lib/xml.ts',
].map((file) => new URL(file, import.meta.url));

/** Of the code that runs: what a preview finds changed on disk is not what it draws with. */
const DRAWN_WITH = toolsDigest(
  CARD_CODE,
  ['@resvg/resvg-js', 'sharp', ...FONT_PACKAGES],
  furtherFontsDigest(),
);

/** Draws the social card of every visible article, and the publication's own. */
export const cards: Drawing = { name: 'cards', list: listCards };

/** The cards that an archive calls for. */
function listCards({ archive }: Snapshot): DrawnFile[] {
  const { articles, palette, routes, site } = archive;
  const { inks } = palette;
  const drawn = (card: CardContent, digest: string) => ({
    key: `${digest}.${DRAWN_WITH}.png`,
    draw: (render: Render) => render(drawCard(card, inks)),
  });
  const own = siteCardContent(site);
  return [
    {
      ...drawn(own, digestOf(own, inks)),
      href: routes.siteCard(),
      source: 'src/publication/site.config.ts',
    },
    ...articles.map((article) => {
      const card = cardContent(article, site);
      const digest = digestOf(card, inks);
      const href = routes.card(article, digest);
      return { ...drawn(card, digest), href, source: article.file, lasting: true };
    }),
  ];
}
