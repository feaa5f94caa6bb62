import { constants, crc32, deflateSync } from 'node:zlib';

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
  const bands = bandsOf(pixels, width, height);
  const { palette, places } = choosePalette(countColours(words, width, bands), colours);
  // what is equal to the row above is a run of zeros: all there is to find
  const strategy = constants.Z_RLE;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(indexRows(words, width, bands, places), { strategy })),
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

/** Rows that look alike, one below the other: nearly all of a drawing is made of such bands. */
interface Band {
  /** Its first row, from 0. */
  top: number;
  /** How many rows it has. */
  height: number;
}

function bandsOf(pixels: Uint8Array, width: number, height: number): Band[] {
  const bytes = Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const row = width * 4;
  const bands: Band[] = [];
  for (let y = 0; y < height; y += 1) {
    const from = y * row;
    const above = bands.at(-1);
    if (above && bytes.compare(bytes, from - row, from, from, from + row) === 0) above.height += 1;
    else bands.push({ top: y, height: 1 });
  }
  return bands;
}

/** Pixels as one signed number each: what the engine compares and looks up fastest. */
function wordsOf(pixels: Uint8Array): Int32Array {
  const aligned = pixels.byteOffset % 4 === 0 ? pixels : Uint8Array.from(pixels);
  return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
}

/** Calls a function for every stretch of one colour in a row: a drawing is mostly flat. */
function eachStretch(
  words: Int32Array,
  width: number,
  row: number,
  visit: (word: number, length: number) => void,
): void {
  const end = (row + 1) * width;
  for (let from = row * width, to = from; from < end; from = to) {
    const word = words[from] ?? 0;
    do to += 1;
    while (to < end && words[to] === word);
    visit(word, to - from);
  }
}

/** How many pixels each colour has, in the order of their first ones. */
function countColours(
  words: Int32Array,
  width: number,
  bands: readonly Band[],
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { top, height } of bands) {
    eachStretch(words, width, top, (word, length) => {
      counts.set(word, (counts.get(word) ?? 0) + length * height);
    });
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

/** The filter that keeps of each byte what it differs from the one above (W3C PNG, 9.2). */
const UP = 2;

/** The rows of the image as PNG has them: the number of a filter, then a filtered place a pixel. */
function indexRows(
  words: Int32Array,
  width: number,
  bands: readonly Band[],
  places: ReadonlyMap<number, number>,
): Buffer {
  const rows = Buffer.alloc((words.length / width) * (width + 1));
  const above = new Uint8Array(width);
  for (const { top, height } of bands) {
    for (let y = top; y < top + height; y += 1) rows[y * (width + 1)] = UP;
    let x = 0;
    const start = top * (width + 1) + 1;
    eachStretch(words, width, top, (word, length) => {
      const place = places.get(word) ?? 0;
      for (const end = x + length; x < end; x += 1) {
        rows[start + x] = place - (above[x] ?? 0);
        above[x] = place;
      }
    });
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
