/** Code-point order: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Splits where words begin and end, in any script; made when it is needed, since browsers take long for the first. */
let segmenter: Intl.Segmenter | undefined;

/**
 * Text of Latin letters and common signs, and a word of such text: there the pattern finds just what
 * the segmenter does, ten times as fast.
 */
const LATIN =
  /^[\t\n\r -^`-~\u00a0-\u00ac\u00ae-\u00b1\u00b4-\u00b7\u00ba\u00bb\u00bf-\u024f\u2010-\u2015\u2018-\u201f\u2026\u20ac]*$/;
const LATIN_WORD =
  /[\p{L}\p{Nd}]+(?:(?:(?<=\p{L})[.:'’‘·](?=\p{L})|(?<=\p{Nd})[.,;'’‘](?=\p{Nd}))[\p{L}\p{Nd}]+)*/gu;

/** Number of words, by Unicode word boundaries (UAX 29), so that Chinese counts too. */
export function countWords(text: string): number {
  if (LATIN.test(text)) return text.match(LATIN_WORD)?.length ?? 0;
  let words = 0;
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  for (const segment of segmenter.segment(text)) if (segment.isWordLike) words += 1;
  return words;
}

/** A value as a message quotes it. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/**
 * The known word nearest to a mistyped one, or undefined when none is near enough to be meant
 * (a third of the letters, rounded up).
 */
export function nearest(
  word: string,
  known: Iterable<string>,
  distance: (a: string, b: string) => number,
): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.ceil(word.length / 3) + 1;
  for (const candidate of known) {
    const d = distance(word.toLowerCase(), candidate.toLowerCase());
    if (d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

/** Whether a text is a language tag (BCP 47), such as `en` or `zh-Hans`. */
export function isLanguage(text: string): boolean {
  try {
    // a name of a language is one to Intl: subtags of more letters are reserved
    return /^[a-z]{2,3}(?:-|$)/i.test(text) && Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** Text without its percent-encoding; undefined when that cannot be read. */
export function percentDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Text without its percent-encoding; as it stands when that cannot be read. */
export function safeDecode(text: string): string {
  return percentDecoded(text) ?? text;
}

/** Text as one compares it: straight quotes, whatever the language's own are, plain dashes, single spaces, composed letters. */
export function plainWords(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/[‘’“”–—…„‚‹›「」『』]|«\s?|\s?»|-{2,3}/g, (sign) => PLAIN_SIGNS[sign.trim()] ?? '-')
      // single spaces, nearly all of them, stay
      .replace(/\s{2,}|[^\S ]/g, ' ')
      .trim()
  );
}

const PLAIN_SIGNS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '…': '...',
  '„': '"',
  '«': '"',
  '»': '"',
  '「': '"',
  '」': '"',
  '‚': "'",
  '‹': "'",
  '›': "'",
  '『': "'",
  '』': "'",
};

/** Scripts that put spaces between words, and digits. */
const SPACED = '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{M}\\p{N}]';

/** Matches plain words where they stand as such: "12" is neither in "124" nor in "12.5". */
export function wordsPattern(words: string): RegExp {
  const plain = plainWords(words);
  const isSpaced = (text: string) => new RegExp(SPACED, 'u').test(text);
  const before = isSpaced(plain.slice(0, 1)) ? `(?<!${SPACED}|\\d[.,]|\\p{L}-)` : '';
  const after = isSpaced(plain.slice(-1)) ? `(?!${SPACED}|[.,]\\d|-\\p{L})` : '';
  return new RegExp(before + plain.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&') + after, 'gu');
}
