import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { voiceOf } from '../../../../src/i18n/index.ts';
import { type ChartImage, chartImage } from '../../../../src/outputs/images/chart-svg.ts';
import { testPalette } from '../../../support/article.ts';
import { childrenOf, parseXml, type XmlElement } from '../../../support/xml.ts';

const voice = voiceOf({ locale: 'en-GB', zone: 'UTC' });

type Chart = Parameters<typeof chartImage>[0];

const { inks } = testPalette();

function draw(chart: Chart): ChartImage {
  const image = chartImage(chart, voice, inks);
  if (!image) throw new Error('no font has its letters');
  return image;
}

/** The words of a drawing, in order. */
function wordsOf(svg: string): string[] {
  const texts = (element: XmlElement): string[] => [
    ...childrenOf(element, 'text').map(({ text }) => text),
    ...element.children.flatMap(texts),
  ];
  return texts(parseXml(svg));
}

const type = fc.constantFrom('bar', 'line', 'step', 'dot', 'seats');
const letter = fc.constantFrom(...'aMW.1 \u00a0<&\u202f‑ẳŒß€₹…');
const datum = fc.record({
  label: fc.string({ minLength: 1, maxLength: 80, unit: letter }),
  value: fc.integer({ min: 0, max: 400 }),
  atLeast: fc.boolean(),
});

describe('a chart as one picture', () => {
  test('has its numbers and names', () => {
    const data = [
      { label: 'On exchanges', value: 757 },
      { label: 'Other', value: 609.5, atLeast: true },
    ];
    expect(wordsOf(draw({ type: 'bar', data, unit: 'm' }).svg)).toEqual([
      'On exchanges',
      '757m',
      'Other',
      '609.5m+',
    ]);
    expect(wordsOf(draw({ type: 'dot', data: data.slice(0, 1) }).svg)).toEqual([
      '757',
      'On exchanges',
    ]);
  });

  test('names the ends of a line of many points, and says its scale', () => {
    const data = Array.from({ length: 20 }, (_, i) => ({ label: `Day ${i + 1}`, value: i }));
    const words = wordsOf(draw({ type: 'line', data }).svg);
    expect(words).toEqual(expect.arrayContaining(['0', 'Day 1', '19', 'Day 20', '5', '10', '15']));
  });

  test('writes dates below an axis of time as the locale does, each year once', () => {
    const data = [
      { label: '2019-09', value: 75.5 },
      { label: '2021-04', value: 46 },
      { label: '2021-07', value: 0 },
    ];
    const words = wordsOf(draw({ type: 'line', data, unit: '%' }).svg);
    expect(words.sort()).toEqual(
      ['75.5%', '46%', '0%', '60', '40', '20', '0', 'Sept', '2019', 'Apr', '2021', 'Jul'].sort(),
    );
  });

  test('draws the parts of a body in their forms, and names what the line means', () => {
    const { svg } = draw({
      type: 'seats',
      data: [
        { label: 'for', value: 49, mark: 'solid' },
        { label: 'against', value: 51, mark: 'struck' },
      ],
      threshold: { at: 60, label: '60 needed' },
    });
    expect(wordsOf(svg)).toEqual(['49 for', '51 against', '60 needed']);
    // one in the key
    expect(svg.match(/a3\.3/g)).toHaveLength(102);
    expect(svg.match(/l6\.8/g)).toHaveLength(52);
  });

  test('says the numbers of every series', () => {
    const words = wordsOf(
      draw({ type: 'bar', series: ['Filed', 'Granted'], data: [{ label: 'A', value: [5, 3] }] })
        .svg,
    );
    expect(words).toEqual(['Filed', 'Granted', 'A', '5 · 3']);
  });

  test('breaks a long name into lines', () => {
    const label = 'a name that is much too long for one line '.repeat(5).trim();
    const words = wordsOf(draw({ type: 'bar', data: [{ label, value: 1 }] }).svg);
    expect(words.length).toBeGreaterThan(3);
    expect(words.slice(0, -1).join(' ')).toBe(label);
  });

  test('draws coins to count, struck through when it says so', () => {
    const chart: Chart = { type: 'dot', data: [{ label: 'things', value: 124 }], mark: 'struck' };
    const { svg } = draw(chart);
    const [rings = '', slashes = ''] = [...svg.matchAll(/<path d="([^"]+)"/g)].map(([, d]) => d);
    expect(rings.match(/a3\.3/g)).toHaveLength(124);
    expect(slashes.match(/l6\.8/g)).toHaveLength(124);
  });

  test('is well-formed and the same for the same numbers, whatever its names', () => {
    fc.assert(
      fc.property(type, fc.array(datum, { minLength: 1, maxLength: 12 }), (kind, data) => {
        const image = draw({ type: kind, data });
        const root = parseXml(image.svg);
        expect(root.attributes).toMatchObject({
          width: String(image.width),
          height: String(image.height),
        });
        expect(image.svg).not.toMatch(/NaN|undefined|Infinity/);
        expect(draw({ type: kind, data }).digest).toBe(image.digest);
      }),
    );
  });

  test('of a body without seats has its names, and a size', () => {
    const image = draw({ type: 'seats', data: [{ label: 'For', value: 0 }] });
    expect(image.height).toBeGreaterThan(0);
    expect(image.svg).not.toMatch(/NaN|Infinity/);
  });

  test('has another name when anything it draws is another', () => {
    const digests = [1, 2].flatMap((value) =>
      ['A', 'B'].map((label) => draw({ type: 'bar', data: [{ label, value }] }).digest),
    );
    expect(new Set(digests).size).toBe(4);
  });

  test('is left out when no font has one of its letters', () => {
    const image = (label: string, unit = '') =>
      chartImage({ type: 'bar', data: [{ label, value: 1 }], unit }, voice, inks);
    for (const label of ['中国', 'Москва', 'ביטקוין', '🚫']) {
      expect(image(label)).toBeUndefined();
    }
    expect(image('Seized', '₿')).toBeUndefined();
    expect(image('Seized', '₹bn')).toBeDefined();
  });

  test('is drawn in the inks of the publication, and named by them', () => {
    const chart: Chart = { type: 'line', data: [{ label: 'A', value: 1 }] };
    const others = { paper: '#000001', ink: '#000002', soft: '#000003', rule: '#000004' };
    const other = chartImage(chart, voice, { ...others, line: '#000005', red: '#000006' });
    expect(other?.digest).not.toBe(draw(chart).digest);
    expect(new Set(other?.svg.match(/#[0-9a-f]{6}/g))).toEqual(
      new Set([...Object.values(others), '#000005']),
    );
  });
});

test('where a language runs from right to left, all but lines over time is mirrored, and words stay readable', () => {
  const arabic = voiceOf({ locale: 'ar', zone: 'UTC' });
  const data = [{ label: 'North', value: 2 }];
  const svgOf = (type: 'bar' | 'line') =>
    chartImage({ type, data, caption: '', letter: 'A' } as never, arabic, inks)?.svg ?? '';
  expect(svgOf('bar')).toMatch(
    /translate\(576 24\) scale\(-1 1\).*<g transform="translate\([\d.]+ 0\) scale\(-1 1\)"><text/,
  );
  expect(svgOf('line')).not.toContain('scale(-1 1)');
});
