/* Questions by their names, several at once. */

export const PAGES = ['a page', 'a page with a Chinese name'];
export const FOUND = [...PAGES, 'a style', 'a feed'];
export const STEPS = [
  'a step to its own folder',
  'an encoded step to its own folder',
  'a step up',
  'an encoded step up',
];
export const WITHDRAWN = ['a withdrawn entry', 'a withdrawn entry with a Chinese name'];
export const NAMED = ['its file name behind it', 'its file name and a query behind it'];
export const RUNS = [
  'two slashes before it',
  'three slashes before it',
  'two slashes in it',
  'three slashes in it',
  'two slashes behind it',
  'two slashes in it, and a query',
];
export const ENCODED = [
  'a slash and an encoded one in it',
  'an encoded slash and one in it',
  'two encoded slashes in it',
  'an encoded slash before it',
  'an encoded slash behind it',
];

/** Names of the questions about some addresses in some spellings. */
export function spelt(targets: readonly string[], ...spellings: readonly string[]): string[] {
  return targets.flatMap((target) => spellings.map((spelling) => `${target}, ${spelling}`));
}
