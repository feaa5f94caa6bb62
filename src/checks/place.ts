import type { Text } from 'mdast';
import { placeOf } from '../markdown/scope.ts';
import type { Place } from '../markdown/yaml.ts';

/** Where a character of a text node stands. (Off by the length of an escape before it on its line.) */
export function placeInText(node: Text, index: number): Place {
  const start = placeOf(node);
  const { line, column } = placeInBody(node.value, index);
  return line === 1
    ? { line: start.line, column: start.column + column - 1 }
    : { line: start.line + line - 1, column };
}

/** The line starts of the last text asked about: a text's problems come one after another. */
let last: { text: string; starts: number[] } = { text: '', starts: [0] };

/** Where a character of a whole text stands. */
export function placeInBody(text: string, index: number): Place {
  if (last.text !== text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
      starts.push(at + 1);
    last = { text, starts };
  }
  let line = 0;
  let beyond = last.starts.length;
  while (beyond - line > 1) {
    const middle = (line + beyond) >> 1;
    if ((last.starts[middle] ?? 0) > index) beyond = middle;
    else line = middle;
  }
  return { line: line + 1, column: index - (last.starts[line] ?? 0) + 1 };
}
