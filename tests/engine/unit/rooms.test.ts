import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { listAll } from '../../../src/content/files.ts';
import { ROOMS } from '../../support/rooms.ts';

const src = fileURLToPath(new URL('../../../src', import.meta.url));
const tests = fileURLToPath(new URL('../..', import.meta.url));

/** Pure rooms: no Astro runtime, no clock, no environment, no file system. */
const PURE = ['lib', 'record', 'i18n', 'markdown', 'checks', 'views'];

const files = listAll(src)
  .filter((path) => /\.(?:ts|astro)$/.test(path) && path.includes('/'))
  .map((path) => ({
    path,
    room: path.split('/')[0] ?? '',
    text: readFileSync(join(src, path), 'utf8'),
  }));

function lengthOf(text: string): number {
  return text.trimEnd().split('\n').length;
}

/** What a file imports: packages by name, files by their path below `src/`. */
function imports(path: string, text: string): string[] {
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)];
  return found.map(([, target = '']) =>
    target.startsWith('.') ? join(path, '..', target).replaceAll('\\', '/') : target,
  );
}

describe('the rooms of the code', () => {
  test('every folder of src is a room', () => {
    expect([...new Set(files.map(({ room }) => room))].filter((room) => !(room in ROOMS))).toEqual(
      [],
    );
  });

  test('a room imports only from the rooms below it', () => {
    const wrong = files.flatMap(({ path, room, text }) =>
      imports(path, text)
        .filter((target) => target.includes('/') && target.split('/')[0] !== room)
        .filter((target) => (target.split('/')[0] ?? '') in ROOMS)
        .filter((target) => !ROOMS[room]?.includes(target.split('/')[0] ?? ''))
        .map((target) => `${path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('components get what they show: of the record they know only types', () => {
    const wrong = files
      .filter(({ room }) => room === 'ui')
      .filter(({ text }) => /^import (?!type )[^;]*'[^']*\/record\/[^']*';/m.test(text))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  test('pure rooms know no Astro, no clock, no environment, no files', () => {
    const wrong = files
      .filter(({ room }) => PURE.includes(room))
      .flatMap(({ path, text }) => {
        const impure = imports(path, text).filter(
          (target) =>
            target.startsWith('astro:') || /^(?:node:)?(?:fs|child_process|process)\b/.test(target),
        );
        const read = /\b(?:process\.env|import\.meta\.env|Date\.now\(\)|new Date\(\))/.exec(
          text,
        )?.[0];
        return [...impure, ...(read === undefined ? [] : [read])].map((what) => `${path}: ${what}`);
      });
    expect(wrong).toEqual([]);
  });

  test('only content.config.ts and press/site/ read astro:content', () => {
    const readers = files
      .filter(({ path, text }) => imports(path, text).includes('astro:content'))
      .map(({ path }) => dirname(path));
    expect([...new Set(readers)]).toEqual(['press/site']);
  });

  test('imports of our own code carry their extension', () => {
    const wrong = files.flatMap(({ path, text }) =>
      [...text.matchAll(/from\s+['"](\.[^'"]+)['"]/g)]
        .map(([, target = '']) => target)
        .filter((target) => !/\.\w+(?:\?[\w&]+)?$/.test(target))
        .map((target) => `${path}: ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('no file is longer than a reader can hold', () => {
    // a language is one file, however much it says
    const most = (path: string) => (path.startsWith('i18n/languages/') ? 700 : 300);
    const long = files
      .filter(({ path, text }) => lengthOf(text) > most(path))
      .map(({ path }) => path);
    expect(long).toEqual([]);
  });

  test('nor is a test, or what helps tests', () => {
    const folders = ['bench', 'engine', 'publication', 'support', 'tools'];
    const paths = folders
      .flatMap((folder) => listAll(join(tests, folder)).map((path) => join(tests, folder, path)))
      .filter((path) => /\.(?:ts|mjs)$/.test(path) && !path.includes('fixtures'));
    expect(paths.length).toBeGreaterThan(100);
    expect(paths.filter((path) => lengthOf(readFileSync(path, 'utf8')) > 300)).toEqual([]);
  });
});
