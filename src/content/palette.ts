import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Palette, paletteOf } from '../record/palette.ts';

/** Where the owner's design tokens lie. */
export const TOKENS = 'src/publication/tokens.css';

const SKINS = 'src/ui/skins';

/**
 * The publication's palette, from its design tokens and the skin that they import.
 * @throws Error with a sentence when a skin or a colour is not there
 */
export function readPalette(root: string): Palette {
  return paletteOf(readTokens(root));
}

/**
 * The design tokens: the skin's, and the owner's after them.
 * @throws Error with a sentence when there is no such skin
 */
export function readTokens(root: string): string {
  const own = readFileSync(join(root, TOKENS), 'utf8');
  const skins = [...own.matchAll(/@import\s+(?:url\()?["']([^"']+)["']/g)].map(([, path = '']) => {
    const file = join(root, dirname(TOKENS), path);
    if (existsSync(file)) return readFileSync(file, 'utf8');
    const known = readdirSync(join(root, SKINS)).map((name) => `"../ui/skins/${name}"`);
    const text = `${TOKENS}: there is no skin "${path}". Name one of ${known.join(', ')}.`;
    throw Object.assign(new Error(text), { name: 'OwnersMistake' });
  });
  return [...skins, own].join('\n');
}
