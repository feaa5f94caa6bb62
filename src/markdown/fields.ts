import { isDeepStrictEqual } from 'node:util';
import { parseSource } from './source.ts';

/**
 * An article's file with a docket number in its frontmatter: after the dates, where writers put it.
 * Nothing else of the file changes, its line ends included.
 * @returns undefined when the frontmatter is written in a way in which that cannot be done
 */
export function withNumber(source: string, number: string): string | undefined {
  const numbered = insert(source, number);
  const meant = { ...fieldsOf(source), number };
  return isDeepStrictEqual(fieldsOf(numbered), meant) ? numbered : undefined;
}

/** What a file's frontmatter says; undefined when it cannot be read. */
function fieldsOf(source: string): object | undefined {
  const { data, problems } = parseSource(source, '').frontmatter;
  if (problems.length > 0) return undefined;
  return typeof data === 'object' && data !== null ? data : undefined;
}

function insert(source: string, number: string): string {
  const [head = ''] = /^\ufeff?---[ \t]*\r?\n[\s\S]*?^---[ \t]*\r?$/m.exec(source) ?? [];
  const newline = head.includes('\r\n') ? '\r\n' : '\n';
  const body = source.slice(head.length);
  const line = `number: ${number}`;
  const empty = /^number:(?:[ \t]*(?:~|null|Null|NULL))?(?=[ \t]*(?:[ \t]#.*)?\r?$)/m;
  if (empty.test(head)) return head.replace(empty, line) + body;
  const after = /^(?:updatedDate|compiled):.*$/m.exec(head) ?? /^pubDate:.*$/m.exec(head);
  if (!after) return head.replace('\n', `\n${line}${newline}`) + body;
  const end = after.index + after[0].replace(/\r$/, '').length;
  return `${head.slice(0, end)}${newline}${line}${head.slice(end)}${body}`;
}
