import type { Code, Heading, Paragraph, Parent, Table, TableCell } from 'mdast';
import { placeOf } from '../markdown/scope.ts';
import type { Finding, Markdown, Verdict } from './model.ts';
import { placeInBody } from './place.ts';

type Rule = Verdict & { pattern: RegExp };

/** Marks that readers would see as they stand. (`[sic] (see above)`, `2**3` and `#1` are words.) */
const RULES: readonly Rule[] = [
  {
    code: 'mark-link',
    pattern: /(?<!\\)!?\[[^[\]\n]{0,300}(?<!\\)\](?:\(| \((?=https?:|mailto:|\.{0,2}\/|#))/g,
    message: 'This is not read as a link, so readers would see its brackets.',
    fix: 'Write [words](address), with no space between the two or in the address (%20 stands for one).',
  },
  {
    code: 'mark-link',
    pattern: /\([^()\n]{1,300}\)\[(?=https?:|mailto:|\.{0,2}\/)/g,
    message: 'The brackets of this link are the wrong way round.',
    fix: 'Write [words](address).',
  },
  {
    code: 'mark-table',
    /** @example |---|:-:|, or |---| alone on its line */
    pattern:
      /^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$|^[ \t]*\|[ \t]*:?-{2,}:?[ \t]*\|[ \t]*$/gm,
    message: 'The rows here are not read as a table.',
    fix: 'Give the line of dashes as many cells as the row above it, and the table an empty line before it.',
  },
  {
    code: 'mark-bold',
    severity: 'warning',
    pattern: /(?<![\\*\p{L}\p{N}])\*\*(?=[^\s*])|(?<=[^\s\\*])\*\*(?![*\p{L}\p{N}])/gu,
    message: 'Readers would see "**" as it stands.',
    fix: 'Write **words**, without spaces within; "\\*" for the sign itself.',
  },
  {
    code: 'mark-heading',
    severity: 'warning',
    pattern: /^#{2,6}(?=[^\s#])|^#{7,}/gm,
    message: 'This is not read as a heading, so readers would see the "#".',
    fix: 'Write two to six "#", and a space after them.',
  },
];

/** Markdown that is not read as it was meant, or that takes what follows with it. */
export function* checkUnparsed({ all, body }: Markdown): Generator<Finding> {
  for (const node of [...all('paragraph'), ...all('heading'), ...all('tableCell')]) {
    yield* judgeWords(node, body);
  }
  for (const node of all('code')) yield* openFence(node, body);
  for (const table of all('table')) yield* lostCells(table);
  for (const heading of all('heading')) yield* underlined(heading, body);
}

/** Words as they were written: what is escaped is meant. */
function* judgeWords(node: Paragraph | Heading | TableCell, body: string): Generator<Finding> {
  const start = node.position?.start.offset ?? 0;
  const written = body.slice(start, node.position?.end.offset);
  if (!/\*\*|\]|##|--/.test(written)) return;
  const words = withoutRead(node, written, start);
  for (const { pattern, ...rule } of RULES) {
    if (node.type !== 'paragraph' && pattern.multiline) continue;
    for (const { index } of words.matchAll(pattern)) {
      yield { ...rule, ...placeInBody(body, start + index) };
    }
  }
}

/** What of a text was read as marks, replaced by letters, so that only what was not is left. */
function withoutRead(node: Parent, written: string, start: number): string {
  let words = written;
  const hide = (from: number | undefined, to: number | undefined): void => {
    if (from === undefined || to === undefined) return;
    const hidden = words.slice(from - start, to - start).replace(/\S/g, 'x');
    words = words.slice(0, from - start) + hidden + words.slice(to - start);
  };
  for (const child of node.children) {
    const [from, to] = [child.position?.start.offset, child.position?.end.offset];
    if (child.type === 'strong' || child.type === 'emphasis' || child.type === 'delete') {
      hide(from, child.children[0]?.position?.start.offset ?? to);
      hide(child.children.at(-1)?.position?.end.offset ?? from, to);
      words = withoutRead(child, words, start);
    } else if (child.type !== 'text' && !(child.type === 'link' && isBare(words, from, start))) {
      hide(from, to);
    }
  }
  return words;
}

/** An address that is a link without brackets. */
function isBare(words: string, from: number | undefined, start: number): boolean {
  return from !== undefined && words[from - start] !== '[';
}

function* openFence(node: Code, body: string): Generator<Finding> {
  const written = body.slice(node.position?.start.offset, node.position?.end.offset);
  const [fence] = /^(?:`{3,}|~{3,})/.exec(written) ?? [];
  const last = written.slice(written.lastIndexOf('\n') + 1).replace(/^[>\s]+|\s+$/g, '');
  if (fence === undefined || (written.includes('\n') && last.startsWith(fence))) return;
  yield {
    code: 'fence-open',
    ...placeOf(node),
    message: 'The code that begins here is never closed, so all that follows is part of it.',
    fix: `Write a line "${fence}" where it ends.`,
  };
}

function* lostCells({ children: [head, ...rows] }: Table): Generator<Finding> {
  const columns = head?.children.length ?? 0;
  for (const row of rows) {
    if (row.children.length <= columns) continue;
    yield {
      code: 'table-cells',
      ...placeOf(row),
      message: `The row has ${row.children.length} cells and the first row ${columns}; readers would not see the rest.`,
      fix: 'Add a cell to the first row, or write "\\|" for a bar of the text.',
    };
  }
}

/** A paragraph that dashes below it make a heading. */
function* underlined(heading: Heading, body: string): Generator<Finding> {
  const written = body.slice(heading.position?.start.offset, heading.position?.end.offset);
  const words = written.slice(0, written.lastIndexOf('\n')).trim();
  const isSentence = words.includes('\n') || /[.!?]["”’)]?$/.test(words);
  if (heading.depth !== 2 || /^#/.test(written) || !isSentence) return;
  yield {
    code: 'heading-underlined',
    severity: 'warning',
    ...placeOf(heading),
    message: 'The line of dashes below makes a heading of this text.',
    fix: 'Put an empty line before the dashes; write a heading as "## …".',
  };
}
