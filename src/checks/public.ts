import type { Problem } from '../domain/problem.ts';

/** What makes an SVG more than a picture. */
const CODE: readonly [pattern: RegExp, what: string][] = [
  [/<script\b/i, 'a script'],
  [/\son[a-z]+\s*=/i, 'an event handler'],
  [/(?:href|src)\s*=\s*["']?\s*javascript:/i, 'a "javascript:" address'],
  [/<foreignObject\b/i, 'a foreignObject'],
  [/<!ENTITY\b/i, 'an entity'],
  [/(?:href|src)\s*=\s*["']?\s*(?:https?:)?\/\//i, 'something from another host'],
];

/** SVG files of `public/` are served as they are: they draw and do nothing else. */
export function checkSvg(file: string, text: string): Problem[] {
  return CODE.flatMap(([pattern, what]): Problem[] => {
    const match = pattern.exec(text);
    if (!match) return [];
    const before = text.slice(0, match.index).split('\n');
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
