import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { tokenColour } from '../../../../src/lib/tokens.ts';
import { SKINS } from '../../../../src/outputs/start.ts';

const folder = fileURLToPath(new URL('../../../../src/ui/skins/', import.meta.url));

/** Least contrast (WCAG 2.2: 1.4.6 for text on paper, 1.4.3 for text in a box, 1.4.11 for lines that say something). */
const LEAST = {
  paper: { ink: 7, soft: 7, red: 7, line: 3 },
  tint: { ink: 7, soft: 4.5, red: 4.5 },
};

test('the skins to choose from are those that there are', () => {
  expect(readdirSync(folder).sort()).toEqual(SKINS.map((skin) => `${skin}.css`).sort());
});

describe.each(SKINS)('the skin %s', (skin) => {
  const css = readFileSync(`${folder}${skin}.css`, 'utf8');

  test.each(['light', 'dark'] as const)('has contrast enough in its %s scheme', (scheme) => {
    const colour = (name: string): string => tokenColour(css, name)[scheme];
    const low = Object.entries(LEAST).flatMap(([ground, least]) =>
      Object.entries(least).flatMap(([name, bar]) => {
        const found = contrast(colour(name), colour(ground));
        return found < bar ? [`${name} on ${ground}: ${found.toFixed(2)}, at least ${bar}`] : [];
      }),
    );
    expect(low).toEqual([]);
  });

  test('has every token of the others', () => {
    const names = (text: string) => [...new Set(text.match(/--[\w-]+(?=:)/g))].sort();
    expect(names(css)).toEqual(names(readFileSync(`${folder}ledger.css`, 'utf8')));
  });
});

/** Contrast of two colours (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
