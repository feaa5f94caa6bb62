import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { differenceTable } from './differences.ts';

test('the README shows where engines differ, as the tests have found it', () => {
  const readme = readFileSync(
    fileURLToPath(new URL('../../../README.md', import.meta.url)),
    'utf8',
  );
  expect(readme).toContain(differenceTable());
});
