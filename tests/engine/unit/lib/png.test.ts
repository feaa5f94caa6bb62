import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { encodeIco } from '../../../../src/lib/ico.ts';
import { encodePng } from '../../../../src/lib/png.ts';

/** Bytes of an image whose pixels are given as `[red, green, blue]`. */
function bitmap(width: number, colours: [number, number, number][]) {
  const pixels = Uint8Array.from(colours.flatMap((colour) => [...colour, 255]));
  return { width, height: colours.length / width, pixels };
}

async function decode(png: Uint8Array): Promise<number[]> {
  return [...(await sharp(png).removeAlpha().raw().toBuffer())];
}

describe('a PNG with a palette', () => {
  const few = bitmap(3, [
    [232, 239, 221],
    [18, 27, 21],
    [192, 40, 45],
    [18, 27, 21],
    [18, 27, 21],
    [232, 239, 221],
  ]);

  test('decodes to the very pixels when they have few colours', async () => {
    const png = encodePng(few);
    expect(await sharp(png).metadata()).toMatchObject({ width: 3, height: 2, isPalette: true });
    expect(await decode(png)).toEqual([...few.pixels].filter((_, i) => i % 4 !== 3));
  });

  test('gives a rare shade the nearest of the common ones', async () => {
    const png = encodePng(
      bitmap(5, [
        [0, 0, 0],
        [0, 0, 0],
        [250, 250, 250],
        [250, 250, 250],
        [200, 210, 220],
      ]),
      2,
    );
    expect((await decode(png)).slice(-3)).toEqual([250, 250, 250]);
  });

  test('reads pixels that begin anywhere in a larger buffer', async () => {
    const buffer = new Uint8Array(few.pixels.length + 1);
    buffer.set(few.pixels, 1);
    expect(encodePng({ ...few, pixels: buffer.subarray(1) })).toEqual(encodePng(few));
    const odd = Buffer.from(buffer.buffer, 1);
    expect(encodePng({ ...few, pixels: odd })).toEqual(encodePng(few));
  });
});

test('an icon file says where each of its images is', () => {
  const images = [16, 256].map((size) => ({
    width: size,
    height: size,
    png: new Uint8Array(size).fill(size === 16 ? 1 : 2),
  }));
  const ico = encodeIco(images);
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 2]);
  for (const [i, { width, png }] of images.entries()) {
    const entry = 6 + 16 * i;
    // 0 stands for 256
    expect(ico.readUInt8(entry)).toBe(width % 256);
    const [length, offset] = [ico.readUInt32LE(entry + 8), ico.readUInt32LE(entry + 12)];
    expect(ico.subarray(offset, offset + length)).toEqual(Buffer.from(png));
  }
});
