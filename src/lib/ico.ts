/** An image of an icon file: at most 256 pixels wide and high. */
export interface IconImage {
  width: number;
  height: number;
  png: Uint8Array;
}

/** Writes a Windows icon file whose images are PNGs (https://en.wikipedia.org/wiki/ICO_(file_format)). */
export function encodeIco(images: readonly IconImage[]): Buffer {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  for (const [i, { width, height, png }] of images.entries()) {
    const entry = 6 + 16 * i;
    head.writeUInt8(width % 256, entry);
    head.writeUInt8(height % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...images.map(({ png }) => png)]);
}
