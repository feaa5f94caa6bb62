import { inflateSync } from 'node:zlib';

/**
 * Unpacks a WOFF font (https://www.w3.org/TR/WOFF/) into the OpenType font that it holds: for
 * programs that read no web fonts.
 */
export function unpackWoff(woff: Uint8Array): Uint8Array {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  const count = view.getUint16(12);
  const font = new Uint8Array(view.getUint32(16));
  const out = new DataView(font.buffer);
  const power = 2 ** Math.floor(Math.log2(count));
  out.setUint32(0, view.getUint32(4));
  out.setUint16(4, count);
  out.setUint16(6, power * 16);
  out.setUint16(8, Math.log2(power));
  out.setUint16(10, count * 16 - power * 16);
  let offset = 12 + count * 16;
  for (let i = 0; i < count; i += 1) {
    const entry = 44 + i * 20;
    const record = 12 + i * 16;
    const start = view.getUint32(entry + 4);
    const packed = view.getUint32(entry + 8);
    const length = view.getUint32(entry + 12);
    const bytes = woff.subarray(start, start + packed);
    font.set(packed < length ? inflateSync(bytes) : bytes, offset);
    out.setUint32(record, view.getUint32(entry));
    out.setUint32(record + 4, view.getUint32(entry + 16));
    out.setUint32(record + 8, offset);
    out.setUint32(record + 12, length);
    offset += Math.ceil(length / 4) * 4;
  }
  return font;
}
