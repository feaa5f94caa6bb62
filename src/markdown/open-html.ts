import type { Raw } from 'mdast-util-to-hast';
import { placeOf, type Scope } from './scope.ts';

/* What of the HTML in a text is begun and never ended, and takes with it what follows. */

/** How what is not for readers begins, and what ends it (https://spec.commonmark.org/0.31.2/#html-blocks). */
const HIDES: readonly [begin: string, end: string, is: string][] = [
  ['<!--', '-->', 'comment'],
  ['<![CDATA[', ']]>', 'section'],
  ['<?', '?>', 'instruction'],
  ['<!', '>', 'declaration'],
];

/** Tags whose words look different; a browser ends others where a block ends. */
const CHANGES = new Set(
  'a b code del details em i ins kbd mark pre q s small strong sub sup table u'.split(' '),
);

/** A tag that may never be closed. */
interface Open {
  name: string;
  node: Raw;
  line: number;
}

/** Tells what is never ended. */
export function tellOpenHtml(nodes: readonly Raw[], scope: Scope): void {
  const open: Open[] = [];
  for (const node of nodes) {
    const { value } = node;
    const start = placeOf(node).line;
    const hides = HIDES.find(([begin]) => value.startsWith(begin));
    if (hides) {
      const [, end, is] = hides;
      if (!value.includes(end)) tell(node, start, 'error', `The ${is} that begins here is`, end);
      continue;
    }
    const [cut] = /<\/?[a-z][^<>]*$/i.exec(value) ?? [];
    if (cut !== undefined) {
      const line = start + value.slice(0, value.length - cut.length).split('\n').length - 1;
      tell(node, line, 'error', 'The tag that begins here is', '>');
    }
    for (const { 1: slash, 2: tag = '', 3: own, index } of value.matchAll(
      /<(\/?)([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^'">])*?(\/?)>/gi,
    )) {
      const name = tag.toLowerCase();
      if (!CHANGES.has(name) || own === '/') continue;
      if (slash === '') {
        open.push({ name, node, line: start + value.slice(0, index).split('\n').length - 1 });
      } else {
        const at = open.findLastIndex((one) => one.name === name);
        if (at !== -1) open.splice(at, 1);
      }
    }
  }
  // the same tag twice on a line of one block has one place
  const isSame = (a: Open, b: Open): boolean =>
    a.name === b.name && a.node === b.node && a.line === b.line;
  for (const [i, one] of open.entries()) {
    if (open.findIndex((other) => isSame(one, other)) < i) continue;
    const { length } = open.filter((other) => isSame(one, other));
    const { name, node, line } = one;
    tell(node, line, 'warning', `The tag <${name}> is`, `</${name}>`.repeat(length));
  }

  function tell(node: Raw, line: number, severity: 'error' | 'warning', what: string, end: string) {
    scope.problem(node, {
      code: 'html-open',
      field: '',
      severity,
      line,
      message: `${what} never closed, so what follows is part of it.`,
      fix: `Write "${end}" where it ends.`,
    });
  }
}
