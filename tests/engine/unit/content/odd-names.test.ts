import { expect, test } from 'vitest';
import { isOtherCase } from '../../../../src/content/article-pictures.ts';
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

test('a picture is not found under a name with other capitals, on a disk that is blind to them', () => {
  const real = '/Users/ada/site/content/articles/2018/Bodies.PNG';
  expect(isOtherCase('content/articles/2018/bodies.png', real)).toBe(true);
  expect(isOtherCase('content/articles/2018/Bodies.PNG', real)).toBe(false);
  expect(isOtherCase('content/Articles/2018/Bodies.PNG', real)).toBe(true);
  // a link to another name is no such thing
  expect(isOtherCase('content/articles/2018/cover.png', real)).toBe(false);
  expect(isOtherCase('content/a.png', 'C:\\site\\content\\A.png')).toBe(true);
});
