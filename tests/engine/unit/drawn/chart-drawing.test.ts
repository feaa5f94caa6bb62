import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { voiceOf } from '../../../../src/i18n/index.ts';
import { type ChartImage, chartImage } from '../../../../src/outputs/images/chart-svg.ts';
import { renderPng } from '../../../../src/outputs/images/render.ts';
import { widthOf } from '../../../../src/outputs/images/text.ts';
import { testPalette } from '../../../support/article.ts';

const voice = voiceOf({ locale: 'en-GB', zone: 'UTC' });

type Chart = Parameters<typeof chartImage>[0];

function draw(chart: Chart): ChartImage {
  const image = chartImage(chart, voice, testPalette().inks);
  if (!image) throw new Error('no font has its letters');
  return image;
}

function chartOf(label: string, unit = ''): string {
  return draw({ type: 'bar', data: [{ label, value: 1 }], unit }).svg;
}

/** The words of a chart as pixels, light or dark. */
async function pixelsOf(label: string): Promise<string> {
  const png = await renderPng(chartOf(label));
  const words = { left: 48, top: 40, width: 400, height: 48 };
  return (await sharp(png).extract(words).greyscale().raw().toBuffer()).toString('base64');
}

describe('the words of a chart', () => {
  test('have every Latin letter: none is a box like another', async () => {
    const letters = [...'ŁŞČĐĞŒőąßñệ'];
    const drawn = await Promise.all(letters.map((letter) => pixelsOf(`${letter}ódź`)));
    expect(new Set(drawn).size).toBe(letters.length);
  });
});

interface Box {
  words: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where the words of a chart stand, as its fonts set them; the picture's inner edge is at 0. */
function boxesOf(svg: string): Box[] {
  const texts = svg.matchAll(
    /<text x="([^"]+)" y="([^"]+)" font-family="([^"]+)" font-weight="(\d+)" font-size="([^"]+)"[^>]*?(?: text-anchor="(\w+)")?>([^<]*)</g,
  );
  return [...texts].map(([, x, y, family = '', weight, size, anchor = 'start', escaped = '']) => {
    const words = escaped.replaceAll('&amp;', '&').replaceAll('&lt;', '<');
    const width = widthOf(words, { family, weight: Number(weight) }) * Number(size);
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
    const words = boxesOf(draw({ type: 'line', data }).svg).map((box) => box.words);
    for (const year of years) {
      expect(words).toContain(`${year}`);
      expect(words).toContain(voice.f.number(year));
    }
  });
});
