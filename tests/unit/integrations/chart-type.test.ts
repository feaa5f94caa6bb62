import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import drawChart from '../../../src/integrations/chart-artist.ts';
import { setType } from '../../../src/integrations/chart-type.ts';
import { orderOf, unpackType } from '../../../src/integrations/charts.ts';
import { chartImage } from '../../../src/outputs/chart-svg.ts';
import { voiceOf } from '../../../src/strings/index.ts';
import { childrenOf, parseXml } from '../../support/xml.ts';

const root = mkdtempSync(join(tmpdir(), 'type-'));
const type = unpackType(root);
afterAll(() => rmSync(root, { recursive: true }));

function chartOf(label: string, unit = ''): string {
  const data = [{ label, value: 1 }];
  return chartImage({ type: 'bar', data, unit }, voiceOf({ locale: 'en-GB', zone: 'UTC' })).svg;
}

/** The words of a chart as pixels, light or dark. */
async function pixelsOf(label: string): Promise<string> {
  const png = await drawChart(orderOf(chartOf(label), type));
  const words = { left: 48, top: 40, width: 400, height: 48 };
  return (await sharp(png).extract(words).greyscale().raw().toBuffer()).toString('base64');
}

describe('the words of a chart', () => {
  test('have every Latin letter: none is a box like another', async () => {
    const letters = [...'ŁŞČĐĞŒőąßñệ'];
    const drawn = await Promise.all(letters.map((letter) => pixelsOf(`${letter}ódź`)));
    expect(new Set(drawn).size).toBe(letters.length);
  });

  test('stay as they are where one file has all letters', () => {
    const svg = chartOf('Türkiye & Québec');
    expect(setType(svg, type.faces)).toBe(svg);
  });

  test('are the same words cut in runs, each where the last ends, to the edge that they had', () => {
    const texts = childrenOf(
      childrenOf(parseXml(setType(chartOf('Łódź <b>', 'zł'), type.faces)), 'g')[0] ??
        parseXml('<a/>'),
      'text',
    );
    const words = texts.filter(({ attributes }) => attributes['font-size'] === '16');
    expect(words.map(({ text }) => text)).toEqual(['Ł', 'ód', 'ź', ' <b>']);
    const starts = words.map(({ attributes }) => Number(attributes.x));
    expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
    const number = texts.filter(({ attributes }) => attributes['font-size'] === '17');
    expect(number.map(({ text }) => text).join('')).toMatch(/^1\szł$/);
    const last = number.at(-1);
    const width = type.faces[0]?.files[1]?.metrics.advance('ł') ?? 0;
    expect(Number(last?.attributes.x) + width * 17).toBeCloseTo(552, 1);
  });
});
