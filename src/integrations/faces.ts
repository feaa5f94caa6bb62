import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Typeface } from '../lib/type.ts';
import { unpackWoff } from '../lib/woff.ts';

const require = createRequire(import.meta.url);

/** A face of the publication at one weight, for what is drawn and not shown by a browser. */
export function readFace(family: 'besley' | 'newsreader', weight: number): Typeface {
  const files = SUBSETS[family].map((subset) =>
    require.resolve(`@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`),
  );
  return new Typeface(files.map((file) => unpackWoff(readFileSync(file))));
}

/** The files that a face's letters come in. */
const SUBSETS = {
  besley: ['latin', 'latin-ext'],
  newsreader: ['latin', 'latin-ext', 'vietnamese'],
} as const;
