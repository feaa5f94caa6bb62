import type { VFileMessage } from 'vfile-message';
import type { Problem } from '../record/problem.ts';

/** Stands for a sign that is taken out. */
const BLANK = ' ';

/**
 * A text without the sign that keeps MDX from reading it; each character stands where it stood.
 * @param error where the parser stopped
 * @param problem where the slip is, which may be far above
 * @returns undefined where no sign is found to take out
 */
export function withoutSlip(
  text: string,
  error: VFileMessage,
  problem: Pick<Problem, 'line' | 'column'>,
): string | undefined {
  const slip = offsetOf(text, problem.line, problem.column);
  const stop = error.place && 'offset' in error.place ? error.place.offset : undefined;
  const end = stop ?? offsetOf(text, error.line ?? problem.line, error.column ?? problem.column);
  const word = /^(?:import|export)\b/.exec(text.slice(slip));
  if (word) return blank(text, slip);
  const at = isSign(text[slip]) ? slip : lastSign(text, Math.max(end ?? 0, slip));
  if (at === -1) return undefined;
  const [address] = /^<(?:[a-z][a-z+.-]*:|[^\s<>@]+@)[^\s<>]*>/i.exec(text.slice(at)) ?? [];
  if (address) return blank(blank(text, at), at + address.length - 1);
  const [, close, name] = /^<(\/?)([\w.-]*)/.exec(text.slice(at)) ?? [];
  const first = blank(text, at);
  // a template's two braces are one slip
  const rest = text.startsWith('{{', at) ? blank(first, at + 1) : first;
  const [, line, column] = /closing tag for `<[^`]*>` \((\d+):(\d+)/.exec(error.reason) ?? [];
  // of two tags that do not belong together, neither is read
  if (close === '/' && line) return blank(rest, offsetOf(text, Number(line), Number(column)));
  if (name === undefined || close === '/') return rest;
  // what closed the tag closes nothing now
  const closing = rest.indexOf(`</${name}>`, at);
  return closing === -1 ? rest : blank(rest, closing);
}

function isSign(sign: string | undefined): boolean {
  return sign === '<' || sign === '{';
}

/** The last sign before an offset that begins a tag or braces. */
function lastSign(text: string, end: number): number {
  return Math.max(text.lastIndexOf('<', end), text.lastIndexOf('{', end));
}

function blank(text: string, at: number): string {
  return text.slice(0, at) + BLANK + text.slice(at + 1);
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let n = 1; n < line; n += 1) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}
