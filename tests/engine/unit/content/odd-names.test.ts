import { expect, test } from 'vitest';
import { oddNames } from '../../../../src/content/odd-names.ts';

test.each([
  ['public/nul', 'lies at "nul", which is a name that Windows keeps for itself'],
  ['public/Aux.txt', 'lies at "Aux.txt", which'],
  ['public/com1/a.png', 'lies at "com1", which'],
  ['content/articles/2018/lpt9.png', 'lies at "lpt9.png", which'],
  ['public/what?.html', 'has a name that Windows does not take, "what?.html"'],
  ['public/a:b.png', 'has a name that Windows does not take, "a:b.png"'],
  ['public/ends.', 'has a name that Windows does not take, "ends."'],
  ['public/ends /a', 'has a name that Windows does not take, "ends "'],
])('%s is told', (path, is) => {
  expect(oddNames([path])).toMatchObject([
    { path, is: expect.stringContaining(is), elsewhere: true },
  ]);
});

test.each([
  'public/console.log',
  'public/auxiliary',
  'public/com',
  'public/com10',
  'public/a.b c',
  'public/人.png',
])('%s is a name like another', (path) => expect(oddNames([path])).toEqual([]));

test('names that differ by capitals alone are one file elsewhere', () => {
  expect(oddNames(['public/Logo.png', 'public/a.png', 'public/logo.png'])).toEqual([
    {
      path: 'public/logo.png',
      is: 'differs from public/Logo.png by capitals alone, which Windows and macOS take for one file',
      fix: 'Rename one of them.',
      elsewhere: true,
    },
  ]);
});
