import { type Colour, isDarkFirst, tokenColour } from '../lib/tokens.ts';

/** The publication's colours, on the paper that most readers see: what cards and charts are drawn in. */
export interface Inks {
  paper: string;
  ink: string;
  soft: string;
  rule: string;
  line: string;
  red: string;
}

/** The colours of what is no page: cards, charts, the browser's own bars. */
export interface Palette {
  inks: Inks;
  /** Of pages, for readers whose system is light or dark. */
  paper: Colour;
}

/**
 * The palette of a stylesheet, so that what is drawn follows when its colours change.
 * @param css design tokens, the skin's and the owner's
 * @throws Error with a sentence when one of them is not there
 */
export function paletteOf(css: string): Palette {
  const scheme = isDarkFirst(css) ? 'dark' : 'light';
  const colour = (name: string): string => tokenColour(css, name)[scheme];
  const { dark } = tokenColour(css, 'paper');
  return {
    inks: {
      paper: colour('paper'),
      ink: colour('ink'),
      soft: colour('soft'),
      rule: colour('rule'),
      line: colour('line'),
      red: colour('red'),
    },
    paper: { light: colour('paper'), dark },
  };
}
