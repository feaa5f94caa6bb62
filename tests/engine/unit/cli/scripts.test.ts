import { expect, test } from 'vitest';
import { scripts } from '../../../support/scripts.ts';

test('every command that is TypeScript first asks for the right Node', () => {
  const ours = Object.keys(scripts).filter(
    (name) => /^node .*\.ts$/.test(scripts[name] ?? '') || name === 'test',
  );
  expect(ours.length).toBeGreaterThan(10);
  expect(
    ours.filter((name) => !/^node src\/cli\/require-node\.cjs\b/.test(scripts[`pre${name}`] ?? '')),
  ).toEqual([]);
});

test('no script needs a shell that Windows does not have', () => {
  const needy = Object.values(scripts).filter((script) => /^\w+=|[$`;|']|\s&\s/.test(script));
  expect(needy).toEqual([]);
});
