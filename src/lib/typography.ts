/**
 * Typographic punctuation: curly quotes, dashes, the ellipsis. Works along a text that arrives in
 * pieces (a sentence with emphasis and links), since a quote opens or closes by what stands before.
 */
export class Typographer {
  #before = '';

  /** Forget what came before: a new block begins. */
  reset(): void {
    this.#before = '';
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
      this.#before = SIGNS[typed] ?? quote(typed, this.#before, text.slice(at, at + 6));
      return this.#before;
    });
    if (text.length > end) this.#before = text.charAt(text.length - 1);
    return set;
  }
}

/** What a keyboard has for signs that it lacks. */
const TYPED = /---?|\.{3}|["']/g;

const SIGNS: Readonly<Record<string, string>> = { '---': '—', '--': '–', '...': '…' };

/** A quotation mark as it is set after some character. */
function quote(typed: string, before: string, text: string): string {
  if (typed === '"') return opens(before) ? '“' : '”';
  // ’90s and ’tis are elisions, not quotations
  const elision = /^'(?:\d\ds?\b|tis\b|twas\b)/i.test(text);
  return opens(before) && !elision ? '‘' : '’';
}

/** Whether a quotation mark after this character opens. */
function opens(before: string): boolean {
  return before === '' || /[\s([{—–“‘/\u00a0]/.test(before);
}

/** A text that stands alone, made typographic. */
export function typographic(text: string): string {
  return new Typographer().next(text);
}
