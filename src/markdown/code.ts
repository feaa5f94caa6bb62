import type { Program } from 'estree';
import { foreignBraces } from './foreign-braces.ts';
import type { Positioned, Scope } from './scope.ts';

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
  const what = node.value.split('\n')[0]?.trim().slice(0, 60) ?? '';
  scope.problem(node, {
    code: 'article-code',
    field: '',
    ...(foreignBraces(`{${node.value}}`) ?? {
      message: `"${what || '{}'}" is code; ${WHY_NO_CODE}.`,
      fix:
        node.type === 'mdxjsEsm'
          ? 'Remove the line: components need no import.'
          : 'Write "\\{" for a brace in the text, or remove the expression.',
    }),
  });
  return undefined;
}
