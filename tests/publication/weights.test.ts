import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { SHIPPED } from '../support/shipped.ts';

const BARS = new URL('weights.yaml', import.meta.url);

test.runIf(existsSync(BARS))('entries weigh no more than the bars of `weights.yaml`', () => {
  const bars: Record<string, number> = parse(readFileSync(BARS, 'utf8'));
  const heavy = Object.entries(bars).filter(([entry, most]) => {
    const page = `${entry}/index.html`;
    const sheets = SHIPPED.file(page).matchAll(/<link rel="stylesheet" href="\/([^"]+)"/g);
    const sizes = [page, ...[...sheets].map(([, path = '']) => path)].map(
      (path) => brotliCompressSync(readFileSync(join(SHIPPED.dir, path))).length,
    );
    return sizes.reduce((total, size) => total + size) > most;
  });
  expect(heavy).toEqual([]);
});
