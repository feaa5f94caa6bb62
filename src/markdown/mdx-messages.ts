import type { VFileMessage } from 'vfile-message';
import { fileProblem, type Problem } from '../record/problem.ts';
import { foreignBraces, formulaBraces } from './foreign-braces.ts';
import { insteadOf, isTagName } from './html.ts';
import { offsetOf } from './recover.ts';

type Place = Pick<Problem, 'line' | 'column'>;

/** What is said, and where, if that is not where the parser stopped. */
interface Words {
  message: string;
  fix: string;
  line?: number | undefined;
  column?: number | undefined;
}

/** Why MDX cannot be read, in words for writers. */
export function syntaxProblem(error: VFileMessage, body: string, file: string): Problem {
  const at = { line: error.line ?? 1, column: error.column ?? 1 };
  const {
    message,
    fix,
    line = at.line,
    column = at.column,
  } = openQuote(body, at.line) ??
  tags(error.reason, body, at) ??
  signs(error.reason, body, at) ??
  code(error.reason, body, at.line, at.column) ??
  unknown(error.reason);
  return fileProblem(file, { code: 'mdx', line, column, message, fix });
}

/** A tag with a quotation mark that its line does not close, at or above the place of an error. */
function openQuote(body: string, last: number): Words | undefined {
  const lines = body.split('\n').slice(0, last);
  for (const [i, line] of [...lines.entries()].reverse()) {
    const [tag] =
      /<[A-Za-z][\w.]*(?:\s+[\w-]+(?:="[^"]*"|='[^']*'|=\{[^}]*\})?)*\s+[\w-]+=(?:"[^"]*|'[^']*)$/.exec(
        line,
      ) ?? [];
    if (tag === undefined) continue;
    return {
      line: i + 1,
      column: line.length - tag.length + tag.search(/=["'][^"']*$/) + 2,
      message: 'A quotation mark of this tag is never closed.',
      fix: 'Close it before the tag ends.',
    };
  }
  return undefined;
}

/** Tags that do not open or close as they should. */
function tags(reason: string, body: string, { line: at, column: stop }: Place): Words | undefined {
  const open =
    /^Expected a closing tag for `<([^`>]*)>` \((\d+):(\d+)[^)]*\)( before the end of `paragraph`)?/.exec(
      reason,
    );
  if (open) {
    const [, name = '', line, column, inParagraph] = open;
    const place = { line: Number(line), column: Number(column) };
    const rest = body
      .split('\n')
      .slice(place.line - 1)
      .join('\n');
    if (inParagraph && rest.includes(`</${name}>`)) return { ...place, ...apart(name) };
    if (name === '') {
      return {
        ...place,
        message: '"<>" begins nothing here.',
        fix: 'Write "\\<>" for the signs, or remove them.',
      };
    }
    const instead = insteadOf(name);
    const fix = /^(?:br|wbr)$/.test(name)
      ? `Write <${name} />.`
      : (instead ??
        (isTagName(name)
          ? `Write </${name}> where it ends, or "/>" at its own end.`
          : 'Write "\\<" for the sign: no tag has this name.'));
    return { ...place, message: `The tag <${name}> is never closed.`, fix };
  }
  const wrong =
    /^Unexpected closing tag `<\/([^`>]*)>`, expected corresponding closing tag for `<([^`>]*)>` \((\d+)/.exec(
      reason,
    );
  if (wrong) {
    const [, name, expected, line] = wrong;
    return {
      message: `</${name}> stands where the <${expected}> of line ${line} is to be closed.`,
      fix: `Write </${expected}>, or remove one of the two.`,
    };
  }
  const late = /^Expected the closing tag `<\/([^`>]*)>` either after/.exec(reason);
  if (late) return apart(late[1] ?? '');
  if (/^Unexpected closing slash `\/` in tag, expected an open tag first/.test(reason)) {
    const written = body.split('\n')[at - 1] ?? '';
    const column = written.lastIndexOf('<', stop - 1) + 1;
    const [name] = /^<[^>]*>/.exec(written.slice(column - 1)) ?? ['This tag'];
    if (/^<\/w?br>$/.test(name)) {
      return {
        column,
        message: `${name} closes nothing.`,
        fix: `Write ${name.replace('/', '').replace('>', ' />')}.`,
      };
    }
    return {
      column,
      message: `${name} closes nothing.`,
      fix: 'Remove it, or open the tag before it.',
    };
  }
  return undefined;
}

function apart(name: string): Words {
  return {
    message: `<${name}> begins within a paragraph and ends outside of it, or the other way round.`,
    fix: 'Put both of its tags on lines of their own, with an empty line before and after.',
  };
}

/** Signs of the text that are taken for tags and braces. */
function signs(reason: string, body: string, at: Place): Words | undefined {
  if (/to create a comment in MDX/.test(reason)) {
    return { message: '"<!" begins nothing here.', fix: 'Write a comment as {/* … */}.' };
  }
  if (/to create a link in MDX|^Unexpected character `@`/.test(reason)) {
    return {
      message: 'An address between "<" and ">" is taken for a tag.',
      fix: 'Write it without them, or as [words](address).',
    };
  }
  const [, first] = /^Unexpected character `(.+?)` \(U\+\w+\) before name/.exec(reason) ?? [];
  if (first === '%' || first === '?') {
    return {
      message: `"<${first}" begins what a program runs, and nothing runs here.`,
      fix: 'Write out what it stood for; "\\<" for the sign.',
    };
  }
  if (first !== undefined) {
    return {
      message: `"<" begins a tag, and no tag begins with "${first}".`,
      fix: 'Write "\\<" for the sign, or say it in words.',
    };
  }
  const [, value] =
    /^Unexpected character `(.+?)` \(U\+\w+\) before attribute value/.exec(reason) ?? [];
  if (value !== undefined) {
    return /[“”„‘’]/.test(value)
      ? { message: 'Here is a curly quotation mark.', fix: 'Write a straight one: ".' }
      : {
          message: 'The value of a prop is not in quotes.',
          fix: value === '[' ? 'Put the list in braces: name={[…]}.' : 'Write name="value".',
        };
  }
  const [, within] =
    /^Unexpected character `(.+?)` \(U\+\w+\) (?:in|before|after) /.exec(reason) ?? [];
  const line = body.split('\n')[at.line - 1] ?? '';
  if (within === '"' && /\w:$/.test(line.slice(0, at.column - 1))) {
    return {
      message: 'A colon stands between the name of a prop and its value.',
      fix: 'Write name="value".',
    };
  }
  if (within === '\\' && line.charAt(at.column) === '"') {
    return {
      message: 'A backslash hides no quotation mark here.',
      fix: "Write name='…' around the value, without backslashes.",
    };
  }
  if (within === '"' || within === "'") {
    return {
      message: 'A quotation mark within the value ends it.',
      fix:
        within === '"'
          ? "Write name='…' around it, or “ and ” within."
          : 'Write name="…" around it.',
    };
  }
  if (within !== undefined) {
    const stop = offsetOf(body, at.line, at.column);
    const start = body.lastIndexOf('<', stop - 1);
    const tag = placeAt(body, start);
    return within === '<' || body.slice(start, stop).includes('\n\n')
      ? {
          ...tag,
          message: 'The tag that begins here has no end.',
          fix: 'Write "\\<" if it is no tag; else end it with ">" or "/>".',
        }
      : {
          ...tag,
          message: `The tag that begins here has a "${within}" in it.`,
          fix: 'Write "\\<" if it is no tag; else remove that sign.',
        };
  }
  return undefined;
}

/** Braces and paragraphs that are code to MDX. */
function code(reason: string, body: string, at: number, column: number): Words | undefined {
  if (/corresponding closing brace/.test(reason)) {
    const open = openBrace(body);
    if (body.startsWith('{/*', open)) {
      return {
        ...placeAt(body, open),
        message: 'The comment that begins here is never closed.',
        fix: 'Write "*/}" where it ends.',
      };
    }
    return {
      ...placeAt(body, open),
      message: 'The "{" here is never closed.',
      fix: 'Write "\\{" for a brace of the text.',
    };
  }
  if (/^Unexpected end of file/.test(reason)) {
    return {
      ...placeAt(body, body.lastIndexOf('<')),
      message: 'The tag that begins here has no end.',
      fix: 'End it with ">" or "/>".',
    };
  }
  if (/parse import\/exports/.test(reason)) {
    const lines = body.split('\n').slice(0, at);
    const line = lines.findLastIndex((text) => /^(?:import|export)\b/.test(text));
    const [word = 'import'] = /^\w+/.exec(lines[line] ?? '') ?? [];
    return {
      ...(line !== -1 && { line: line + 1, column: 1 }),
      message: `A paragraph that begins with "${word}" is code to MDX.`,
      fix: 'Begin it with another word.',
    };
  }
  if (/parse expression/.test(reason)) {
    const foreign = foreignBrace(body, at, column);
    if (foreign) return foreign;
    const line = body.split('\n')[at - 1] ?? '';
    const before = line.slice(0, column - 1);
    const [, number] = /:\s*(\d+,\d+)\s*$/.exec(before) ?? [];
    if (number !== undefined) {
      return {
        message: `The comma in "${number}" ends the value.`,
        fix: `Write "${number.replace(',', '.')}".`,
      };
    }
    for (const { 0: date, index } of line.matchAll(/(?<=[:[,]\s*)\d{4}-\d\d(?:-\d\d)?/g)) {
      if (index < column && column <= index + date.length + 1)
        return { message: `"${date}" is no number.`, fix: `Write "${date}", in quotes.` };
    }
    const [, name] = /^([\w-]+)\s*:/.exec(line.slice(column - 1)) ?? [];
    if (name !== undefined && /["'\d\]}]\s+$/.test(before)) {
      return { message: `A comma is missing before "${name}".`, fix: 'Write it.' };
    }
    return {
      message: 'What stands between braces here cannot be read.',
      fix: 'Check its brackets, commas and quotation marks; write "\\{" for a brace of the text.',
    };
  }
  return undefined;
}

/** What begins at or just before a place, if it is another program's. */
function foreignBrace(body: string, at: number, column: number): Words | undefined {
  const line = body.split('\n')[at - 1] ?? '';
  const start = line.lastIndexOf('{', column - 1);
  const formula = formulaBraces(line.slice(0, Math.max(0, start)));
  if (formula) return { line: at, column: start + 1, ...formula };
  for (const begin of [start - 1, start]) {
    const words = begin < 0 ? undefined : foreignBraces(line.slice(begin));
    if (words) return { line: at, column: begin + 1, ...words };
  }
  return undefined;
}

/** The first brace that no other closes. */
function openBrace(body: string): number {
  const open: number[] = [];
  for (const { 0: brace, index } of body.matchAll(/(?<!\\)[{}]/g)) {
    if (brace === '{') open.push(index);
    else open.pop();
  }
  return open[0] ?? -1;
}

function placeAt(body: string, offset: number): Pick<Words, 'line' | 'column'> {
  if (offset === -1) return {};
  const before = body.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function unknown(reason: string): Words {
  const first = (reason.split('\n')[0] ?? reason).replace(/[,.:;]+$/, '');
  return {
    message: `The text cannot be read as MDX: ${first.charAt(0).toLowerCase()}${first.slice(1)}.`,
    fix: 'Close every tag, and write "{" and "<" of ordinary text as "\\{" and "\\<".',
  };
}
