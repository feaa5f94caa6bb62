import { codePointName, INVISIBLE } from '../lib/invisible.ts';
import { placeInBody } from './place.ts';
import type { CopyCheck } from './sheet.ts';

const NAMES: Readonly<Record<string, string>> = {
  'U+200B': 'zero-width space',
  'U+202A': 'left-to-right embedding',
  'U+202B': 'right-to-left embedding',
  'U+202C': 'end of embedding',
  'U+202D': 'left-to-right override',
  'U+202E': 'right-to-left override',
  'U+2060': 'word joiner',
  'U+2066': 'left-to-right isolate',
  'U+2067': 'right-to-left isolate',
  'U+2068': 'first strong isolate',
  'U+2069': 'end of isolate',
  'U+2028': 'line separator',
  'U+2029': 'paragraph separator',
  'U+3164': 'Hangul filler',
  'U+FEFF': 'byte-order mark',
};

/** Characters of the text that no reader sees, code and addresses included. */
export const checkHidden: CopyCheck = ({ body }) =>
  [...body.matchAll(INVISIBLE)].slice(0, 20).map(({ 0: char, index }) => {
    const name = codePointName(char);
    return {
      code: 'character-hidden',
      ...placeInBody(body, index),
      message: `Here is a character that readers cannot see: ${NAMES[name] ?? 'a control character'} (${name}).`,
      fix: 'Delete it; for right-to-left words use <span dir="rtl">.',
      // a separator stands where a space belongs
      repair: { old: char, new: /[\u2028\u2029]/.test(char) ? ' ' : '' },
    };
  });
