import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Typeface } from '../../lib/type.ts';
import { unpackWoff } from '../../lib/woff.ts';

const require = createRequire(import.meta.url);

/**
 * A face of the publication at one weight, for what is drawn and not shown by a browser.
 * @param others families that have the letters which the first lacks
 */
export function readFace(family: Family, weight: number, ...others: Family[]): Typeface {
  const files = [family, ...others].flatMap((name) =>
    SUBSETS[name].map((subset) =>
      require.resolve(`@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff`),
    ),
  );
  return new Typeface(files.map((file) => unpackWoff(readFileSync(file))));
}

type Family = keyof typeof SUBSETS;

/** The files that a face's letters come in. */
const SUBSETS = {
  besley: ['latin', 'latin-ext'],
  newsreader: ['latin', 'latin-ext', 'vietnamese'],
} as const;
