/** Letters of a font, as ranges of code points: from, to, from, to, in order. */
export type Coverage = Uint32Array;

/**
 * Which letters a font file has: an OpenType or TrueType font, or the first of a collection.
 * (https://learn.microsoft.com/typography/opentype/spec/cmap)
 */
export function coverageOf(font: Buffer): Coverage {
  const isCollection = font.toString('latin1', 0, 4) === 'ttcf';
  const head = isCollection ? font.readUInt32BE(12) : 0;
  const tables = Array.from({ length: font.readUInt16BE(head + 4) }, (_, i) => head + 12 + i * 16);
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap');
  if (entry === undefined) return new Uint32Array();
  const cmap = font.readUInt32BE(entry + 8);
  const maps = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, i) => {
    const at = cmap + font.readUInt32BE(cmap + 8 + i * 8);
    return { at, format: font.readUInt16BE(at) };
  });
  const whole = maps.find(({ format }) => format === 12);
  if (whole) return groups(font, whole.at);
  const short = maps.find(({ format }) => format === 4);
  return short ? segments(font, short.at) : new Uint32Array();
}

/** Whether a letter is among them. */
export function covers(coverage: Coverage, letter: number): boolean {
  let low = 0;
  let high = coverage.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (letter < (coverage[2 * middle] ?? 0)) high = middle - 1;
    else if (letter > (coverage[2 * middle + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}

function groups(font: Buffer, at: number): Coverage {
  const ranges: number[] = [];
  for (let i = 0; i < font.readUInt32BE(at + 12); i += 1) {
    const group = at + 16 + i * 12;
    ranges.push(font.readUInt32BE(group), font.readUInt32BE(group + 4));
  }
  return Uint32Array.from(ranges);
}

function segments(font: Buffer, at: number): Coverage {
  const size = font.readUInt16BE(at + 6);
  const ranges: number[] = [];
  for (let i = 0; i < size; i += 2) {
    const to = font.readUInt16BE(at + 14 + i);
    if (to !== 0xffff) ranges.push(font.readUInt16BE(at + 16 + size + i), to);
  }
  return Uint32Array.from(ranges);
}
