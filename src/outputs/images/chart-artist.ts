import { renderAsync } from '@resvg/resvg-js';
import { encodePng } from '../../lib/png.ts';
import type { Typeface } from '../../lib/type.ts';
import { setType } from './chart-type.ts';
import { readFace } from './faces.ts';

let faces: ReadonlyMap<string, Typeface> | undefined;

/** Draws a chart as a PNG. */
export default async function drawChart(svg: string): Promise<Uint8Array> {
  faces ??= chartFaces();
  // aside: an image rendered in this thread is outside its heap and would long not be freed
  const { width, height, pixels } = await renderAsync(setType(svg, faces), {
    font: { loadSystemFonts: false },
  });
  return encodePng({ width, height, pixels });
}

/** The faces of the charts, by the names that drawings give them. */
export function chartFaces(): ReadonlyMap<string, Typeface> {
  return new Map([
    // Besley has few currency signs
    ['Besley SemiBold', readFace('besley', 600, 'newsreader')],
    ['Newsreader', readFace('newsreader', 400)],
  ]);
}
