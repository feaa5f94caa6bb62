import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { measurePicture } from '../../../../src/content/pictures.ts';
import { drawPicture, listPictures } from '../../../../src/outputs/images/pictures.ts';
import type { Picture } from '../../../../src/record/picture.ts';
import { pictureViews } from '../../../../src/views/picture.ts';
import { archiveOf, article } from '../../../support/article.ts';

/** A photograph as a telephone makes it: on its side, with the place where it was taken. */
async function photograph(): Promise<Buffer> {
  return sharp({ create: { width: 90, height: 60, channels: 3, background: '#98101a' } })
    .composite([
      {
        input: { create: { width: 30, height: 60, channels: 3, background: '#e8efdd' } },
        left: 0,
        top: 0,
      },
    ])
    .jpeg()
    .withExif({
      IFD0: { Make: 'Telephone', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

function picture(fields: Partial<Picture> = {}): Picture {
  return {
    file: 'content/articles/2018/chart.jpg',
    digest: '0123456789',
    name: 'chart',
    width: 60,
    height: 90,
    alpha: false,
    ...fields,
  };
}

describe('a drawn picture', () => {
  test.each(['webp', 'jpg', 'png'] as const)(
    'as %s is upright, of the stated size, with nothing of the camera in it',
    async (format) => {
      const bytes = await photograph();
      expect((await sharp(bytes).metadata()).exif).toBeDefined();
      const drawn = await drawPicture(bytes, picture(), 40, format);
      const metadata = await sharp(drawn).metadata();
      expect(metadata).toMatchObject({ width: 40, height: 60 });
      expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      // turned a quarter clockwise, its light left third is on top
      const pixels = await sharp(drawn).removeAlpha().raw().toBuffer();
      const green = (x: number, y: number) => pixels[(y * 40 + x) * 3 + 1] ?? 0;
      expect(green(20, 5)).toBeGreaterThan(200);
      expect(green(20, 55)).toBeLessThan(60);
    },
  );

  test('of an image like a hair is at least one pixel high', async () => {
    const hair = sharp({ create: { width: 2000, height: 2, channels: 3, background: '#333' } });
    const size = picture({ width: 2000, height: 2 });
    const drawn = await drawPicture(await hair.png().toBuffer(), size, 400, 'webp');
    expect(await sharp(drawn).metadata()).toMatchObject({ width: 400, height: 1 });
  });

  test('can be made of every damaged file that the check accepts', async () => {
    const pixels = Uint8Array.from({ length: 200 * 200 * 3 }, (_, i) => (i * i) % 251);
    const raw = { width: 200, height: 200, channels: 3 } as const;
    const jpeg = await sharp(pixels, { raw }).jpeg().toBuffer();
    const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
    try {
      let accepted = 0;
      for (let at = Math.floor(jpeg.length / 2); at < jpeg.length - 2; at += 401) {
        const damaged = Buffer.from(jpeg);
        damaged[at] = (damaged[at] ?? 0) ^ 0x55;
        writeFileSync(join(folder, 'a.jpg'), damaged);
        const measured = await measurePicture(folder, 'a.jpg');
        if (!('picture' in measured)) continue;
        accepted += 1;
        await drawPicture(damaged, measured.picture, 40, 'webp');
      }
      expect(accepted).toBeGreaterThan(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('has the same bytes every time', async () => {
    const bytes = await photograph();
    const [a, b] = await Promise.all([1, 2].map(() => drawPicture(bytes, picture(), 40, 'webp')));
    expect(Buffer.compare(a ?? Buffer.alloc(0), b ?? Buffer.alloc(1))).toBe(0);
  });
});

describe('the pictures of a site', () => {
  const shown = article({
    title: 'Shown',
    pictures: { 'chart.jpg': picture({ width: 1000, height: 500 }) },
  });

  test('a file for every width in the new format, and one for everybody else', () => {
    const files = listPictures(archiveOf([shown]), '/').map(({ href }) => href);
    expect(files).toEqual([
      '/images/chart-400.0123456789.webp',
      '/images/chart-800.0123456789.webp',
      '/images/chart-1000.0123456789.webp',
      '/images/chart-1000.0123456789.jpg',
    ]);
  });

  test('as they are: one file, of the ending that it has', () => {
    const asItIs = picture({ width: 1000, height: 500, asItIs: 'jpeg' });
    const entry = article({ title: 'As it is', pictures: { 'chart.jpeg': asItIs } });
    const archive = archiveOf([entry]);
    expect(listPictures(archive, '/').map(({ href }) => href)).toEqual([
      '/images/chart-1000.0123456789.jpeg',
    ]);
    expect(pictureViews(entry, archive.routes)['chart.jpeg']).toEqual({
      webp: undefined,
      src: '/images/chart-1000.0123456789.jpeg',
      width: 1000,
      height: 500,
    });
  });

  test('an image that two articles show is drawn once', () => {
    const again = article({ title: 'Again', pictures: shown.pictures });
    expect(listPictures(archiveOf([shown, again]), '/')).toHaveLength(4);
  });

  test.each([
    ['a draft', { draft: true }],
    ['an entry of tomorrow', { pubDate: '2026-11-23' }],
    ['an expired entry', { expires: '2026-01-01' }],
    ['a withdrawn entry', { withdrawn: { date: '2026-01-01', reason: 'Wrong.' } }],
  ])('nothing of %s', (_what, fields) => {
    const hidden = article({
      title: 'Hidden',
      pictures: { 'x.png': picture({ name: 'x' }) },
      ...fields,
    });
    expect(listPictures(archiveOf([shown, hidden]), '/')).toHaveLength(4);
    expect(listPictures(archiveOf([hidden]), '/')).toEqual([]);
  });
});
