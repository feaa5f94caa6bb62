import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import satori, { type Font } from 'satori';
import { encodePng } from '../lib/png.ts';
import { CARD_SIZE, type CardContent } from '../outputs/card.ts';
import { drawCard, drawSiteCard, type Inks } from '../outputs/card-drawing.ts';

/** What a thread is told of a card. */
export interface CardOrder {
  card: CardContent;
  /** Whether it is the publication's own. */
  site: boolean;
  inks: Inks;
}

const require = createRequire(import.meta.url);
let fonts: Font[] | undefined;

/** Draws a social card: a PNG of 1200 by 630 pixels. */
export default async function paintCard({ card, site, inks }: CardOrder): Promise<Uint8Array> {
  fonts ??= cardFonts();
  const drawing = site ? drawSiteCard(card, inks) : drawCard(card, inks);
  const svg = await satori(drawing, { ...CARD_SIZE, fonts });
  // rendered aside: an image rendered in this thread is outside its heap and would long not be freed
  const image = await renderAsync(svg, { font: { loadSystemFonts: false } });
  return encodePng({ ...CARD_SIZE, pixels: image.pixels });
}

/** The faces of the cards: there is no system font behind them. */
export function cardFonts(): Font[] {
  const faces = [
    ['Besley', 'latin'],
    ['Besley Extended', 'latin-ext'],
  ] as const;
  return faces.flatMap(([name, subset]) =>
    ([500, 600, 700] as const).map(
      (weight): Font => ({
        name,
        weight,
        style: 'normal',
        data: readFileSync(
          require.resolve(`@fontsource/besley/files/besley-${subset}-${weight}-normal.woff`),
        ),
      }),
    ),
  );
}
