import { renderAsync } from '@resvg/resvg-js';
import { encodePng } from '../../lib/png.ts';
import type { Inks } from '../../record/inks.ts';
import {
  CARD_SIZE,
  type CardContent,
  type CardFaces,
  drawCard,
  drawSiteCard,
} from './card-drawing.ts';
import { readFace } from './faces.ts';

/** What a thread is told of a card. */
export interface CardOrder {
  card: CardContent;
  /** Whether it is the publication's own. */
  site: boolean;
  inks: Inks;
}

let faces: CardFaces | undefined;

/** Draws a social card: a PNG of 1200 by 630 pixels. */
export default async function paintCard({ card, site, inks }: CardOrder): Promise<Uint8Array> {
  faces ??= cardFaces();
  const svg = (site ? drawSiteCard : drawCard)(card, faces, inks);
  // rendered aside: an image rendered in this thread is outside its heap and would long not be freed
  const image = await renderAsync(svg, { font: { loadSystemFonts: false } });
  return encodePng({ ...CARD_SIZE, pixels: image.pixels });
}

/** The faces of the cards. */
export function cardFaces(): CardFaces {
  return { bold: readFace('besley', 700), medium: readFace('besley', 500) };
}
