import type { List, ListItem } from 'mdast';
import { placeOf } from '../markdown/scope.ts';
import type { Finding, Markdown } from './model.ts';
import { placeInBody } from './place.ts';

/** Lists that are read otherwise than they look. */
export function* checkListItems({ all, body }: Markdown): Generator<Finding> {
  for (const list of all('list')) {
    yield* year(list);
    yield* flat(list);
    for (const item of list.children) yield* unspaced(item, body);
  }
}

/** A sentence that begins with a year and a full stop is the list's 2018th item. */
function* year({ start, children, position }: List): Generator<Finding> {
  const [item] = children;
  if (typeof start !== 'number' || start < 100 || children.length > 1 || !item) return;
  const sign = `${start}.`;
  yield {
    code: 'list-number',
    severity: 'warning',
    ...placeOf({ position }),
    message: `The line begins with "${sign}", which makes it an item of a list.`,
    fix: `Write "${start}\\.".`,
    repair: { old: sign, new: `${start}\\.` },
  };
}

/** An item that is indented, but not far enough to lie within the one above. */
function* flat({ ordered, children }: List): Generator<Finding> {
  for (const [i, item] of children.entries()) {
    const above = children[i - 1]?.position?.start.column;
    const column = item.position?.start.column ?? 1;
    if (above === undefined || column <= above) continue;
    const within = ordered ? 3 : 2;
    yield {
      code: 'list-indent',
      severity: 'warning',
      ...placeOf(item),
      message: 'The item is indented, but not far enough to lie within the one above it.',
      fix: `Indent it by ${within} spaces, or by none.`,
    };
    return;
  }
}

/** A line below an item that begins as it does, without the space that makes it one. */
function* unspaced({ position }: ListItem, body: string): Generator<Finding> {
  const start = position?.start.offset ?? 0;
  const indent = ' '.repeat((position?.start.column ?? 1) - 1);
  const written = body.slice(start, position?.end.offset);
  for (const { 1: dash, 2: sign = dash ?? '', index } of written.matchAll(
    /(?<=\n)[ \t]*(?:([-+])(?=\p{L})|(\*)(?=\p{L}[^*\n]*$))/gmu,
  )) {
    if (!written.startsWith(`${sign} `) || !written.startsWith(`${indent}${sign}`, index)) continue;
    yield {
      code: 'mark-list',
      severity: 'warning',
      ...placeInBody(body, start + index),
      message: 'This line is not read as an item, so it would run on from the one above.',
      fix: `Write a space after its "${sign}".`,
    };
  }
}
