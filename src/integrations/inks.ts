import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Inks } from '../outputs/card-drawing.ts';
import { tokenColour } from '../outputs/tokens.ts';

/**
 * The publication's colours on light paper, from its design tokens, so that cards and icons follow
 * when they change.
 * @throws Error with a sentence when one of them is not there
 */
export function readInks(root: string): Inks {
  const css = readFileSync(join(root, 'src/styles/tokens.css'), 'utf8');
  const colour = (name: string): string => tokenColour(css, name).light;
  return {
    paper: colour('paper'),
    ink: colour('ink'),
    soft: colour('soft'),
    rule: colour('rule'),
    line: colour('line'),
    red: colour('red'),
  };
}
