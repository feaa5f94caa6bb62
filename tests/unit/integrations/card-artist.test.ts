import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import satori from 'satori';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import paintCard, { cardFonts, setCard } from '../../../src/integrations/card-artist.ts';
import { readInks } from '../../../src/integrations/inks.ts';
import { listFiles } from '../../../src/loader/files.ts';
import { CARD_SIZE, type CardContent, settable } from '../../../src/outputs/card.ts';
import { drawCard, FIGURE_HEAD, FOOT } from '../../../src/outputs/card-drawing.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const inks = readInks(root);
const card: CardContent = {
  name: 'Coin Docket',
  host: 'coindocket.example',
  stamp: ['Filed', '24 Aug 2018', 'No. 18-31'],
  headline: 'China moves to wall off 124 coin exchanges abroad',
  figure: { value: '124', label: 'exchanges' },
};

/** A piece of text as it is set: its box in pixels. */
interface SetText {
  text: string;
  size: number;
  left: number;
  right: number;
  /** Where its capitals begin and where it stands. */
  top: number;
  baseline: number;
}

/** Where satori sets each piece of a card's text. */
async function setType(content: CardContent, site = false): Promise<SetText[]> {
  const svg = await setCard({ card: content, site, inks }, { embedFont: false });
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(
    ([, attributes = '', text = '']) => {
      const number = (name: string) =>
        Number(new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1]);
      const left = number('x');
      const [size, baseline] = [number('font-size'), number('y')];
      return {
        text,
        size,
        left,
        right: left + number('width'),
        top: baseline - size * 0.75,
        baseline,
      };
    },
  );
}

/** The pieces of a card's text that leave the card or run into what stands below them. */
async function astray(content: CardContent, site = false): Promise<SetText[]> {
  const pieces = (await setType(content, site)).filter(({ text }) => text.trim() !== '');
  expect(pieces.length).toBeGreaterThan(2);
  return pieces.filter(({ size, left, right, top, baseline }) => {
    // the foot of a headline: the line above the figure, or the double rule that closes the card
    const foot = content.figure && top < FIGURE_HEAD ? FIGURE_HEAD : FOOT;
    return left < 0 || top < 0 || right > CARD_SIZE.width - 24 || baseline + size * 0.02 > foot;
  });
}

describe('a social card', () => {
  let png: Uint8Array;
  beforeAll(async () => {
    png = await paintCard({ card, site: false, inks });
  });

  test('is a PNG of 1200 by 630 and at most 40 KB', async () => {
    const { format, width, height } = await sharp(png).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 });
    expect(png.length).toBeLessThan(40_000);
  });

  test('has the same bytes every time', async () => {
    expect(Buffer.compare(await paintCard({ card, site: false, inks }), png)).toBe(0);
  });

  test('is on the publication’s paper, with its margin line', async () => {
    const { data } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => {
      const i = (y * CARD_SIZE.width + x) * 3;
      return `#${data.subarray(i, i + 3).toString('hex')}`;
    };
    expect(at(100, 500)).toBe(inks.paper);
    expect(at(203, 500)).toBe(inks.line);
  });

  test('has a glyph for every character that counts as settable', async () => {
    const letters = Array.from({ length: 0x2300 }, (_, i) => String.fromCodePoint(i + 0x20)).filter(
      (letter) => letter.trim() !== '' && settable(letter) === letter,
    );
    expect(letters.length).toBeGreaterThan(300);
    const missing = async (text: string) => {
      const found: string[] = [];
      await satori(
        drawCard({ ...card, headline: text, figure: { value: '1', label: text } }, inks),
        {
          ...CARD_SIZE,
          fonts: cardFonts(),
          loadAdditionalAsset: async (_code, segment) => {
            found.push(segment);
            return [];
          },
        },
      );
      return found;
    };
    expect(await missing('ban 中')).not.toEqual([]);
    expect(await missing(letters.join(' '))).toEqual([]);
  });
});

describe('the type of a card stays on it', () => {
  const headlines = listFiles(root, 'content/articles', '.mdx').map(
    (file) => /^title: "?(.*?)"?$/m.exec(readFileSync(`${root}/${file}`, 'utf8'))?.[1] ?? '',
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

  test('on the publication’s own card too', async () => {
    const content = { ...card, stamp: [], figure: undefined, headline: 'How money '.repeat(16) };
    for (const name of ['Coin Docket', 'W'.repeat(60), 'A']) {
      expect(await astray({ ...content, name }, true)).toEqual([]);
    }
  });

  test('whatever the headline', async () => {
    const word = fc.stringMatching(/^[A-Za-z0-9,’]{1,24}$/);
    const headline = fc
      .array(word, { minLength: 1, maxLength: 24 })
      .map((words) => words.join(' ').slice(0, 120).trim());
    await fc.assert(
      fc.asyncProperty(headline, fc.boolean(), async (text, withFigure) => {
        const figure = withFigure ? card.figure : undefined;
        expect(await astray({ ...card, figure, headline: text })).toEqual([]);
      }),
      {
        numRuns: 20,
        examples: [
          ['k3Cxv,, 0 ’A’I10', false],
          ['a00 a,AAa0000a,, AAa A,A,A00a, ,’’ ,a,00', false],
        ],
      },
    );
  }, 180_000);
});
