import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../../src/ui/styles', import.meta.url));

test('underlines have their colour in a property of its own: Safari draws none otherwise', () => {
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));
  const declarations = sheets.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/text-decoration:[^;]*/g)].map(String),
  );
  expect(declarations.length).toBeGreaterThan(0);
  expect(declarations.filter((declaration) => declaration.includes('var('))).toEqual([]);
});
