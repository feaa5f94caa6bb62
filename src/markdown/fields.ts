/**
 * An article's file with a docket number in its frontmatter: after the dates, where writers put it.
 * Nothing else of the file changes, its line ends included.
 */
export function withNumber(source: string, number: string): string {
  const [head = ''] = /^\ufeff?---[ \t]*\r?\n[\s\S]*?^---[ \t]*\r?$/m.exec(source) ?? [];
  const newline = head.includes('\r\n') ? '\r\n' : '\n';
  const body = source.slice(head.length);
  const line = `number: ${number}`;
  const empty = /^number:[ \t]*(?=\r?$)/m;
  if (empty.test(head)) return head.replace(empty, line) + body;
  const after = /^(?:updatedDate|compiled):.*$/m.exec(head) ?? /^pubDate:.*$/m.exec(head);
  if (!after) return head.replace('\n', `\n${line}${newline}`) + body;
  const end = after.index + after[0].replace(/\r$/, '').length;
  return `${head.slice(0, end)}${newline}${line}${head.slice(end)}${body}`;
}
