import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Palette, paletteOf } from '../record/palette.ts';

/** Where the owner's design tokens lie. */
export const TOKENS = 'src/publication/tokens.css';

/**
 * The publication's palette, from its design tokens and the skin that they import.
 * @throws Error with a sentence when a colour is not there
 */
export function readPalette(root: string): Palette {
  const own = readFileSync(join(root, TOKENS), 'utf8');
  const skins = [...own.matchAll(/@import\s+(?:url\()?["']([^"']+)["']/g)].map(([, path = '']) =>
    readFileSync(join(root, dirname(TOKENS), path), 'utf8'),
  );
  return paletteOf([...skins, own].join('\n'));
}
