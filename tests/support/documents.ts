import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A document that comes with the engine. The README of the root is its owner's, so it is not one. */
export interface Document {
  path: string;
  text: string;
}

/** For writers, for developers, for contributors, and what stands beside the code that it explains. */
const PATHS = [
  'content/README.md',
  'src/README.md',
  'tests/README.md',
  '.github/CONTRIBUTING.md',
  ...besideCode(),
];

/** The engine's documents that are there. */
export const DOCUMENTS: readonly Document[] = PATHS.filter((path) =>
  existsSync(join(root, path)),
).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** What an owner may add, and what only some publications have. */
const OF_OWNERS = ['src/publication/components/', 'tests/publication/judged.yaml'];

/** Whether a path of the project is there, or may be. */
export function isThere(path: string): boolean {
  return OF_OWNERS.includes(path) || existsSync(join(root, path));
}

/** The documents that have some words in them, such as the head of a table. */
export function documentsWith(words: string): Document[] {
  return DOCUMENTS.filter(({ text }) => text.includes(words));
}

function besideCode(): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md') && path.split('/').length > 2);
}
