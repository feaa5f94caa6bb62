import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import drawChart, { chartFaces } from '../../../src/integrations/chart-artist.ts';
import { setType } from '../../../src/integrations/chart-type.ts';
import { chartImage } from '../../../src/outputs/chart-svg.ts';
import { voiceOf } from '../../../src/strings/index.ts';

const faces = chartFaces();
const voice = voiceOf({ locale: 'en-GB', zone: 'UTC' });

function chartOf(label: string, unit = ''): string {
  return chartImage({ type: 'bar', data: [{ label, value: 1 }], unit }, voice).svg;
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
    const { svg } = chartImage({ type, data, unit: 'zł' }, voice);
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
