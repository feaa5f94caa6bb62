import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { voiceOf } from '../../../../src/i18n/index.ts';
import { plainType } from '../../../../src/outputs/images/card-type.ts';
import drawChart, { chartFaces } from '../../../../src/outputs/images/chart-artist.ts';
import { type ChartImage, chartImage } from '../../../../src/outputs/images/chart-svg.ts';
import { setType } from '../../../../src/outputs/images/chart-type.ts';
import { isSettable, NAME, NUMBER, widthOf } from '../../../../src/outputs/images/chart-words.ts';
import { testInks } from '../../../support/article.ts';

const faces = chartFaces();
const voice = voiceOf({ locale: 'en-GB', zone: 'UTC' });

type Chart = Parameters<typeof chartImage>[0];

function draw(chart: Chart): ChartImage {
  const image = chartImage(chart, voice, testInks());
  if (!image) throw new Error('no face has its letters');
  return image;
}

function chartOf(label: string, unit = ''): string {
  return draw({ type: 'bar', data: [{ label, value: 1 }], unit }).svg;
}

/** The words of a chart as pixels, light or dark. */
async function pixelsOf(label: string): Promise<string> {
  const png = await drawChart(chartOf(label));
  const words = { left: 48, top: 40, width: 400, height: 48 };
  return (await sharp(png).extract(words).greyscale().raw().toBuffer()).toString('base64');
}

describe('the words of a chart', () => {
  test('have every Latin letter: none is a box like another', async () => {
    const letters = [...'ŁŞČĐĞŒőąßñệ'];
    const drawn = await Promise.all(letters.map((letter) => pixelsOf(`${letter}ódź`)));
    expect(new Set(drawn).size).toBe(letters.length);
  });

  test.each(['bar', 'dot', 'line'] as const)('of a %s chart are all set', (type) => {
    const data = [
      { label: 'Türkiye & Québec', value: 3, atLeast: true },
      { label: '“Łódź” <b>', value: 2 },
    ];
    const { svg } = draw({ type, data, unit: 'zł' });
    expect(svg.match(/<text /g)?.length).toBeGreaterThan(3);
    expect(setType(svg, faces)).not.toMatch(/<text|&(?!amp;)/);
  });

  test('are what they say, and end where they should', () => {
    const newsreader = faces.get('Newsreader');
    const besley = faces.get('Besley SemiBold');
    const set = setType(chartOf('Łódź & <b>', 'zł'), faces);
    const [, , label = '', amount = ''] = set.split('<g ');
    expect(`<g ${label}`).toBe(
      newsreader?.draw('Łódź & <b>', { x: 0, y: 14, size: 16, fill: '#3f4d43' }),
    );
    const alone = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="100"><g ${amount.split('</g>')[0]}</g></svg>`;
    const ink = new Resvg(alone, { font: { loadSystemFonts: false } }).getBBox();
    expect(Math.abs((ink?.x ?? 0) + (ink?.width ?? 0) - 552)).toBeLessThan(2);
    expect(ink?.width).toBeLessThan((besley?.width('1 zł') ?? 0) * 17 + 2);
  });
});

describe('the letters of charts', () => {
  const letters = Array.from({ length: 0x2300 }, (_, i) => String.fromCodePoint(i + 0x20)).filter(
    (letter) => letter.trim() !== '' && plainType(letter) === letter && isSettable(letter),
  );

  test.each([NAME, NUMBER])('are in the face of $family, and as wide as is said', (style) => {
    const face = faces.get(style.family);
    expect(letters.length).toBeGreaterThan(400);
    expect(letters.filter((letter) => !face?.has(letter))).toEqual([]);
    const narrow = letters.filter(
      (letter) => widthOf(letter, style) < (face?.width(letter) ?? 0) * style.size - 0.2,
    );
    expect(narrow.join('')).toBe('');
  });

  test('have the currency signs of most of the world', () => {
    expect([...'$€£¥₹₩₽₺₦₱₫'].filter((sign) => !isSettable(sign))).toEqual([]);
  });

  test('are measured about right', () => {
    const label = 'US COMMODITY FUTURES TRADING COMMISSION and the People’s Bank of China, 2018';
    const width = (faces.get(NAME.family)?.width(label) ?? 0) * NAME.size;
    expect(widthOf(label, NAME) / width).toBeGreaterThan(1);
    expect(widthOf(label, NAME) / width).toBeLessThan(1.06);
  });
});

interface Box {
  words: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where the words of a chart stand, as its faces set them; the picture's inner edge is at 0. */
function boxesOf(svg: string): Box[] {
  const texts = svg.matchAll(
    /<text x="([^"]+)" y="([^"]+)" font-family="([^"]+)" font-size="([^"]+)"[^>]*?(?: text-anchor="(\w+)")?>([^<]*)</g,
  );
  return [...texts].map(([, x, y, family = '', size, anchor = 'start', escaped = '']) => {
    const words = escaped.replaceAll('&amp;', '&').replaceAll('&lt;', '<');
    const width = (faces.get(family)?.width(words) ?? 0) * Number(size);
    const share = { start: 0, middle: 0.5, end: 1 }[anchor] ?? 0;
    const left = Number(x) - share * width;
    const [top, bottom] = [Number(y) - 0.72 * Number(size), Number(y) + 0.2 * Number(size)];
    return { words, left, right: left + width, top, bottom };
  });
}

/** Words that leave the picture, and words that stand on each other. */
function astray({ svg, width, height }: ChartImage): string[] {
  const boxes = boxesOf(svg);
  const outside = boxes.filter(
    ({ left, right, top, bottom }) =>
      left < -1 || right > width / 2 - 47 || top < -24 || bottom > height / 2 - 24,
  );
  const overlapping = boxes.filter((one, i) =>
    boxes.some(
      (other, j) =>
        i < j &&
        one.left < other.right - 1 &&
        other.left < one.right - 1 &&
        one.top < other.bottom &&
        other.top < one.bottom,
    ),
  );
  return [...outside, ...overlapping].map(({ words }) => words);
}

describe('no words of a chart leave it or stand on others', () => {
  const years = [2018, 2019, 2020, 2021, 2022, 2023];
  const charts: [is: string, chart: Chart][] = [
    [
      'long amounts',
      {
        type: 'line',
        unit: 'million euros',
        data: years.map((y, i) => ({ label: `Cryptocurrencies ${y}`, value: 1250.5 * (i + 1) })),
      },
    ],
    [
      'amounts without a space',
      { type: 'line', unit: '$bn', data: years.map((y) => ({ label: `${y}`, value: 12_500.25 })) },
    ],
    [
      'long words',
      {
        type: 'line',
        data: ['Bundesanstalt für Finanzdienstleistungsaufsicht', 'x', 'Liechtenstein'].map(
          (label, value) => ({ label, value }),
        ),
      },
    ],
    [
      'capitals',
      {
        type: 'bar',
        data: [
          {
            label: 'US COMMODITY FUTURES TRADING COMMISSION AND OTHER AMERICAN AGENCIES',
            value: 12,
          },
          { label: 'W'.repeat(90), value: -3 },
        ],
      },
    ],
    ['capitals in coins', { type: 'dot', data: [{ label: 'WOMAN '.repeat(20), value: 400 }] }],
    [
      'a unit like a sentence',
      { type: 'bar', unit: 'WIDE units '.repeat(12), data: [{ label: 'W'.repeat(90), value: 3 }] },
    ],
  ];

  test.each(charts)('%s', (_is, chart) => {
    const all = [chart, { ...chart, data: chart.data.slice(0, 1) }];
    expect(all.flatMap((one) => astray(draw(one)))).toEqual([]);
  });

  test('and short ones are all under their points', () => {
    const data = years.map((y) => ({ label: `${y}`, value: y }));
    const boxes = boxesOf(draw({ type: 'line', data }).svg);
    expect(boxes).toHaveLength(12);
  });
});
