import { ALL_FONTS } from './fonts.ts';

/**
 * Draws an SVG as a PNG with a palette, outside this thread. A drawing in a few inks loses nothing
 * that the eye could find, and takes half the bytes of true colour.
 */
export async function renderPng(svg: string): Promise<Buffer> {
  // loaded with the first drawing that no cache has
  const [{ renderAsync }, { default: sharp }] = await Promise.all([
    import('@resvg/resvg-js'),
    import('sharp'),
  ]);
  const { width, height, pixels } = await renderAsync(svg, { font: ALL_FONTS });
  return sharp(pixels, { raw: { width, height, channels: 4 } })
    .png({ palette: true, colours: 64, dither: 0, effort: 1 })
    .toBuffer();
}
