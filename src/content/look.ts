import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contrast } from '../lib/contrast.ts';
import { isHexColour, tokenColour } from '../lib/tokens.ts';
import { fileProblem, type Problem } from '../record/problem.ts';
import { readTokens, TOKENS } from './palette.ts';

/** Least contrast on paper (WCAG 2.2: 1.4.3 for text, 1.4.11 for lines that say something). */
const LEAST = { ink: 4.5, soft: 4.5, red: 4.5, line: 3 };

const FACES = [
  'fonts.css',
  ...['besley', 'newsreader', 'newsreader-italic'].map((name) => `fonts/${name}.woff2`),
];

/** What cards, icons and the browser's own bars are drawn in. */
const DRAWN = ['paper', 'rule', ...Object.keys(LEAST)];

/** What is wrong with the owner's tokens: a skin or a colour that is not there, or what cannot be read or drawn. */
export function lookProblems(root: string): Problem[] {
  if (!existsSync(join(root, TOKENS))) return [];
  try {
    return [
      ...lacking(root),
      ...undrawn(readFileSync(join(root, TOKENS), 'utf8')),
      ...faint(readTokens(root)),
    ];
  } catch (error) {
    const [message = '', fix = ''] = String((error as Error).message)
      .slice(`${TOKENS}: `.length)
      .split(/(?<=\.) (?=[A-Z])/);
    return [
      fileProblem(TOKENS, { code: 'look-missing', message: message.replace(/^t/, 'T'), fix }),
    ];
  }
}

/** Files that pages name, whatever the fonts are. */
function lacking(root: string): Problem[] {
  return FACES.map((name) => `src/publication/${name}`)
    .filter((file) => !existsSync(join(root, file)))
    .map((file) =>
      fileProblem(file, {
        code: 'look-font',
        message: 'The file is not there, and pages ask for it.',
        fix: 'Put your font there under this name.',
      }),
    );
}

/** Colours that only a browser understands. */
function undrawn(css: string): Problem[] {
  const plain = css.replace(/\/\*.*?\*\//gs, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...plain.matchAll(/--([a-z]+):\s*([^;}]*[^;}\s])/g)].flatMap(
    ({ 1: name = '', 2: value = '', index }) =>
      !DRAWN.includes(name) || isHexColour(value)
        ? []
        : fileProblem(TOKENS, {
            code: 'look-colour',
            severity: 'warning',
            line: plain.slice(0, index).split('\n').length,
            field: `--${name}`,
            message: `Cards, icons and the browser's own bars cannot be drawn in "${value}".`,
            fix: 'Write it in hexadecimal digits, as src/ui/skins/ has colours.',
          }),
  );
}

/** Colours that are hard to read on the paper. */
function faint(css: string): Problem[] {
  const paper = tokenColour(css, 'paper');
  return (['light', 'dark'] as const).flatMap((scheme) =>
    Object.entries(LEAST).flatMap(([name, least]) => {
      const colour = tokenColour(css, name)[scheme];
      const found = contrast(colour, paper[scheme]);
      if (found >= least) return [];
      return fileProblem(TOKENS, {
        code: 'look-contrast',
        severity: 'warning',
        field: `--${name}`,
        message: `${colour} on ${paper[scheme]} has a contrast of ${found.toFixed(1)} in the ${scheme} scheme, and many readers need ${least}.`,
        fix: 'Choose colours that are further apart.',
      });
    }),
  );
}
