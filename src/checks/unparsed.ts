import type { Code, Heading, Paragraph, Parent, Strong, Table, TableCell } from 'mdast';
import { placeOf } from '../markdown/scope.ts';
import { readWikilink, type WikiTargets } from '../markdown/wikilinks.ts';
import { OTHER_MARKS } from './foreign-marks.ts';
import type { Finding, Markdown } from './model.ts';
import { PASTED_MARKS } from './pasted-marks.ts';
import { placeInBody } from './place.ts';
import { MARKS, type Rule } from './unparsed-marks.ts';

/** Markdown that is not read as it was meant, or that takes what follows with it. */
export function* checkUnparsed({ all, body, wiki, isPlain }: Markdown): Generator<Finding> {
  for (const node of [...all('paragraph'), ...all('heading'), ...all('tableCell')]) {
    for (const finding of judgeWords(node, body, isPlain)) yield withRepair(finding, wiki);
  }
  for (const node of all('code')) {
    yield* openFence(node, body);
    yield* diagram(node);
  }
  for (const table of all('table')) yield* lostCells(table, body);
  for (const heading of all('heading')) yield* underlined(heading, body);
  yield* earlyEnd(body);
  for (const node of all('strong')) yield* withinBold(node);
}

/** What a text must have for a rule to find anything in it. */
const MAY_HAVE_MARKS =
  /\*\*|__|`|~\S|．|、|\]|】|#|--|—|–|（[1一]）|\||==|::|_|\$|\^|%%|\{|<[%?!@# \t]|^h[1-6]\. |":http|<\/?\w+:|!!!|\?\?\?|\n:|''|&|\t|[＃＊｀］＜＞＝－＿｜\uf0a7\uf0b7]|^\s*o[ \t]{2}|\bii[.)]|turn\d|\+\+\p{L}|^Created|^Last edited|\n(?:Tags|Status|URL): |[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|^\s*(?:\d|[•・●○■□◆◇★☆※→▪◦·✓✔➤►▶①]|[-*+]\p{L}|[(（]?[\p{L}\d]{1,2}[.)）])/mu;

/** Whether a rule may find something; in MDX a tag with a prop is read, or stops the text from being read. */
function mayHaveMarks(words: string, isPlain: boolean): boolean {
  return MAY_HAVE_MARKS.test(words) || (isPlain && /=["'“”„]/.test(words));
}

// what was pasted before the signs that are within it
const ALL = [...MARKS, ...PASTED_MARKS, ...OTHER_MARKS];
const RULES = {
  mdx: ALL.filter(({ only }) => only !== 'plain'),
  plain: ALL.filter(({ only }) => only !== 'mdx').map(
    ({ fixInPlain, unlessInMdx: _, say, ...rule }): Rule => ({
      ...rule,
      say: fixInPlain && typeof say === 'object' ? { ...say, fix: fixInPlain } : say,
    }),
  ),
};

/** Words as they were written: what is escaped is meant. */
function* judgeWords(
  node: Paragraph | Heading | TableCell,
  body: string,
  isPlain: boolean,
): Generator<Finding & { words: string }> {
  const start = node.position?.start.offset ?? 0;
  const whole = body.slice(start, node.position?.end.offset);
  const hasId = node.type === 'heading' && node.data?.hProperties?.id !== undefined;
  const written = hasId ? whole.replace(/\{#[^{}]*\}\s*$/, (id) => ' '.repeat(id.length)) : whole;
  // without the signs that make it a heading or a cell
  const [first, last] = [node.children[0]?.position, node.children.at(-1)?.position];
  const [from, to] =
    node.type === 'paragraph'
      ? [0, written.length]
      : [(first?.start.offset ?? start) - start, (last?.end.offset ?? start) - start];
  if (!mayHaveMarks(written.slice(from, to), isPlain)) return;
  let words = withoutRead(node, written, start);
  if (!mayHaveMarks(words.slice(from, to), isPlain)) return;
  const told = new Set<string>();
  for (const { pattern, code, severity, once, say, unlessInMdx } of isPlain
    ? RULES.plain
    : RULES.mdx) {
    if (node.type !== 'paragraph' && pattern.multiline) continue;
    for (const { 0: found, index } of words.matchAll(pattern)) {
      // what one rule has told, no other tells
      words = hidden(words, index, index + found.length);
      const original = body.slice(start + index, start + index + found.length);
      if ((once && told.has(code)) || unlessInMdx?.test(original)) continue;
      told.add(code);
      const said = typeof say === 'function' ? say(original) : say;
      const place = placeInBody(body, start + index);
      yield {
        code,
        ...(severity && { severity }),
        ...said,
        ...place,
        words: original,
      };
    }
  }
}

/** A finding about a wikilink of which it is known what it means can be mended. */
function withRepair(
  { words, ...finding }: Finding & { words: string },
  wiki: WikiTargets = new Map(),
): Finding {
  const link = finding.code === 'mark-wiki' ? readWikilink(words, wiki) : undefined;
  if (!link) return finding;
  const label = link.words.replace(/[\\[\]]/g, '\\$&');
  const repair = { old: words, new: `${link.isPicture ? '!' : ''}[${label}](${link.url})` };
  return { ...finding, fix: `Write ${repair.new}.`, repair };
}

/** What of a text was read as marks, replaced by letters, so that only what was not is left. */
function withoutRead(node: Parent, written: string, start: number): string {
  let words = written;
  const hide = (from: number | undefined, to: number | undefined): void => {
    if (from !== undefined && to !== undefined) words = hidden(words, from - start, to - start);
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

/** A text with letters in place of a part of it. */
function hidden(words: string, from: number, to: number): string {
  return words.slice(0, from) + words.slice(from, to).replace(/\S/g, 'x') + words.slice(to);
}

/** An address that is a link without brackets. */
function isBare(words: string, from: number | undefined, start: number): boolean {
  return from !== undefined && !/[[!]/.test(words[from - start] ?? '');
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

/** Languages of blocks that other programs draw or fill. */
const DRAWN = /^(?:mermaid|plantuml|flowchart|dataview(?:js)?|math|katex|chart)$/i;

function* diagram(node: Code): Generator<Finding> {
  if (!DRAWN.test(node.lang ?? '')) return;
  yield {
    code: 'fence-drawn',
    severity: 'warning',
    ...placeOf(node),
    message: `Nothing draws "${node.lang}" here, so readers would see its source.`,
    fix: 'Show a picture of it, or leave it as code.',
  };
}

function* lostCells({ children: [head, ...rows] }: Table, body: string): Generator<Finding> {
  const columns = head?.children.length ?? 0;
  for (const row of rows) {
    const parted = row.children.find(({ position }) => {
      const cell = body.slice(position?.start.offset, position?.end.offset);
      return (cell.match(/(?<!\\)`/g) ?? []).length % 2 === 1;
    });
    if (parted) {
      yield {
        code: 'table-code',
        ...placeOf(parted),
        message: 'A "|" within code parts two cells here.',
        fix: 'Write it as "\\|".',
      };
    } else if (row.children.length > columns) {
      yield {
        code: 'table-cells',
        ...placeOf(row),
        message: `The row has ${row.children.length} cells and the first row ${columns}; readers would not see the rest.`,
        fix: 'Add a cell to the first row, or write "\\|" for a bar of the text.',
      };
    }
  }
}

/** Whether a line of dashes is as long as the words above it, as one who underlines them draws it. */
function isRuled(written: string): boolean {
  const [words = '', dashes = ''] = written.split('\n').slice(-2);
  return dashes.trim().length >= words.trim().length / 2;
}

/** Bold within bold: the stars of two places pair with each other. */
function* withinBold({ children }: Strong): Generator<Finding> {
  for (const child of children) {
    if (child.type !== 'strong') continue;
    yield {
      code: 'mark-bold',
      severity: 'warning',
      ...placeOf(child),
      message: 'Bold begins within bold here, so other words are bold than it looks.',
      fix: 'Put quotation marks and brackets outside the stars.',
    };
  }
}

/** Fields that begin the text, down to a line of dashes. */
const EARLY_END =
  /^\s*(?=[a-z])(?:(?:[a-z][\w-]*:(?:[ \t][^\n]*)?|[ \t]*- [^\n]*|[ \t]+\S[^\n]*|[ \t]*)\n)+---[ \t]*(?:\n|$)/;

/** A line that ends the frontmatter before its last fields. */
function* earlyEnd(body: string): Generator<Finding> {
  if (!EARLY_END.test(body)) return;
  yield {
    code: 'frontmatter-early',
    severity: 'warning',
    ...placeInBody(body, body.search(/\S/)),
    message: 'The frontmatter ends above these fields, so readers would see them.',
    fix: 'Remove the line "---" above them.',
  };
}

/** A paragraph that dashes below it make a heading. */
function* underlined(heading: Heading, body: string): Generator<Finding> {
  const start = heading.position?.start.offset ?? 0;
  const written = body.slice(start, heading.position?.end.offset);
  if (heading.depth !== 2 || /^#/.test(written)) return;
  const words = written.slice(0, written.lastIndexOf('\n')).trim();
  const warning = { severity: 'warning', ...placeOf(heading) } as const;
  // what begins the text, another rule tells
  if (EARLY_END.test(body) && body.slice(0, start).trim() === '') return;
  if (
    /^[\w-]+:\s/.test(words) &&
    /^-{3,}\s*$/m.test(body.slice(0, start).trimEnd().split('\n').at(-1) ?? '')
  ) {
    yield {
      ...warning,
      code: 'frontmatter-twice',
      message: 'A second frontmatter stands in the text, so readers would see its fields.',
      fix: 'Move the fields to the first, and remove the lines of dashes.',
    };
  } else if (words.includes('\n') || (/[.!]["”’)]?$/.test(words) && !isRuled(written))) {
    yield {
      ...warning,
      code: 'heading-underlined',
      message: 'The line of dashes below makes a heading of this text.',
      fix: 'Put an empty line before the dashes; write a heading as "## …".',
    };
  }
}
