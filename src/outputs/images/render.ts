import { Tinypool } from 'tinypool';
import { ALL_FONTS } from './fonts.ts';

/** Draws an SVG as a PNG. */
export type Render = (svg: string) => Promise<Uint8Array>;

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

/**
 * Does some work that draws much beside another thread. The pixels of a drawing are memory outside the heap,
 * and V8 collects all garbage after every few of them: in this thread, which holds the whole record, that
 * takes longer than drawing.
 * @param atOnce drawings under way at once
 */
export async function besideThread(
  atOnce: number,
  work: (render: Render) => Promise<void>,
): Promise<void> {
  const pool = new Tinypool({
    filename: new URL('./render.ts', import.meta.url).href,
    name: 'renderPng',
    minThreads: 1,
    maxThreads: 1,
    concurrentTasksPerWorker: atOnce,
  });
  try {
    await work((svg) => pool.run(svg));
  } finally {
    await pool.destroy();
  }
}
