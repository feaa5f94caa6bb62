import { Blob, Buffer, Face, Feature, Font, shape } from 'harfbuzzjs';

/** How a line of words is set. */
export interface Setting {
  /** Where the line stands: its baseline's left end, middle or right end, in pixels. */
  x: number;
  y: number;
  anchor?: 'start' | 'middle' | 'end';
  /** Height of the type in pixels. */
  size: number;
  /** Added between letters, in ems. */
  tracking?: number;
  fill: string;
}

/** A letter as a font draws it, and how far along the line it stands, in ems. */
interface Glyph {
  outline: string;
  perEm: number;
  at: number;
}

/**
 * A typeface as outlines: what is set in it looks the same everywhere, and whoever draws it needs no
 * fonts. Its letters may come in several files; each is set in the first that has it.
 */
export class Typeface {
  readonly #files: readonly FontFile[];

  /** @param fonts OpenType fonts */
  constructor(fonts: readonly Uint8Array[]) {
    this.#files = fonts.map((font) => new FontFile(font));
  }

  /** Whether one of its files has a letter. */
  has(letter: string): boolean {
    return this.#fileOf(letter) !== undefined;
  }

  /** Width of a line of words, in ems. */
  width(words: string, tracking = 0): number {
    return this.#set(words, tracking).width;
  }

  /** A line of words as SVG. */
  draw(words: string, { x, y, anchor = 'start', size, tracking = 0, fill }: Setting): string {
    const { glyphs, width } = this.#set(words, tracking);
    const left = x - SHARE[anchor] * width * size;
    const letters = glyphs
      .filter(({ outline }) => outline !== '')
      .map(({ outline, perEm, at }) => {
        const scale = size / perEm;
        const matrix = [scale, 0, 0, -scale, left + at * size, y].map(round).join(' ');
        return `<path transform="matrix(${matrix})" d="${outline}"/>`;
      });
    return `<g fill="${fill}">${letters.join('')}</g>`;
  }

  #set(words: string, tracking: number): { glyphs: Glyph[]; width: number } {
    const glyphs: Glyph[] = [];
    let at = 0;
    for (const { file, text } of this.#runsOf(words.normalize('NFC'))) {
      for (const { outline, advance, offset } of file.shape(text, tracking !== 0)) {
        glyphs.push({ outline, perEm: file.perEm, at: at + offset });
        at += advance + tracking;
      }
    }
    return { glyphs, width: glyphs.length === 0 ? 0 : at - tracking };
  }

  /** Words cut where the file changes; a letter that no file has shows as the first one shows it, as a box or not at all. */
  #runsOf(words: string): { file: FontFile; text: string }[] {
    const runs: { file: FontFile; text: string }[] = [];
    for (const letter of words) {
      const file = this.#fileOf(letter) ?? this.#files[0];
      const last = runs.at(-1);
      if (!file) continue;
      if (last?.file === file) last.text += letter;
      else runs.push({ file, text: letter });
    }
    return runs;
  }

  #fileOf(letter: string): FontFile | undefined {
    return this.#files.find((file) => file.has(letter));
  }
}

/** How much of a line stands left of its anchor. */
const SHARE = { start: 0, middle: 0.5, end: 1 } as const;

/** Letters set apart are not joined, as in CSS (https://www.w3.org/TR/css-text-3/#letter-spacing-property). */
const APART = [new Feature('liga', 0), new Feature('clig', 0)];

/** Where words are shaped: one for all, as what HarfBuzz holds is outside the heap and long not freed. */
const buffer = new Buffer();

class FontFile {
  readonly perEm: number;
  readonly #font: Font;
  readonly #outlines = new Map<number, string>();

  constructor(bytes: Uint8Array) {
    const face = new Face(new Blob(bytes));
    this.perEm = face.upem;
    this.#font = new Font(face);
  }

  has(letter: string): boolean {
    return this.#font.nominalGlyph(letter.codePointAt(0) ?? 0) !== undefined;
  }

  /** The glyphs of words, kerned; measures in ems. */
  shape(words: string, apart: boolean): { outline: string; advance: number; offset: number }[] {
    buffer.clearContents();
    buffer.addText(words);
    buffer.guessSegmentProperties();
    shape(this.#font, buffer, apart ? APART : []);
    return buffer.getGlyphInfosAndPositions().map(({ codepoint, xAdvance = 0, xOffset = 0 }) => ({
      outline: this.#outline(codepoint),
      advance: xAdvance / this.perEm,
      offset: xOffset / this.perEm,
    }));
  }

  #outline(glyph: number): string {
    const outline = this.#outlines.get(glyph) ?? this.#font.glyphToPath(glyph);
    this.#outlines.set(glyph, outline);
    return outline;
  }
}

function round(n: number): number {
  return Math.round(n * 1e5) / 1e5;
}
