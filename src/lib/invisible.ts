/*
 * Characters that readers do not see: controls, those that reorder or hide text (Unicode TR 36 and
 * 55), blanks that are none, and tags outside flags.
 */

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: these are what it looks for
// biome-ignore-start lint/suspicious/noMisleadingCharacterClass: so are these

/**
 * In a text: half a character (a lone surrogate, or what a parser puts in its place) is one too.
 * Joiners (emoji, Persian), soft hyphens and direction marks have honest
 * uses and stay.
 */
export const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u115f\u1160\u180e\u200b\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffd\p{Cs}]|(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0000}-\u{e007f}]/gu;

/** In a line of its own, such as a title, where those have none either. */
export const INVISIBLE_IN_LINE = new RegExp(
  `${INVISIBLE.source}|[\\t\\n\\r\u00ad\u034f\u061c\u200e\u200f\u2800]`,
  'gu',
);

// biome-ignore-end lint/suspicious/noMisleadingCharacterClass: so are these
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: these are what it looks for

/** Blanks that look like a space and are none to Markdown and YAML. */
export const BLANK = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';

/** Such a blank in words: `a no-break space (U+00A0)`. */
export function blankName(char: string): string {
  const names: Readonly<Record<string, string>> = {
    '\u00a0': 'a no-break space',
    '\u3000': 'a full-width space',
  };
  return `${names[char] ?? 'a special space'} (${codePointName(char)})`;
}

/** Whether readers see anything of a text: joiners, marks and blanks alone are nothing. */
export function isSeen(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
}

/** A character by its number, as Unicode writes it: `U+200B`. */
export function codePointName(char: string): string {
  const hex = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${hex}`;
}
