/**
 * Typographic punctuation: curly quotes, dashes, the ellipsis. Works along a text that arrives in
 * pieces (a sentence with emphasis and links), since a quote opens or closes by what stands before.
 */
export class Typographer {
  #before = '';
  #isOpen = false;

  /** Forget what came before: a new block begins. */
  reset(): void {
    this.#before = '';
    this.#isOpen = false;
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
      this.#before = SIGNS[typed] ?? this.#quote(typed, text.slice(at, at + 7));
      return this.#before;
    });
    if (text.length > end) this.#before = text.charAt(text.length - 1);
    return set;
  }

  /** A quotation mark as it is set here; among letters without spaces, every other one opens. */
  #quote(typed: string, text: string): string {
    const opens = CJK.test(this.#before) ? !this.#isOpen : opensAfter(this.#before);
    if (typed === '"') {
      this.#isOpen = opens;
      return opens ? '“' : '”';
    }
    return opens && !ELISION.test(text) ? '‘' : '’';
  }
}

/** What a keyboard has for signs that it lacks. */
const TYPED = /---?|\.{3}|["']/g;

const SIGNS: Readonly<Record<string, string>> = { '---': '—', '--': '–', '...': '…' };

/** ’90s and ’tis are elisions, not quotations. */
const ELISION = /^'(?:\d\ds?\b|(?:tis|twas|til|em|cause|bout)\b(?!'))/i;

/** Letters and marks of scripts that set no space before a quotation mark. */
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：！？》」』】）…]/u;

/** Whether a quotation mark after this character opens. */
function opensAfter(before: string): boolean {
  return before === '' || /[\s([{—–“‘/\u00a0（［｛《「『【]/.test(before);
}

/** A text that stands alone, made typographic. */
export function typographic(text: string): string {
  return new Typographer().next(text);
}
