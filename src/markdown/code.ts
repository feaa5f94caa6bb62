import type { Program } from 'estree';
import { foreignBraces, formulaBraces } from './foreign-braces.ts';
import { type Positioned, placeOf, type Scope } from './scope.ts';

/** An import or export, or an expression in braces. */
interface CodeNode extends Positioned {
  type: string;
  value: string;
  data?: { estree?: Program | null | undefined } | undefined;
}

/** Why code is refused: a clause without its full stop. */
export const WHY_NO_CODE = 'an article is data, and nothing in it runs';

/** Leaves code out of an article and notes the problem; a comment is left out without one. */
export function refuseCode(node: CodeNode, scope: Scope): undefined {
  const isComment =
    node.type !== 'mdxjsEsm' && node.data?.estree?.body.length === 0 && node.value.trim() !== '';
  if (isComment) return undefined;
  if (node.type === 'mdxjsEsm') {
    for (const [i, line] of node.value.split('\n').entries()) {
      if (i > 0 && !/^(?:import|export)\b/.test(line)) continue;
      scope.problem(node, {
        code: 'article-code',
        field: '',
        line: placeOf(node).line + i,
        message: `"${line.trim().slice(0, 60)}" is code; ${WHY_NO_CODE}.`,
        fix: 'Remove the line: components need no import.',
      });
    }
    return undefined;
  }
  const start = node.position?.start.offset ?? 0;
  const formula = formulaBraces(scope.body.slice(0, start));
  // one message for all braces of a paragraph
  const told = scope.problems.findLast(({ message }) => message === formula?.message);
  const { line } = placeOf(node);
  if (told && isOneParagraph(scope.body, told.line, line)) return undefined;
  const what = node.value.split('\n')[0]?.trim().slice(0, 60) ?? '';
  scope.problem(node, {
    code: 'article-code',
    field: '',
    ...(formula ??
      foreignBraces(`{${node.value}}`) ?? {
        message: `"${what || '{}'}" is code; ${WHY_NO_CODE}.`,
        fix: 'Write "\\{" for a brace in the text, or remove the expression.',
      }),
  });
  return undefined;
}

function isOneParagraph(body: string, from: number, to: number): boolean {
  return body
    .split('\n')
    .slice(from - 1, to)
    .every((line) => line.trim() !== '');
}
