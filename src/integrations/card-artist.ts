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
  const svg = await setCard({ card, site, inks });
  // rendered aside: an image rendered in this thread is outside its heap and would long not be freed
  const image = await renderAsync(svg, { font: { loadSystemFonts: false } });
  return encodePng({ ...CARD_SIZE, pixels: image.pixels });
}

/**
 * Sets the type of a card: an SVG drawing. How many lines a headline takes is known only when its
 * words have fallen; one that takes more than were foreseen is set again, smaller.
 */
export async function setCard(
  { card, site, inks }: CardOrder,
  options: { embedFont?: boolean } = {},
): Promise<string> {
  fonts ??= cardFonts();
  const draw = site ? drawSiteCard : drawCard;
  for (let spare = 0; ; spare += 1) {
    let fits = true;
    const svg = await satori(draw(card, inks, spare), {
      ...CARD_SIZE,
      ...options,
      fonts,
      onNodeDetected({ height, props }) {
        if (typeof props.room === 'number' && height > Math.ceil(props.room)) fits = false;
      },
    });
    if (fits || spare === MOST_SPARE) return svg;
  }
}

/** Far more lines than any headline needs: an end to the search, whatever it is. */
const MOST_SPARE = 12;

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
