import type { Problem } from '../record/problem.ts';

/**
 * A file's text with the safe repairs of its problems. A repair whose old words do not stand at its
 * place any more is left out.
 */
export function repairText(
  source: string,
  problems: readonly Pick<Problem, 'line' | 'column' | 'repair'>[],
): { text: string; count: number } {
  const lines = source.split('\n');
  let count = 0;
  // from the end, so that no repair moves the place of the next
  const backwards = [...problems].sort((a, b) => b.line - a.line || b.column - a.column);
  for (const { line, column, repair } of backwards) {
    const text = lines[line - 1];
    // a byte-order mark is not counted as a column
    const at = column - 1 + (line === 1 && source.startsWith('\ufeff') ? 1 : 0);
    if (text === undefined || !repair || !text.startsWith(repair.old, at)) continue;
    lines[line - 1] = text.slice(0, at) + repair.new + text.slice(at + repair.old.length);
    count += 1;
  }
  return { text: lines.join('\n'), count };
}
