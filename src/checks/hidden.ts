import { placeInBody } from './place.ts';
import type { CopyCheck } from './sheet.ts';

/**
 * Characters that reorder or hide text (Unicode TR 36 and 55) and control characters. Joiners
 * (emoji, Persian), soft hyphens and the two direction marks have honest uses and stay.
 */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

const NAMES: Readonly<Record<string, string>> = {
  '200B': 'zero-width space',
  '202A': 'left-to-right embedding',
  '202B': 'right-to-left embedding',
  '202C': 'end of embedding',
  '202D': 'left-to-right override',
  '202E': 'right-to-left override',
  '2060': 'word joiner',
  '2066': 'left-to-right isolate',
  '2067': 'right-to-left isolate',
  '2068': 'first strong isolate',
  '2069': 'end of isolate',
  FEFF: 'byte-order mark',
};

/** Characters of the text that no reader sees, code and addresses included. */
export const checkHidden: CopyCheck = ({ body }) =>
  [...body.matchAll(HIDDEN)].slice(0, 20).map(({ 0: char, index }) => {
    const hex = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return {
      code: 'character-hidden',
      ...placeInBody(body, index),
      message: `Here is a character that readers cannot see: ${NAMES[hex] ?? 'a control character'} (U+${hex}).`,
      fix: 'Delete it; for right-to-left words use <span dir="rtl">.',
      repair: { old: char, new: '' },
    };
  });
