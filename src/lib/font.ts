/** What one needs to know of an OpenType font to set words in it. */
export interface FontMetrics {
  /** Width of a letter in ems; undefined when the font lacks it. */
  advance(letter: string): number | undefined;
}

/** Reads the metrics of a font (https://learn.microsoft.com/typography/opentype/spec/). */
export function readMetrics(font: Uint8Array): FontMetrics {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const table = (name: string): { at: number; record: number } => tableOf(view, name);
  const perEm = view.getUint16(table('head').at + 18);
  const widths = view.getUint16(table('hhea').at + 34);
  const hmtx = table('hmtx').at;
  const cmap = segmentsOf(view, table('cmap').at);
  return {
    advance(letter) {
      const glyph = glyphOf(view, cmap, letter.codePointAt(0) ?? 0);
      if (glyph === 0) return undefined;
      return view.getUint16(hmtx + Math.min(glyph, widths - 1) * 4) / perEm;
    },
  };
}

/**
 * Gives a font another family name, so that of two files of one face each can be asked for.
 * @param font its table of names is replaced in place
 */
export function renameFont(font: Uint8Array, family: string): void {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const { at, record } = tableOf(view, 'name');
  // family, style, full name, PostScript name
  const names: [id: number, name: string][] = [
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, family.replaceAll(' ', '-')],
  ];
  const text = names.map(([, name]) => name).join('');
  const storage = 6 + names.length * 12;
  const length = storage + text.length * 2;
  if (length > view.getUint32(record + 12)) throw new Error(`"${family}" is too long a name`);
  view.setUint32(record + 12, length);
  let offset = 0;
  // Windows, Unicode, English
  const rows = names.map(([id, name]) => {
    const row = [3, 1, 0x409, id, name.length * 2, offset];
    offset += name.length * 2;
    return row;
  });
  const letters = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  for (const [i, value] of [0, names.length, storage, ...rows.flat(), ...letters].entries()) {
    view.setUint16(at + i * 2, value);
  }
}

/** Where a table begins, and where the directory speaks of it. */
function tableOf(view: DataView, name: string): { at: number; record: number } {
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const record = 12 + i * 16;
    const letters = [0, 1, 2, 3].map((n) => view.getUint8(record + n));
    if (String.fromCharCode(...letters) === name) return { at: view.getUint32(record + 8), record };
  }
  throw new Error(`the font has no table "${name}"`);
}

/** Where the map of letters to glyphs lies: format 4, which every font has for Unicode's first plane. */
function segmentsOf(view: DataView, cmap: number): number {
  for (let i = 0; i < view.getUint16(cmap + 2); i += 1) {
    const at = cmap + view.getUint32(cmap + 8 + i * 8);
    if (view.getUint16(at) === 4) return at;
  }
  throw new Error('the font maps no letters in a way that we read');
}

function glyphOf(view: DataView, cmap: number, code: number): number {
  const double = view.getUint16(cmap + 6);
  for (let end = cmap + 14; end < cmap + 14 + double; end += 2) {
    if (view.getUint16(end) < code) continue;
    const start = end + double + 2;
    const first = view.getUint16(start);
    if (first > code) return 0;
    const delta = view.getUint16(start + double);
    const range = start + double * 2;
    const offset = view.getUint16(range);
    if (offset === 0) return (code + delta) & 0xffff;
    const glyph = view.getUint16(range + offset + (code - first) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
