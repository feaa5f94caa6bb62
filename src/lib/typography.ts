import { bestFor } from './locales.ts';

/** How a language sets the signs that a keyboard has only in one form. */
export interface Signs {
  /** Quotation marks, and those within them. */
  quotes: readonly [open: string, close: string, innerOpen: string, innerClose: string];
  /** Whether a space before `;:!?»` and after `«` never breaks a line. */
  spacesSigns?: boolean | undefined;
}

export const ENGLISH_SIGNS: Signs = { quotes: ['“', '”', '‘', '’'] };

/**
 * How the first of some languages sets its signs of which that is known; else as English does.
 * @param signs of languages, by their tags
 */
export function signsOf(
  signs: Readonly<Record<string, Signs>>,
  ...languages: (string | undefined)[]
): Signs {
  for (const language of languages) {
    const found = language && bestFor(language, signs);
    if (found) return found;
  }
  return ENGLISH_SIGNS;
}

/**
 * Typographic punctuation: curly quotes, dashes, the ellipsis. Works along a text that arrives in
 * pieces (a sentence with emphasis and links), since a quote opens or closes by what stands before.
 */
export class Typographer {
  readonly #signs: Signs;
  #before = '';
  #isOpen = false;
  #isInnerOpen = false;

  constructor(signs = ENGLISH_SIGNS) {
    this.#signs = signs;
  }

  /** Forget what came before: a new block begins. */
  reset(): void {
    this.#before = '';
    this.#isOpen = false;
    this.#isInnerOpen = false;
  }

  /** Something that is not text (code, an image) stands here; a quote after it closes. */
  skip(): void {
    this.#before = 'x';
  }

  /** The next piece of the text, made typographic. */
  next(text: string): string {
    let end = 0;
    const set = text.replace(TYPED, (typed: string, at: number) => {
      if (at > end) this.#before = text.charAt(at - 1);
      end = at + typed.length;
      const sign = SIGNS[typed] ?? this.#quote(typed, text.slice(at, at + 7));
      this.#before = sign.at(-1) ?? '';
      return sign;
    });
    if (text.length > end) this.#before = text.charAt(text.length - 1);
    return this.#signs.spacesSigns ? withFirmSpaces(set) : set;
  }

  /** A quotation mark as it is set here; among letters of scripts without spaces before it, every other one opens. */
  #quote(typed: string, text: string): string {
    const [open, close, innerOpen, innerClose] = this.#signs.quotes;
    const isAfterClosing = close.endsWith(this.#before) || innerClose.endsWith(this.#before);
    const isTight = TIGHT.test(this.#before);
    const opens = isTight
      ? !(typed === '"' ? this.#isOpen : this.#isInnerOpen)
      : this.#before === '' || (!isAfterClosing && opensAfter(this.#before));
    if (typed === '"') {
      this.#isOpen = opens;
      return opens ? open : close;
    }
    if (opens && !ELISION.test(text)) {
      this.#isInnerOpen = true;
      return innerOpen;
    }
    if (!this.#isInnerOpen || (!isTight && /^'\p{L}/u.test(text))) return '’';
    this.#isInnerOpen = false;
    return innerClose;
  }
}

/** A text whose spaces before `;:!?»` and after `«` do not break: narrow ones, a full one at a colon. */
export function withFirmSpaces(text: string): string {
  return text
    .replace(/ (?=[;!?])/g, '\u202f')
    .replace(/ (?=[:»])/g, '\u00a0')
    .replace(/(?<=«) /g, '\u00a0');
}

/** What a keyboard has for signs that it lacks. */
const TYPED = /---?|\.{3}|["']/g;

const SIGNS: Readonly<Record<string, string>> = { '---': '—', '--': '–', '...': '…' };

/** ’90s and ’tis are elisions, not quotations. */
const ELISION = /^'(?:\d\ds?\b|(?:tis|twas|til|em|cause|bout)\b(?!'))/i;

/** Letters and marks of scripts that set no space before a quotation mark, or write short words in one with what follows. */
const TIGHT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Arabic}ـ\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}，。、；：！？》」』】）…]/u;

/** Whether a quotation mark after this character opens. */
function opensAfter(before: string): boolean {
  return /[\s([{—–“‘„‚«‹/\u00a0（［｛《「『【]/.test(before);
}

/**
 * Words that stand between quotation marks: their own marks become inner ones, and what was within them
 * outer ones. Inner marks that stand alone are right already.
 */
export function quoted(words: string, quotes: Signs['quotes']): string {
  const [open, close, innerOpen, innerClose] = quotes.map((sign) => sign.replace(' ', '\u00a0'));
  // English has one sign for an apostrophe and an inner mark that closes
  const end = innerClose === '’' ? '’(?!\\p{L})' : innerClose;
  const inner = `${innerOpen}([^${innerOpen}${innerClose}]*)${end}`;
  const [opening, closing] = quotes.map((sign) => sign.replace(/\s/, '\\s?'));
  let isWithin = false;
  return words.replace(
    new RegExp(`${inner}|(${opening})|${closing}`, 'gu'),
    (found: string, within: string | undefined, opens: string | undefined) => {
      if (within !== undefined) return isWithin ? `${open}${within}${close}` : found;
      isWithin = opens !== undefined;
      return `${isWithin ? innerOpen : innerClose}`;
    },
  );
}

/** A text that stands alone, made typographic. */
export function typographic(text: string, signs = ENGLISH_SIGNS): string {
  return new Typographer(signs).next(text);
}
