/**
 * What a segment of an address may be: letters of any script, in small letters where the script has
 * such, and digits, with single hyphens or dots between them.
 */
const SLUG = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+(?:[-.][\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+)*$/u;

/** Whether a text may be a segment of an address, as it stands. */
export function isSlug(text: string): boolean {
  return SLUG.test(text) && text === text.normalize('NFC').toLowerCase();
}

/** Why a name cannot be that of a file or a folder, as the end of a sentence (see {@link isReserved}). */
export const RESERVED =
  'is a name that Windows keeps for itself, so git cannot make its file there';

/** Whether Windows keeps a file's name for itself, whatever its ending. */
export function isReserved(name: string): boolean {
  return /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\.|$)/i.test(name);
}

/** The longest segment: a file is named by it, with an ending, on disks that take 255 bytes. */
const LONGEST = { characters: 100, bytes: 200 };

/** Whether a segment is too long for a file's name. */
export function isTooLong(slug: string): boolean {
  return [...slug].length > LONGEST.characters || bytesOf(slug) > LONGEST.bytes;
}

/** A slug cut where a word ends, if it can be, to so many characters that fit a file's name. */
export function shortened(slug: string, characters = LONGEST.characters): string {
  const letters = [...slug].slice(0, characters);
  while (bytesOf(letters.join('')) > LONGEST.bytes) letters.pop();
  const short = letters.join('');
  if (short === slug) return slug;
  const words = slug.startsWith(`${short}-`) ? short : short.replace(/(?<=.)-[^-]*$/, '');
  return words.replace(/-$/, '');
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Latin letters that are not another one with an accent, as they are written without them. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  þ: 'th',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'ng',
  ŧ: 't',
  ĸ: 'k',
  ə: 'e',
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** What German writes for its accents. */
const GERMAN: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/**
 * A slug from any text: Latin letters without accents, those of other scripts as they are, a hyphen
 * for everything that is neither letter nor digit. Empty where there is neither.
 * @param lang of the text (BCP 47): German has its own way with accents
 * @example slugify('Łódź: Straße') === 'lodz-strasse'; slugify('北京 2026') === '北京-2026'
 */
export function slugify(text: string, lang = ''): string {
  const small = text.normalize('NFKC').toLowerCase();
  const german = /^de\b/i.test(lang)
    ? small.replace(/[äöü]/g, (letter) => GERMAN[letter] ?? '')
    : small;
  return german
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? '')
    .replace(/['’ʼ]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '');
}

/** A slug of letters from a to z and digits, for names of files that people do not read. */
export function asciiSlug(text: string): string {
  return slugify(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/**
 * The last part of a topic's address, not encoded: of a tag that is no slug, its letters and digits.
 * Empty where it has none.
 * @example topicSlug('C#') === 'c-sharp'; topicSlug('AI/ML') === 'ai-ml'
 */
export function topicSlug(tag: string): string {
  if (isSlug(tag)) return tag;
  return tag
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('i\u0307', 'i')
    .replace(/(?<=[\p{L}\p{N}])#/gu, '-sharp-')
    .replace(/(?<=[\p{L}\p{N}]\+*)\+/gu, '-plus-')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '');
}
