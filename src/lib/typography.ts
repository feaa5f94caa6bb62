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
    let out = '';
    for (let i = 0; i < text.length; i += 1) {
      const char = text.charAt(i);
      const rest = text.slice(i);
      let set = char;
      if (rest.startsWith('---')) {
        set = '—';
        i += 2;
      } else if (rest.startsWith('--')) {
        set = '–';
        i += 1;
      } else if (rest.startsWith('...')) {
        set = '…';
        i += 2;
      } else if (char === '"') {
        set = opens(this.#before) ? '“' : '”';
      } else if (char === "'") {
        // ’90s and ’tis are elisions, not quotations
        const elision = /^'(?:\d\ds?\b|tis\b|twas\b)/i.test(rest);
        set = opens(this.#before) && !elision ? '‘' : '’';
      }
      out += set;
      this.#before = set;
    }
    return out;
  }
}

/** Whether a quotation mark after this character opens. */
function opens(before: string): boolean {
  return before === '' || /[\s([{—–“‘/\u00a0]/.test(before);
}

/** A text that stands alone, made typographic. */
export function typographic(text: string): string {
  return new Typographer().next(text);
}
