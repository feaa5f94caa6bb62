/*
 * Words as the search compares them, in any script. Folding and cutting are the same for texts, for
 * queries and for marks.
 */

/** Scripts that write words without spaces between them, or endings onto them: their words are pairs of characters. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ーｰ々]`;
const HAS = new RegExp(UNSPACED, 'u');

/** What no reader sees: soft hyphens, joiners, places where a line may end. */
const UNSEEN = String.raw`\u00ad\u200b-\u200d\u2060`;
const ALL_UNSEEN = new RegExp(`[${UNSEEN}]`, 'gu');
/** What belongs to the character before it: marks, and the voicing of half-wide Katakana. */
const BELONGS = String.raw`\p{M}ﾞﾟ${UNSEEN}`;

/**
 * A character of a word, told by what is none: ASCII, signs, punctuation. To browsers, letters by their property
 * (`\p{L}`) in a form that takes capitals for small ones cost a tenth of a second, which a reader waits for.
 */
export const LETTER = String.raw`[^\0-@[-\x60{-¿×÷\u2000-\u206f\u3000-\u303f\uff00-\uff20]`;

/** A run of such characters, a number, a programming language with its sign (groups 1 to 3), or a word. */
export const CUT = new RegExp(
  [
    `((?:${UNSPACED}[${BELONGS}]*)+)`,
    String.raw`(\p{Nd}+(?:[.,'’٫٬]\p{Nd}+|[\u00a0\u202f]\p{Nd}{3}(?!\p{Nd}))*)`,
    String.raw`(\p{L}(?:\+\+|#)(?![\p{L}\p{N}]))`,
    String.raw`(?:(?!${UNSPACED})[\p{L}\p{N}][\p{M}\u00ad\u200c\u200d]*)+`,
  ].join('|'),
  'gu',
);

/** A character between spaces, before another one. */
const ALONE = new RegExp(
  String.raw`(?<=^|\s)(${UNSPACED}\p{M}*)\s+(?=${UNSPACED}\p{M}*(?:\s|$))`,
  'gu',
);

/** A query whose characters stand apart, `证 书`, with those together. */
export function withoutGaps(text: string): string {
  return text.replace(ALONE, '$1');
}

/** Whether a text has characters of a script without spaces. */
export function isUnspaced(text: string): boolean {
  return HAS.test(text);
}

/** The long mark at the end of a word of Katakana, which many leave out: `サーバー`, `サーバ`. */
const LAST_LONG = String.raw`(?<=[\p{Script=Katakana}ーｰﾞﾟ]{2})[ーｰ](?![\p{Script=Katakana}ーｰﾞﾟ])`;
const CHARACTER = new RegExp(`[^${BELONGS}](?:[${BELONGS}]|${LAST_LONG})*`, 'gu');

/** The characters of a run, each with the marks that belong to it. */
export function charactersOf(run: string): string[] {
  return run.match(CHARACTER) ?? [];
}

/** The words of characters one after another: each with the next one, and the last alone. */
export function pairsOf(characters: readonly string[]): string[] {
  const plain = characters.map((one) => (one.length > 1 ? one.replace(/[ーｰ]$/, '') : one));
  return plain.map((one, i) => fold(one + (plain[i + 1] ?? '')));
}

/** Letters that have a plain form without being composed of it. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ħ: 'h', ı: 'i', ς: 'σ' },
  ...{ ٱ: 'ا', ة: 'ه', ى: 'ي', ی: 'ي', ک: 'ك', ـ: '' },
};
const HAS_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');
/** Accents of Latin, Greek and Cyrillic; vowels and other marks of Hebrew and Arabic. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u06d6-\u06ed]/gu;
/** The Arabic article, and what is written in one with it. */
const ARTICLE = /^(?:[وبكف]?ال|لل)(?=\p{L}{3})/u;

const folded = new Map<string, string>();

/** A word as the index knows it: lower case, without accents, punctuation and the Arabic article. */
export function fold(word: string): string {
  let made = folded.get(word);
  if (made === undefined) {
    made = foldAnew(word);
    if (folded.size < 100_000) folded.set(word, made);
  }
  return made;
}

/** A word by which others like it are found: of plain letters, if it is of letters. */
export function plainOf(word: string): string {
  return /^[\p{L}\p{M}]+$/u.test(word) ? fold(word) : word;
}

function foldAnew(word: string): string {
  if (/^[a-z]+$/.test(word)) return word;
  if (isUnspaced(word)) return word.replace(ALL_UNSEEN, '').normalize('NFKC').toLowerCase();
  return word
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(HAS_PLAIN, (letter) => PLAIN[letter] ?? letter)
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
    .replace(/[٠-٩۰-۹]/gu, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(ARTICLE, '');
}

/**
 * A number in one form, without separators of its groups and with a point before its decimals.
 * @param group what stands between groups of three digits where one separator could be either
 * @example plainNumber('16,000', ',') // '16000'
 */
export function plainNumber(typed: string, group: string): string {
  const digits = typed
    .replace(/\p{Nd}/gu, (digit) => (/\d/.test(digit) ? digit : fold(digit)))
    .replace(/[٬’\u00a0\u202f]/gu, "'")
    .replace(/٫/gu, '.');
  const [, first = '', groups = '', rest = ''] =
    /^(\d{1,3})((?:([.,'])\d{3})(?:\3\d{3})*)([.,]\d+)?$/.exec(digits)?.filter((_, i) => i !== 3) ??
    [];
  const separator = groups.charAt(0);
  const isGrouped = separator === group || separator === "'" || groups.length > 4 || rest !== '';
  if (groups !== '' && isGrouped && !rest.startsWith(separator)) {
    return first + groups.replace(/\D/g, '') + rest.replace(',', '.');
  }
  return /^\d+[,]\d+$/.test(digits) ? digits.replace(',', '.') : digits.replace(/'/g, '');
}
