/*
 * `npm run fonts`: draws the web fonts of `src/publication/fonts/` anew from the @fontsource-variable
 * packages: axes pinned to what the design uses, characters cut to what it may need.
 */
import '../../src/cli/mistakes.ts';
import { readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { readArguments } from '../../src/cli/say.ts';

const SOURCES = new URL('../node_modules/@fontsource-variable/', import.meta.url);
const TARGET = new URL('../../src/publication/fonts/', import.meta.url);

/** Letters of names outside Latin-1: Latin Extended-A, -B and Additional. Also the CSS `unicode-range`. */
const EXTENDED = range(0x100, 0x24f) + range(0x1e00, 0x1eff);

/** What nearly every page needs: ASCII, the most frequent letters of Western Europe, house punctuation. */
const BASIC = `${range(0x20, 0x7e)}\u00a0£¥§¶·×°©«»éèêàâáíóúçñäöüßÄÖÜÉ–—‘’‚“”„…€−\u2009\u200a\u202f\u2060`;

/**
 * The rest of Latin-1, the spaces that Intl sets in dates and numbers, and the letters that the packages
 * keep with Latin-1.
 */
const WESTERN = [...`${range(0xa1, 0xff)}ıŒœ•‹›⁄™\u2002\u2003`]
  .filter((character) => !BASIC.includes(character))
  .join('');

/** What the design uses of the faces' features: without these, figures of other styles come along. */
const FEATURES = ['ccmp', 'locl', 'mark', 'mkmk', 'kern', 'liga', 'calt', 'lnum', 'tnum'];

const besley = { wght: { min: 500, max: 700, default: 500 } };
const newsreader = { opsz: 14, wght: 430 };

const FACES = [
  ['besley/files/besley-SET-wght-normal', 'besley', besley],
  ['newsreader/files/newsreader-SET-opsz-normal', 'newsreader', newsreader],
  ['newsreader/files/newsreader-SET-opsz-italic', 'newsreader-italic', newsreader],
] as const;

const SETS = [
  ['latin', '', BASIC],
  ['latin', '-west', WESTERN],
  ['latin-ext', '-ext', EXTENDED],
] as const;

readArguments({}, 'npm run fonts');
for (const [source, face, variationAxes] of FACES) {
  for (const [set, suffix, characters] of SETS) {
    const font = await readFile(new URL(`${source.replace('SET', set)}.woff2`, SOURCES));
    const options = { variationAxes, keepFeatures: FEATURES, noHinting: true };
    const subset = await subsetFont(font, characters, { targetFormat: 'woff2', ...options });
    const name = `${face}${suffix}.woff2`;
    await writeFile(new URL(name, TARGET), subset);
    console.log(`${name}  ${subset.length.toLocaleString('en-GB')} bytes`);
  }
}

function range(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join(
    '',
  );
}
