import { expect, test } from 'vitest';
import { scripts } from '../../../support/scripts.ts';

test('every command that is TypeScript first asks for the right Node', () => {
  const ours = Object.keys(scripts).filter(
    (name) => /^node .*\.ts\b/.test(scripts[name] ?? '') || name === 'test',
  );
  expect(ours.length).toBeGreaterThan(10);
  const asks = (script = '') => /^node (?:-r \.\/)?src\/cli\/require-node\.cjs\b/.test(script);
  expect(ours.filter((name) => !asks(scripts[name]) && !asks(scripts[`pre${name}`]))).toEqual([]);
});

test('no script needs a shell that Windows does not have', () => {
  const needy = Object.values(scripts).filter((script) => /^\w+=|[$`;|']|\s&\s/.test(script));
  expect(needy).toEqual([]);
});
