import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** An image in memory: four bytes a pixel (red, green, blue, alpha), row by row. */
export interface Bitmap {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/**
 * Writes an opaque drawing as a PNG with a palette (W3C PNG, colour type 3). With more colours than
 * fit, the commonest make the palette and a rarer shade becomes the nearest of them. A drawing in a
 * few inks loses nothing that the eye could find, and takes half the bytes of true colour.
 * @param colours size of the palette, at most 256
 */
export function encodePng({ width, height, pixels }: Bitmap, colours = 64): Buffer {
  const words = wordsOf(pixels);
  const { palette, places } = choosePalette(countColours(words), colours);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(indexRows(words, width, height, places), { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

type Colour = readonly [red: number, green: number, blue: number];

/** Pixels as one signed number each: what the engine compares and looks up fastest. */
function wordsOf(pixels: Uint8Array): Int32Array {
  const aligned = pixels.byteOffset % 4 === 0 ? pixels : pixels.slice();
  return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
}

/** How many pixels each colour has, in the order of their first ones. */
function countColours(words: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  // by stretches of one colour: a drawing is mostly flat
  for (let from = 0, to = 0; from < words.length; from = to) {
    const word = words[from] ?? 0;
    do to += 1;
    while (words[to] === word);
    counts.set(word, (counts.get(word) ?? 0) + to - from);
  }
  return counts;
}

/** The palette, and the place in it of every colour that the image has. */
function choosePalette(
  counts: ReadonlyMap<number, number>,
  size: number,
): { palette: Colour[]; places: Map<number, number> } {
  const common = [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
  const palette = common.slice(0, size).map(colourOf);
  const places = common.map((word, i): [number, number] => [
    word,
    i < size ? i : nearestColour(colourOf(word), palette),
  ]);
  return { palette, places: new Map(places) };
}

/** The rows of the image as PNG has them: the number of a filter (0, none), then a place a pixel. */
function indexRows(
  words: Int32Array,
  width: number,
  height: number,
  places: ReadonlyMap<number, number>,
): Buffer {
  const rows = Buffer.alloc((width + 1) * height);
  let last: number | undefined;
  let place = 0;
  for (let y = 0, at = 0; y < height; y += 1) {
    at += 1;
    for (let x = 0; x < width; x += 1, at += 1) {
      const word = words[y * width + x] ?? 0;
      if (word !== last) {
        last = word;
        place = places.get(word) ?? 0;
      }
      rows[at] = place;
    }
  }
  return rows;
}

/** The colour of a pixel; its first byte is the lowest on every processor that Node runs on today. */
function colourOf(word: number): Colour {
  return [word & 0xff, (word >> 8) & 0xff, (word >> 16) & 0xff];
}

function nearestColour(colour: Colour, palette: readonly Colour[]): number {
  const distances = palette.map((candidate) =>
    candidate.reduce((sum, value, i) => sum + (value - (colour[i] ?? 0)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}
