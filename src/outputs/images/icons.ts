import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeIco } from '../../lib/ico.ts';
import type { Drawing } from './drawn.ts';
import { toolsDigest } from './tools.ts';

/** The mark: an opaque square drawing, what matters in its middle four fifths. */
const MARK = 'public/mark.svg';

/** Drawn files in the cache follow from this code and this library as well as from the mark. */
const DRAWN_WITH = toolsDigest(
  ['./icons.ts', '../../lib/ico.ts'].map((file) => new URL(file, import.meta.url)),
  ['@resvg/resvg-js'],
);

/** The icons drawn from the mark, and the sizes in each: browsers, home screens, feed readers. */
const ICONS: readonly (readonly [name: string, sizes: readonly number[]])[] = [
  ['favicon.ico', [16, 32, 48]],
  ['apple-touch-icon.png', [180]],
  ['icon-192.png', [192]],
  ['icon-512.png', [512]],
];

/** Draws the publication's icons from its mark: change the mark, and all of them follow. */
export const icons: Drawing = {
  name: 'icons',
  list: ({ root, archive }) => {
    const svg = readFileSync(join(root, MARK), 'utf8');
    const digest = toolsDigest([], [], [DRAWN_WITH, svg]);
    return ICONS.map(([name, sizes]) => ({
      href: archive.routes.file(name),
      source: MARK,
      key: `${digest}-${name}`,
      draw: () => drawIcon(svg, sizes, name),
    }));
  },
};

async function drawIcon(svg: string, sizes: readonly number[], name: string): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const images = sizes.map((size) => {
    const image = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render();
    return { width: image.width, height: image.height, png: image.asPng() };
  });
  return name.endsWith('.ico') ? encodeIco(images) : (images[0]?.png ?? new Uint8Array());
}
