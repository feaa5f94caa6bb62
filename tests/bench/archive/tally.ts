import { Parser } from 'htmlparser2';
import MarkdownIt from 'markdown-it';

/*
 * What a post holds, counted with markdown-it and htmlparser2: nothing here is of the engine or of
 * the parsers that it uses.
 */

/** How often each word, link, picture and block of code is there. */
export interface Tally {
  words: Map<string, number>;
  links: Map<string, number>;
  pictures: Map<string, number>;
  code: Map<string, number>;
}

export type Kind = keyof Tally;

/** Bare addresses are words here: where one ends, programs do not agree. */
const markdown = new MarkdownIt({ html: true });

/** What the source of a post holds. */
export function tallyMarkdown(body: string): Tally {
  const notes = new Set(Array.from(body.matchAll(/^\[(\^[^\]\n]+)\]:/gm), ([, name]) => name));
  const lines = body
    .replace(/^\{%-? *(?:end)?(?:highlight|codeblock)\b[^%\n]*%\}[ \t]*$/gm, '~~~~')
    .split('\n');
  let fence = '';
  let isWithin = false;
  const plain = lines.map((whole) => {
    if (fence === '' && /^\S/.test(whole)) isWithin = /^(?::[ \t]|\[\^[^\]\n]+\]:)/.test(whole);
    const line = fromMargin(whole, isWithin);
    const [, sign = ''] = /^[ \t>]*(`{3,}|~{3,})/.exec(line) ?? [];
    if (sign !== '' && fence === '') fence = sign;
    else if (sign.startsWith(fence)) fence = '';
    return fence === '' ? withoutMarks(line, notes) : line;
  });
  return tallyHtml(markdown.render(plain.join('\n')));
}

/** A line of a note or a definition, which CommonMark knows neither of, at the margin. */
function fromMargin(line: string, isWithin: boolean): string {
  return isWithin ? line.replace(/^(?: {4}|\t|:[ \t]{1,3}(?=\S)|\[\^[^\]\n]+\]:[ \t]*)/, '') : line;
}

/** A line without what a page shows by a sign of its own: notes, ids, the kind of an alert, ticks, emoji. */
function withoutMarks(line: string, notes: ReadonlySet<string | undefined>): string {
  return line
    .replace(/\[(\^[^\]\n]+)\]:?/g, (mark, name) => (notes.has(name) ? '' : mark))
    .replace(/[ \t]*\{#[^{}\n]+\}[ \t]*$/, '')
    .replace(/^(>[ \t]*)+\[!\w+\]/, '$1')
    .replace(/^([ \t>]*(?:[-*+]|\d+[.)])[ \t]+)\[[xX]\](?=[ \t])/, '$1')
    .replace(/(?<![\w:]):(?!https?:)[a-z_+\d-]+:(?![\w:])/g, '');
}

/** Tags between which nothing is for readers. */
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'svg', 'iframe', 'object']);

/**
 * What HTML holds.
 * @param within a class: what stands in its elements alone
 */
export function tallyHtml(html: string, within?: string): Tally {
  const tally: Tally = { words: new Map(), links: new Map(), pictures: new Map(), code: new Map() };
  let silent = 0;
  let inside = within === undefined ? 1 : 0;
  let code: string | undefined;
  let text = '';
  const parser = new Parser({
    onopentag(name, attributes) {
      if (inside > 0 || attributes.class?.split(' ').includes(within ?? '')) {
        if (!VOID.has(name)) inside += 1;
      }
      if (inside === 0) return;
      if (SILENT.has(name)) silent += 1;
      if (!INLINE.has(name) || /\b(?:note-mark|citation)\b/.test(attributes.class ?? ''))
        text += ' ';
      if (name === 'pre') code = '';
      if (name === 'a' && attributes.href && !isOurs(attributes)) {
        const key = address(attributes.href);
        add(tally.links, key);
        // a picture at a remote address is a link on the page
        if (within !== undefined && key !== OWN) add(tally.pictures, key);
      }
      if (name === 'img') add(tally.pictures, address(attributes.src ?? ''));
    },
    ontext(words) {
      if (inside === 0 || silent > 0) return;
      text += words;
      if (code !== undefined) code += words;
    },
    onclosetag(name) {
      if (inside === 0) return;
      if (SILENT.has(name)) silent -= 1;
      if (!INLINE.has(name)) text += ' ';
      if (name === 'pre' && code !== undefined) {
        add(tally.code, code.replace(/\s+/g, ' ').trim());
        code = undefined;
      }
      if (!VOID.has(name)) inside -= 1;
    },
  });
  parser.end(html);
  for (const [word] of text.normalize('NFC').toLowerCase().matchAll(WORD)) add(tally.words, word);
  return tally;
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
);
/** A run of letters and digits; each sign of scripts that part no words. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+/gu;

const OWN = 'own';

/** A link that a page adds by itself: to a paragraph, to a note and back. */
function isOurs({ class: names = '', href = '' }: Record<string, string>): boolean {
  return /\b(?:para|back)\b/.test(names) || /^#fn/.test(href);
}

/** An address on the web as it is compared; of the archive's own what counts is that it is there. */
function address(href: string): string {
  if (!/^https?:/i.test(href)) return OWN;
  try {
    return decodeURI(new URL(href).href).replace(/\/$/, '');
  } catch {
    return href;
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Of what one tally has, how much another has too, and what it lacks. */
export function compare(
  source: ReadonlyMap<string, number>,
  page: ReadonlyMap<string, number>,
): { all: number; lost: string[] } {
  let all = 0;
  const lost: string[] = [];
  for (const [key, times] of source) {
    all += times;
    for (let n = page.get(key) ?? 0; n < times; n += 1) lost.push(key);
  }
  return { all, lost };
}
