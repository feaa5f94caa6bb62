import { distance } from 'fastest-levenshtein';
import { nearest } from '../lib/text.ts';
import { frontmatterSchema } from '../record/frontmatter.ts';
import type { Mistake } from './yaml-messages.ts';

/** A line that is neither a field nor an item of a list. */
export function lineMistake(line: string, code: string, offset: number): Mistake | undefined {
  const [, item] = /^[ \t]*\* (.*)$/.exec(line) ?? [];
  if (code === 'BAD_ALIAS' && item !== undefined) {
    return { offset, what: 'an item of a list begins with "- "', fix: `Write "- ${item}".` };
  }
  const isKey = code === 'NON_STRING_KEY';
  if (!isKey && !/^(?:MISSING_CHAR|MULTILINE_IMPLICIT_KEY|UNEXPECTED_TOKEN)$/.test(code))
    return undefined;
  if (!isKey && /:(?:\s|$)/.test(line)) return undefined;
  const [, name, value] = /^\s*(?:- )?([\w.-]+):(\S.*)$/.exec(line) ?? [];
  if (name !== undefined && value !== undefined) {
    const fix = `Write "${name}: ${value.trim()}".`;
    return { offset, what: 'no space follows the colon', fix };
  }
  const [, dashed] = /^[ \t]*-(\S.*)$/.exec(line) ?? [];
  if (dashed !== undefined) {
    const what = 'an item of a list begins with "- "';
    return { offset, what, fix: `Write "- ${dashed.trim()}".` };
  }
  const what = 'the line is no field';
  const meant = fieldOf(line);
  return meant
    ? { offset, what, fix: `Write "${meant.text}".`, line: meant.name }
    : { offset, what, fix: 'Write it as "name: value".', line: '' };
}

/** A line of a text that ">" or "|" begins, which stands at the margin. */
export function unindented(text: string, start: number, end: number): Mistake | undefined {
  const line = text.slice(start, end);
  const [, name, sign, lines = ''] =
    /(?:^|\n)([\w.-]+):[ \t]*([>|])[-+\d]*[ \t]*\n+((?:(?!\s|[\w.-]+:(?:\s|$))[^\n]*\n)*)$/.exec(
      text.slice(0, start),
    ) ?? [];
  if (name === undefined || /^(?:\s|[\w.-]+:(?:\s|$))/.test(line)) return undefined;
  const what = `the text below the "${sign}" is not indented`;
  return {
    offset: start - lines.length,
    what,
    fix: 'Begin each of its lines with two spaces.',
    line: name,
  };
}

/** Items that were written behind the name of their field: `tags: - china - banks`. */
export function listOnLine(name: string, value: string): Pick<Mistake, 'what' | 'fix'> | undefined {
  if (!/^(?:tags|authors|aliases)$/.test(name)) return undefined;
  const items = value.split(/(?:^|\s+)-\s+/).filter((item) => item !== '');
  return {
    what: 'a list with "- " begins below the name of its field',
    fix: `Write "${name}: [${items.join(', ')}]".`,
  };
}

/** What a bracket holds, where it goes on at the margin and is closed there. */
export function atMargin(text: string, open: number): Mistake | undefined {
  const isClosed =
    text[open] === '{'
      ? /^[^\n}]*(?:\n[^\n{}]*)*\n[^\n{}]*\}[ \t]*(?:\n|$)/
      : /^[^\n\]]*(?:\n[^\n:[\]]*)*\n[^\n:[\]]*\][ \t]*(?:\n|$)/;
  if (!isClosed.test(text.slice(open))) return undefined;
  return {
    offset: text.indexOf('\n', open) + 1,
    what: 'what stands between brackets goes on at the margin',
    fix: 'Indent its lines by two spaces.',
  };
}

/**
 * The field that a line was to be.
 * @example title = Words, descripton Words, **title**: Words
 */
function fieldOf(line: string): { name: string; text: string } | undefined {
  const [, word = '', value = ''] =
    /^[*`_]*([A-Za-z]\w*)[*`_]*\s*[=:]?[*`_]*\s+(\S.*)$/.exec(line) ?? [];
  const name = nearest(word, Object.keys(frontmatterSchema.shape), distance);
  return name === undefined ? undefined : { name, text: `${name}: ${value.trim()}` };
}
