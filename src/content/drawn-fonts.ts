import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Coverage, coverageOf, covers } from '../lib/cmap.ts';

/*
 * Fonts for the letters that the faces of cards and charts lack: those that an owner has put into the
 * folder, and those of packages that the owner has installed.
 */

/** Where owners put them. */
export const FOLDER = 'src/publication/fonts/drawn';

/** Packages of fonts, each a weight a folder. */
const PACKAGES = '@expo-google-fonts';
const BUILT_IN = ['besley', 'newsreader'];

/** The further fonts, heavy ones first: headlines are what they are for. */
export const FURTHER_FONTS: readonly string[] = [
  ...filesIn(fileURLToPath(new URL('../publication/fonts/drawn/', import.meta.url))),
  ...packages().flatMap((folder) =>
    ['700Bold', '400Regular'].flatMap((weight) => filesIn(join(folder, weight))),
  ),
];

/** Whether one of them has a letter. */
export const furtherFontsHave = lettersOf(FURTHER_FONTS);

/** Which letters some font files have, each file read when the first letter is asked for. */
export function lettersOf(files: readonly string[]): (letter: string) => boolean {
  let coverages: readonly Coverage[] | undefined;
  return (letter) => {
    coverages ??= files.map((file) => coverageOf(readFileSync(file)));
    return coverages.some((coverage) => covers(coverage, letter.codePointAt(0) ?? 0));
  };
}

let digest: string | undefined;

/** Digest of them, for what is drawn with them; empty when there are none. */
export function furtherFontsDigest(): string {
  digest ??= FURTHER_FONTS.map((file) =>
    createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 8),
  ).join(' ');
  return digest;
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const isHeavy = (file: string) => Number(/bold|black|heavy|[7-9]00/i.test(basename(file)));
  return readdirSync(folder)
    .filter((name) => /\.(?:ttf|otf|ttc)$/i.test(name))
    .sort((a, b) => isHeavy(b) - isHeavy(a) || (a < b ? -1 : 1))
    .map((name) => join(folder, name));
}

function packages(): string[] {
  const { resolve } = createRequire(import.meta.url);
  const scope = dirname(dirname(resolve(`${PACKAGES}/besley/package.json`)));
  return readdirSync(scope)
    .filter((name) => !BUILT_IN.includes(name))
    .sort()
    .map((name) => join(scope, name));
}
