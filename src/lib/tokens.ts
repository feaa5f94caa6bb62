/** A colour of the design: on light paper, and on dark. */
export interface Colour {
  light: string;
  dark: string;
}

/** Whether the design is dark for readers who have not chosen: the root's own scheme says so. */
export function isDarkFirst(css: string): boolean {
  const schemes = [...css.matchAll(/:root\s*{[^}]*?color-scheme:\s*([a-z ]+);/g)];
  return schemes.at(-1)?.[1]?.trim() === 'dark';
}

const HEX = '(#[0-9a-f]{3,8})';
const COLOUR = `(?:light-dark\\(\\s*${HEX}\\s*,\\s*${HEX}\\s*\\)|${HEX})`;

/** Whether a token's value is a colour that can be drawn: one in hexadecimal digits, or two by scheme. */
export function isHexColour(value: string): boolean {
  return new RegExp(`^${COLOUR}$`, 'i').test(value);
}

/**
 * A colour of the design tokens, so that what is not styled follows when they change: the browser's
 * own bars, social cards, icons.
 * @param css design tokens; of two of a name the last counts
 * @param name of the token, without its dashes
 * @throws Error with a sentence when it is not there
 */
export function tokenColour(css: string, name: string): Colour {
  const pattern = `--${name}:\\s*${COLOUR}`;
  const [, light, dark, only] = [...css.matchAll(new RegExp(pattern, 'gi'))].at(-1) ?? [];
  const [onLight, onDark] = [light ?? only, dark ?? only];
  if (onLight === undefined || onDark === undefined) {
    const text = `src/publication/tokens.css: there is no colour --${name}. Give it one, such as #e8efdd.`;
    throw Object.assign(new Error(text), { name: 'OwnersMistake' });
  }
  return { light: onLight, dark: onDark };
}
