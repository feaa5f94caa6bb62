import type { Problem } from '../domain/problem.ts';

/** What makes an SVG more than a picture. */
const CODE: readonly [pattern: RegExp, what: string][] = [
  [/<script\b/i, 'a script'],
  [/\son[a-z]+\s*=/i, 'an event handler'],
  [/(?:href|src|to|from|values)\s*=\s*["']?\s*javascript:/i, 'a "javascript:" address'],
  [/<foreignObject\b/i, 'a foreignObject'],
  [/<!ENTITY\b/i, 'an entity'],
  [/(?:href|src)\s*=\s*["']?\s*(?:https?:)?\/\//i, 'something from another host'],
  [/@import\b|url\(\s*["']?\s*(?:https?:)?\/\//i, 'a style from another host'],
];

/** SVG files of `public/` are served as they are: they draw and do nothing else. */
export function checkSvg(file: string, text: string): Problem[] {
  // characters by their number, as a browser reads them
  const plain = text.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (whole, hex, decimal) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
  return CODE.flatMap(([pattern, what]): Problem[] => {
    const match = pattern.exec(plain);
    if (!match) return [];
    const before = plain.slice(0, match.index).split('\n');
    return [
      {
        code: 'svg-unsafe',
        severity: 'error',
        file,
        line: before.length,
        column: (before.at(-1) ?? '').length + 1,
        field: '',
        message: `The SVG has ${what}.`,
        fix: 'Remove it: an SVG of this site only draws.',
      },
    ];
  });
}
