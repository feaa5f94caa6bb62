import { renderAsync } from '@resvg/resvg-js';
import { encodePng } from '../lib/png.ts';

/** What a thread is told of a chart. */
export interface ChartOrder {
  svg: string;
  /** Files of the faces that it is set in. */
  fontFiles: string[];
}

/** Draws a chart as a PNG. */
export default async function drawChart({ svg, fontFiles }: ChartOrder): Promise<Uint8Array> {
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Newsreader' };
  // aside: an image rendered in this thread is outside its heap and would long not be freed
  const { width, height, pixels } = await renderAsync(svg, { font });
  return encodePng({ width, height, pixels });
}
