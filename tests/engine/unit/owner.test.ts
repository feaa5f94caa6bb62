import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { listAll } from '../../../src/content/files.ts';

const src = fileURLToPath(new URL('../../../src', import.meta.url));

/** The text of the engine, which a newer release may replace whole: no file of the owner's house among it. */
const engine = listAll(src)
  .filter((path) => /\.(?:ts|astro|css|cjs|md)$/.test(path) && !path.startsWith('publication/'))
  // what changed for owners of this one, too
  .filter((path) => path !== 'CHANGELOG.md')
  .map((path) => ({ path, text: readFileSync(join(src, path), 'utf8') }));

/** Colours that no skin decides, and why. */
const COLOURS: Readonly<Record<string, string>> = {
  'ui/styles/print.css': 'paper is white',
  'ui/styles/pictures.css': 'behind a picture on the whole screen it is dark',
  'outputs/images/text.ts': 'letters are drawn to be measured',
  'outputs/start.ts': 'a mark that its owner draws anew',
  'markdown/highlight.ts': 'names of classes, until a highlighter has set them',
  'lib/tokens.ts': 'an example',
};

describe('the engine', () => {
  test('names no publication and no coin', () => {
    const names = engine.flatMap(({ path, text }) =>
      [...text.matchAll(/.*\bcoins?(?!cid)\w*.*/gi)].map(([line]) => `${path}: ${line.trim()}`),
    );
    expect(names).toEqual([]);
  });

  test('has no colour outside its skins', () => {
    const coloured = engine
      .filter(({ path }) => path.endsWith('.css') || path.endsWith('.ts'))
      .filter(({ path }) => !path.startsWith('ui/skins/') && !(path in COLOURS))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/(?<![&\w/])#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b(?![\d(<])/gi)]
          .map(([colour]) => colour)
          // transparent, with nothing of a colour
          .filter((colour) => colour !== '#0000')
          .map((colour) => `${path}: ${colour}`),
      );
    expect(coloured).toEqual([]);
  });
});

test('what an owner changes is small: 700 lines, fonts apart', () => {
  const own = listAll(join(src, 'publication')).filter((path) => !path.startsWith('fonts'));
  const lines = own.map(
    (path) => readFileSync(join(src, 'publication', path), 'utf8').split('\n').length,
  );
  expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(700);
});
