import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../../src/ui/styles', import.meta.url));
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));

test('no sheet is longer than a reader can hold', () => {
  const lengthOf = (name: string) =>
    readFileSync(join(folder, name), 'utf8').trimEnd().split('\n').length;
  expect(sheets.filter((name) => lengthOf(name) > 300)).toEqual([]);
});

test('underlines have their colour in a property of its own: Safari draws none otherwise', () => {
  const declarations = sheets.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/text-decoration:[^;]*/g)].map(String),
  );
  expect(declarations.length).toBeGreaterThan(0);
  expect(declarations.filter((declaration) => declaration.includes('var('))).toEqual([]);
});
