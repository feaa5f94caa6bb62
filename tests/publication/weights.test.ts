import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { SHIPPED } from '../support/shipped.ts';

/** The entry with which Coin Docket began: another publication has none. */
const FOUNDING = '2018/china-walls-off-124-exchanges/index.html';

test.runIf(SHIPPED.readPages().includes(FOUNDING))(
  'the founding entry and its style sheets come in 14,000 bytes',
  () => {
    const sheets = SHIPPED.file(FOUNDING).matchAll(/<link rel="stylesheet" href="\/([^"]+)"/g);
    const sizes = [FOUNDING, ...[...sheets].map(([, path = '']) => path)].map(
      (path) => brotliCompressSync(readFileSync(join(SHIPPED.dir, path))).length,
    );
    expect(sizes.reduce((total, size) => total + size)).toBeLessThanOrEqual(14_000);
  },
);
