import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { listFiles } from '../../../../src/content/files.ts';
import { readPalette } from '../../../../src/content/palette.ts';
import {
  CARD_SIZE,
  type CardContent,
  drawCard,
} from '../../../../src/outputs/images/card-drawing.ts';
import { renderPng } from '../../../../src/outputs/images/render.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const { inks } = readPalette(root);
const card: CardContent = {
  name: 'Quay Register',
  host: 'quay.example',
  stamp: ['Published', '24 Aug 2018', 'No. 18-31'],
  headline: 'China moves to wall off 124 coin exchanges abroad',
  figure: { value: '124', label: 'exchanges' },
};

const paint = (content: CardContent): Promise<Buffer> => renderPng(drawCard(content, inks));

/** The ink whose colour a pixel of a card has; undefined between two of them, where a letter ends. */
async function pixelsOf(png: Uint8Array): Promise<(x: number, y: number) => string | undefined> {
  const data = await sharp(png).removeAlpha().raw().toBuffer();
  const colours = Object.entries(inks).map(([name, hex]) => ({
    name,
    colour: Buffer.from(hex.slice(1), 'hex'),
  }));
  return (x, y) => {
    const at = (y * CARD_SIZE.width + x) * 3;
    // a palette may be off by a step that no eye sees
    return colours.find(({ colour }) =>
      colour.every((value, i) => Math.abs(value - (data[at + i] ?? 0)) <= 2),
    )?.name;
  };
}

/** Where a card has ink that must have none: above and around its type. */
async function astray(content: CardContent): Promise<string[]> {
  const at = await pixelsOf(await paint(content));
  const site = content.stamp === undefined;
  const [rule, foot, edge] = [site ? 316 : 102, 598, 1146];
  const areas: [name: string, left: number, top: number, right: number, bottom: number][] = [
    ['right, above the rule', edge, 0, 1200, rule],
    ['right, below the rule', edge, rule + 2, 1200, 630],
    ['left of the text', 0, 260, 202, 630],
    ['foot', 210, foot, 1200, 630],
    ['above the text', 210, 0, 1200, 16],
  ];
  return areas.flatMap(([name, left, top, right, bottom]) => {
    // the publication's own name stands across the margin
    if (site && name === 'left of the text') return [];
    for (let y = top; y < bottom; y += 1) {
      for (let x = left; x < right; x += 1) {
        if (at(x, y) !== 'paper') return [`${name}: ${at(x, y)} at ${x}, ${y}`];
      }
    }
    return [];
  });
}

describe('a social card', () => {
  let png: Uint8Array;
  beforeAll(async () => {
    png = await paint(card);
  });

  test('is a PNG of 1200 by 630 and at most 40 KB', async () => {
    const { format, width, height } = await sharp(png).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 });
    expect(png.length).toBeLessThan(40_000);
  });

  test('has the same bytes every time', async () => {
    expect(Buffer.compare(await paint(card), png)).toBe(0);
  });

  test('is on the publication’s paper, with its margin line', async () => {
    const at = await pixelsOf(png);
    expect(at(100, 500)).toBe('paper');
    expect(at(203, 500)).toBe('line');
  });
});

describe('the type of a card stays on it', () => {
  const fixture = `${root}/tests/engine/fixtures/english`;
  const headlines = listFiles(fixture, 'content/articles', '.mdx').map(
    (file) => /^title: "?(.*?)"?$/m.exec(readFileSync(`${fixture}/${file}`, 'utf8'))?.[1] ?? '',
  );

  test.each(headlines)('%s', async (headline) => {
    expect(await astray({ ...card, headline })).toEqual([]);
  });

  test.each([
    { headline: 'W'.repeat(120) },
    { headline: 'Kryptowährungsregulierungszuständigkeit '.repeat(3).trim() },
    { figure: { value: 'WWWWWWWWWWWW', label: 'W'.repeat(40) } },
    { figure: { value: '1,234,567.89', label: 'misunderstandings of the recommendation' } },
    { stamp: ['Zurückgezogen', '24 September 2018', 'No. 18-31'] },
    { name: 'The Quarterly Register of Monetary Decrees and Regulations' },
    { name: 'W'.repeat(60), host: 'a-very-long-name-of-a-host.of-a-country.example' },
  ])('%o', async (odd) => {
    expect(await astray({ ...card, ...odd })).toEqual([]);
    expect(await astray({ ...card, figure: undefined, ...odd })).toEqual([]);
  });

  test('no letter of a long headline crosses the rule above the figure', async () => {
    const headline = 'Governments agree to supervise exchanges jointly by January, paper says';
    const at = await pixelsOf(await paint({ ...card, headline }));
    const above = Array.from({ length: 900 }, (_, x) => at(240 + x, 448));
    expect(above.filter((ink) => ink !== 'paper')).toEqual([]);
  });

  test.each(['i', 'l', 'I', '1'])('a name of one narrow letter is there: %s', async (name) => {
    for (const site of [false, true]) {
      const { stamp, ...own } = { ...card, name };
      const content = site ? own : { ...own, stamp };
      expect(await astray(content)).toEqual([]);
      const at = await pixelsOf(await paint(content));
      const high = site ? 312 : 100;
      const pixels = Array.from({ length: 60 * high }, (_, i) =>
        at(170 + (i % 60), Math.floor(i / 60)),
      );
      expect(pixels).toContain('ink');
    }
  });

  test('on the publication’s own card too', async () => {
    const content = { host: card.host, headline: 'How money '.repeat(16) };
    for (const name of ['Quay Register', 'W'.repeat(60), 'A']) {
      expect(await astray({ ...content, name })).toEqual([]);
    }
  });
});
