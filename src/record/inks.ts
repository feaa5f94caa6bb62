import { tokenColour } from '../lib/tokens.ts';

/** The publication's colours on light paper: what cards and charts are drawn in. */
export interface Inks {
  paper: string;
  ink: string;
  soft: string;
  rule: string;
  line: string;
  red: string;
}

/**
 * The inks of a stylesheet, so that what is drawn follows when its colours change.
 * @param css text of `src/ui/styles/tokens.css`
 * @throws Error with a sentence when one of them is not there
 */
export function inksOf(css: string): Inks {
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
