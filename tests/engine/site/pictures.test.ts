import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { ENGLISH } from '../../support/build-site.ts';

/** A picture that a page asks for. */
interface Asked {
  page: string;
  /** Path below the site's folder. */
  path: string;
  width: number;
  /** Undefined where only the width is stated, as in `srcset`. */
  height: number | undefined;
}

const pages = ENGLISH.pages().map((page) => ({ page, html: ENGLISH.file(page) }));
const files = new Set(ENGLISH.files());
const asked = pages.flatMap(({ page, html }) => [...pictures(page, html), ...sets(page, html)]);
const cards = pages.flatMap(({ page, html }) => card(page, html));

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}

function below(address: string): string {
  return new URL(address, ENGLISH.url).pathname.slice(new URL(ENGLISH.url).pathname.length);
}

function pictures(page: string, html: string): Asked[] {
  return [...html.matchAll(/<img\s[^>]*>/g)].map(([tag]) => ({
    page,
    path: below(attribute(tag, 'src') ?? ''),
    width: Number(attribute(tag, 'width')),
    height: Number(attribute(tag, 'height')),
  }));
}

function sets(page: string, html: string): Asked[] {
  return [...html.matchAll(/\ssrcset="([^"]*)"/g)].flatMap(([, set = '']) =>
    set.split(',').map((candidate) => {
      const [address = '', width = ''] = candidate.trim().split(/\s+/);
      return { page, path: below(address), width: Number.parseInt(width, 10), height: undefined };
    }),
  );
}

function card(page: string, html: string): Asked[] {
  const meta = (property: string) =>
    new RegExp(`<meta property="${property}" content="([^"]*)"`).exec(html)?.[1];
  const address = meta('og:image');
  if (address === undefined) return [];
  const [width, height] = [Number(meta('og:image:width')), Number(meta('og:image:height'))];
  return [{ page, path: below(address), width, height }];
}

async function measure(path: string) {
  return sharp(readFileSync(join(ENGLISH.dir, path))).metadata();
}

describe('the pictures of the built site', () => {
  test('there are some: an exhibit, a cover, a card on every page', () => {
    expect(asked.filter(({ path }) => path.includes('hall-to-scale'))).not.toEqual([]);
    expect(asked.filter(({ path }) => path.includes('night-boat'))).not.toEqual([]);
    expect(
      pages.filter(({ page }) => !cards.some((card) => card.page === page)).map(({ page }) => page),
    ).toEqual([]);
  });

  test('every one that a page asks for is there', () => {
    expect([...asked, ...cards].filter(({ path }) => !files.has(path))).toEqual([]);
  });

  test('every one is as wide and in the proportions that the page states', async () => {
    const wrong: unknown[] = [];
    for (const { page, path, width, height } of [...asked, ...cards]) {
      const real = await measure(path);
      const tall = height === undefined ? real.height : Math.round((height * real.width) / width);
      const wide =
        height === undefined ? width === real.width : real.width >= Math.min(width, 1200);
      if (!wide || Math.abs(tall - real.height) > 1)
        wrong.push({ page, path, width, height, real });
    }
    expect(wrong).toEqual([]);
  });

  test('every picture that is drawn is asked for by a page or a feed', () => {
    const text = ENGLISH.files()
      .filter((path) => /\.(?:html|xml|json)$/.test(path))
      .map((path) => ENGLISH.file(path))
      .join('\n');
    const unused = [...files].filter(
      (path) => /^(?:images|cards)\//.test(path) && !text.includes(path),
    );
    expect(unused).toEqual([]);
  });

  test('every one is a link to its file, and so is its twin for the dark scheme', () => {
    const links = pages.flatMap(({ html }) => [
      ...html.matchAll(/<a class="(shot[^"]*)" href="([^"]*)"/g),
    ]);
    const wide = links.map(([, , href = '']) => below(href));
    expect(wide.filter((path) => !files.has(path))).toEqual([]);
    expect(links.map(([, name]) => name).sort()).toEqual(['shot', 'shot by-day', 'shot by-night']);
    expect(wide.some((path) => path.includes('night-boat-dark'))).toBe(true);
  });

  test('none says where or with what it was made', async () => {
    for (const path of [...files].filter((path) => /\.(?:avif|webp|jpg|png)$/.test(path))) {
      const { exif, xmp, iptc, comments } = await measure(path);
      expect({ path, exif, xmp, iptc, comments }).toEqual({ path });
    }
  });
});

describe('what previews show', () => {
  test('every entry has its own: its cover, or a card of 1200 by 630', async () => {
    const own = cards.filter(({ path }) => /^(cards|images)\//.test(path));
    expect(own.filter(({ path }) => path.startsWith('images/night-boat'))).toHaveLength(1);
    const entries = pages.filter(({ html }) =>
      html.includes('property="og:type" content="article"'),
    );
    expect(new Set(own.map(({ path }) => path)).size).toBe(entries.length);
    for (const { path } of cards.filter(({ path }) => !path.startsWith('images/'))) {
      expect(await measure(path)).toMatchObject({ width: 1200, height: 630, format: 'png' });
    }
  });
});

describe('icons', () => {
  test.each([
    ['apple-touch-icon.png', 180],
    ['icon-192.png', 192],
    ['icon-512.png', 512],
  ])('%s is a square of %i pixels', async (path, size) => {
    expect(await measure(path)).toMatchObject({ width: size, height: size, format: 'png' });
  });

  test('favicon.ico holds 16, 32 and 48 pixels', () => {
    const ico = readFileSync(join(ENGLISH.dir, 'favicon.ico'));
    expect([ico.readUInt16LE(4), ico[6], ico[22], ico[38]]).toEqual([3, 16, 32, 48]);
  });

  test('the manifest and every page name icons that are there', async () => {
    const manifest = JSON.parse(ENGLISH.file('site.webmanifest')) as {
      icons: { src: string; sizes: string; type: string }[];
    };
    for (const { src, sizes, type } of manifest.icons.filter(({ sizes }) => sizes !== 'any')) {
      const { width, height, format } = await measure(below(src));
      expect(`${width}x${height} image/${format}`).toBe(`${sizes} ${type}`);
    }
    const missing = pages.flatMap(({ page, html }) =>
      [...html.matchAll(/<link rel="(?:icon|apple-touch-icon|manifest)" [^>]*>/g)]
        .map(([tag]) => below(attribute(tag, 'href') ?? ''))
        .filter((path) => !files.has(path))
        .map((path) => `${page}: ${path}`),
    );
    expect(missing).toEqual([]);
  });
});
