import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartImage } from '../../../src/outputs/chart-svg.ts';
import { voiceOf } from '../../../src/strings/index.ts';
import { childrenOf, parseXml, type XmlElement } from '../../support/xml.ts';

const voice = voiceOf({ locale: 'en-GB', zone: 'UTC' });

type Chart = Parameters<typeof chartImage>[0];

/** The words of a drawing, in order. */
function wordsOf(svg: string): string[] {
  const texts = (element: XmlElement): string[] => [
    ...childrenOf(element, 'text').map(({ text }) => text),
    ...element.children.flatMap(texts),
  ];
  return texts(parseXml(svg));
}

const type = fc.constantFrom('bar', 'line', 'dot');
const datum = fc.record({
  label: fc.string({ minLength: 1, maxLength: 80, unit: 'grapheme' }),
  value: fc.integer({ min: 0, max: 400 }),
  atLeast: fc.boolean(),
});

describe('a chart as one picture', () => {
  test('has its numbers and names', () => {
    const data = [
      { label: 'On exchanges', value: 757 },
      { label: 'Other', value: 609.5, atLeast: true },
    ];
    expect(wordsOf(chartImage({ type: 'bar', data, unit: 'm' }, voice).svg)).toEqual([
      'On exchanges',
      '757m',
      'Other',
      '609.5m+',
    ]);
    expect(wordsOf(chartImage({ type: 'dot', data: data.slice(0, 1) }, voice).svg)).toEqual([
      '757',
      'On exchanges',
    ]);
  });

  test('names the ends of a line of many points', () => {
    const data = Array.from({ length: 20 }, (_, i) => ({ label: `Day ${i + 1}`, value: i }));
    expect(wordsOf(chartImage({ type: 'line', data }, voice).svg)).toEqual([
      '0',
      'Day 1',
      '19',
      'Day 20',
    ]);
  });

  test('breaks a long name into lines', () => {
    const label = 'a name that is much too long for one line '.repeat(4).trim();
    const words = wordsOf(chartImage({ type: 'bar', data: [{ label, value: 1 }] }, voice).svg);
    expect(words.length).toBeGreaterThan(3);
    expect(words.slice(0, -1).join(' ')).toBe(label);
  });

  test('draws coins to count, struck through when it says so', () => {
    const chart: Chart = { type: 'dot', data: [{ label: 'things', value: 124 }], mark: 'struck' };
    const { svg } = chartImage(chart, voice);
    const [rings = '', slashes = ''] = [...svg.matchAll(/<path d="([^"]+)"/g)].map(([, d]) => d);
    expect(rings.match(/a3\.3/g)).toHaveLength(124);
    expect(slashes.match(/l6\.8/g)).toHaveLength(124);
  });

  test('is well-formed and the same for the same numbers, whatever its names', () => {
    fc.assert(
      fc.property(type, fc.array(datum, { minLength: 1, maxLength: 12 }), (kind, data) => {
        const image = chartImage({ type: kind, data }, voice);
        const root = parseXml(image.svg);
        expect(root.attributes).toMatchObject({
          width: String(image.width),
          height: String(image.height),
        });
        expect(image.svg).not.toMatch(/NaN|undefined|Infinity/);
        expect(chartImage({ type: kind, data }, voice).digest).toBe(image.digest);
      }),
    );
  });

  test('has another name when anything it draws is another', () => {
    const digests = [1, 2].flatMap((value) =>
      ['A', 'B'].map(
        (label) => chartImage({ type: 'bar', data: [{ label, value }] }, voice).digest,
      ),
    );
    expect(new Set(digests).size).toBe(4);
  });
});
