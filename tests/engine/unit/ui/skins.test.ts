import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { contrast } from '../../../../src/lib/contrast.ts';
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
