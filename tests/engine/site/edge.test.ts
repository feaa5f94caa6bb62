import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { isCompressible } from '../../../src/lib/media.ts';
import { Edge, isHidden } from '../../../src/outputs/edge/match.ts';
import type { EdgeTable } from '../../../src/outputs/edge/table.ts';
import { timeOf } from '../../../src/press/staging.ts';
import { type BuiltSite, SITES } from '../../support/build-site.ts';

describe.each(SITES)('the site of $name and its table of rules', (site: BuiltSite) => {
  const edge = new Edge(JSON.parse(site.file('.edge/table.json')) as EdgeTable);
  const { base } = edge.table;

  /** Every file that a host serves, and its address. */
  const served = site
    .files()
    .map((file) => ({ file, path: `${base}${file.replace(/(?:^|(?<=\/))index\.html$/, '')}` }))
    .filter(({ path }) => !isHidden(path, base) && !path.endsWith('/.assetsignore'));

  test('every file belongs to exactly one kind', () => {
    const wrong = served
      .map(({ path }) => ({ path, kinds: edge.kindsOf(path).map(({ name }) => name) }))
      .filter(({ kinds }) => kinds.length !== 1);
    expect(wrong).toEqual([]);
  });

  test('only names that tell their content are cached for ever', () => {
    const forever = served.filter(({ path }) =>
      edge.headers(path, 200)['Cache-Control']?.includes('immutable'),
    );
    expect(forever.length).toBeGreaterThan(0);
    const fixed = forever.filter(
      ({ path }) =>
        !/(?:[._-][\w-]{6,}\.\w+|\/parts\/(?:\w+\/)?[0-9a-f]{8,12}(?:\/\d+)?\.json|\w+\.pf_\w+)$/.test(
          path,
        ),
    );
    expect(fixed).toEqual([]);
  });

  if (site.isCompressed) {
    test('every text of 1 KB or more has its twins, and they say the same', () => {
      for (const { file } of served.filter(({ file }) => isCompressible(file))) {
        const bytes = readFileSync(join(site.dir, file));
        if (bytes.length < 1024) continue;
        const [brotli, gzip] = ['br', 'gz'].map((form) =>
          readFileSync(join(site.dir, `${file}.${form}`)),
        );
        expect(brotliDecompressSync(brotli ?? '').equals(bytes), file).toBe(true);
        expect(gunzipSync(gzip ?? '').equals(bytes), file).toBe(true);
      }
    });
  }

  test('the time of every file follows from its content', () => {
    for (const { file } of served) {
      const time = timeOf(
        createHash('sha256')
          .update(readFileSync(join(site.dir, file)))
          .digest('hex'),
      );
      expect(statSync(join(site.dir, file)).mtimeMs / 1000, file).toBe(time);
      const twin = statSync(join(site.dir, `${file}.br`), { throwIfNoEntry: false });
      if (twin) expect(twin.mtimeMs / 1000, file).toBe(time);
    }
  });

  test('robots.txt names the sitemap, and that of news while it has some', () => {
    const text = site.file('robots.txt');
    expect(text).toMatch(/^Sitemap: https:\/\/.+\/sitemap\.xml$/m);
    expect(/^Sitemap: https:\/\/.+\/news-sitemap\.xml$/m.test(text)).toBe(
      site.file('news-sitemap.xml').includes('<url>'),
    );
  });
});
