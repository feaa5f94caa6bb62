import { xmlSafe } from '../../lib/xml.ts';

/**
 * Texts that a library which writes XML is not to touch: it takes them for numbers, dates or markup,
 * and puts spaces around them. It is given a stand-in for each, and what it wrote gets the texts.
 */
export class StandIns {
  readonly #texts: string[] = [];

  /** What stands in for a text, as the content or a quoted attribute of an element. */
  of(text: string): string {
    return this.#keep(referenced(text));
  }

  /** The same of words, which some programs take for HTML: what looks like markup stays what it is. */
  words(text: string): string {
    return this.of(text.replace(MARKUP, '$&\u2060'));
  }

  /** What stands in for HTML, as the content of an element. */
  html(html: string): string {
    return this.#keep(`<![CDATA[${xmlSafe(html).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`);
  }

  #keep(xml: string): string {
    this.#texts.push(xml);
    const letters = [...String(this.#texts.length - 1)].map((digit) => LETTERS[Number(digit)]);
    return `~${letters.join('')}~`;
  }

  /** What the library wrote, with the texts. */
  putBack(xml: string): string {
    return xml.replace(/~([a-j]+)~/g, (_, letters: string) => {
      const place = [...letters].map((letter) => LETTERS.indexOf(letter)).join('');
      return this.#texts[Number(place)] ?? '';
    });
  }
}

/** A digit each: without digits nothing is taken for a number or a date. */
const LETTERS = 'abcdefghij';

/**
 * What begins a tag or a reference of HTML, of which some go without a semicolon. It begins none when a word
 * joiner follows, which nobody sees.
 */
const MARKUP = /<(?=[a-z/!?])|&(?=#?\w+;|(?:amp|copy|gt|lt|nbsp|quot|reg)\b)/gi;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&#x26;',
  '<': '&#x3C;',
  '>': '&#x3E;',
  '"': '&#x22;',
};

/**
 * A text with the references that the RSS Advisory Board advises: programs that read markup into
 * `&lt;` leave `&#x3C;` alone.
 */
function referenced(text: string): string {
  return xmlSafe(text).replace(/[&<>"]/g, (sign) => REFERENCES[sign] ?? sign);
}
