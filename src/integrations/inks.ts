import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Inks } from '../outputs/card-drawing.ts';

const TOKENS = 'src/styles/tokens.css';

/**
 * The publication's colours on light paper, from its design tokens, so that cards and icons follow
 * when they change.
 * @throws Error with a sentence when one of them is not there
 */
export function readInks(root: string): Inks {
  const css = readFileSync(join(root, TOKENS), 'utf8');
  const colour = (name: string): string => {
    const found = new RegExp(`--${name}:\\s*(?:light-dark\\(\\s*)?(#[0-9a-f]{3,8})`, 'i').exec(css);
    if (found?.[1] === undefined) {
      throw new Error(`${TOKENS}: there is no colour --${name}. Give it one, such as #e8efdd.`);
    }
    return found[1];
  };
  return {
    paper: colour('paper'),
    ink: colour('ink'),
    soft: colour('soft'),
    rule: colour('rule'),
    line: colour('line'),
    red: colour('red'),
  };
}
