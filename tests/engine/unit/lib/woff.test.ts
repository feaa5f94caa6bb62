import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { unpackWoff } from '../../../../src/lib/woff.ts';

const require = createRequire(import.meta.url);

/** Sum of 32-bit words, as the OpenType specification defines a table's checksum. */
function checksum(bytes: Uint8Array): number {
  const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  padded.set(bytes);
  const view = new DataView(padded.buffer);
  let sum = 0;
  for (let i = 0; i < padded.length; i += 4) sum = (sum + view.getUint32(i)) >>> 0;
  return sum;
}

test('a web font becomes a font whose tables have their checksums', () => {
  const woff = readFileSync(
    require.resolve('@fontsource/besley/files/besley-latin-600-normal.woff'),
  );
  const font = unpackWoff(woff);
  const view = new DataView(font.buffer);
  const count = view.getUint16(4);
  const names: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const record = 12 + i * 16;
    const name = String.fromCharCode(...font.subarray(record, record + 4));
    const offset = view.getUint32(record + 8);
    const table = font.slice(offset, offset + view.getUint32(record + 12));
    // the head table holds a sum of the whole file, which does not count in its own
    if (name === 'head') table.fill(0, 8, 12);
    expect(checksum(table), name).toBe(view.getUint32(record + 4));
    names.push(name);
  }
  expect(names).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'hmtx', 'loca', 'name']));
});
