/*
 * `npm run fonts`: draws the web fonts of `src/ui/styles/fonts/` anew from the @fontsource-variable
 * packages: axes pinned to what the design uses, characters cut to what it may need.
 */
import '../../src/cli/mistakes.ts';
import { readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { readArguments } from '../../src/cli/say.ts';

const SOURCES = new URL('../node_modules/@fontsource-variable/', import.meta.url);
const TARGET = new URL('../../src/ui/styles/fonts/', import.meta.url);

/** Letters of names outside Latin-1: Latin Extended-A, -B and Additional. Also the CSS `unicode-range`. */
const EXTENDED = range(0x100, 0x24f) + range(0x1e00, 0x1eff);

/**
 * House punctuation outside Latin-1, the spaces that Intl sets in dates and numbers, and the letters
 * that the packages keep with Latin-1.
 */
const PUNCTUATION = 'ıŒœ–—‘’‚“”„•…‹›⁄€™−\u2009\u200a\u2002\u2003\u202f\u2060';

const BASIC = range(0x20, 0x7e) + range(0xa0, 0xff) + PUNCTUATION;

const besley = { wght: { min: 500, max: 700, default: 500 } };
const newsreader = { opsz: 14, wght: 430 };

const FACES = [
  ['besley/files/besley-latin-wght-normal', 'besley', besley, BASIC],
  ['newsreader/files/newsreader-latin-opsz-normal', 'newsreader', newsreader, BASIC],
  ['newsreader/files/newsreader-latin-opsz-italic', 'newsreader-italic', newsreader, BASIC],
  ['besley/files/besley-latin-ext-wght-normal', 'besley-ext', besley, EXTENDED],
  ['newsreader/files/newsreader-latin-ext-opsz-normal', 'newsreader-ext', newsreader, EXTENDED],
  [
    'newsreader/files/newsreader-latin-ext-opsz-italic',
    'newsreader-italic-ext',
    newsreader,
    EXTENDED,
  ],
] as const;

readArguments({}, 'npm run fonts');
for (const [source, name, variationAxes, characters] of FACES) {
  const font = await readFile(new URL(`${source}.woff2`, SOURCES));
  const subset = await subsetFont(font, characters, { targetFormat: 'woff2', variationAxes });
  await writeFile(new URL(`${name}.woff2`, TARGET), subset);
  console.log(`${name}.woff2  ${subset.length.toLocaleString('en-GB')} bytes`);
}

function range(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join(
    '',
  );
}
