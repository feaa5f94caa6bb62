import { expect, test } from 'vitest';
import { encodeIco } from '../../../../src/lib/ico.ts';

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
