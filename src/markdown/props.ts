import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { WHY_NO_CODE } from './code.ts';
import { literalOf, nodeAt } from './literals.ts';
import type { Positioned, Scope } from './scope.ts';

/** A tag of the text. */
export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** The props of a tag, or undefined when one of them is code. */
export function literalProps(
  name: string,
  node: JsxElement,
  scope: Scope,
): Record<string, unknown> | undefined {
  // without a prototype: a prop may be called what it likes
  const props: Record<string, unknown> = Object.create(null);
  let sound = true;
  const refuse = (field: string, what: string): void => {
    sound = false;
    scope.problem(node, {
      code: 'article-code',
      field,
      message: `The value is ${what}; ${WHY_NO_CODE}.`,
      fix: 'Write the value out: text in quotes, or numbers, lists and objects in braces.',
    });
  };
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      refuse(`<${name}>`, 'a spread of props');
    } else if (Object.hasOwn(props, attribute.name)) {
      sound = false;
      scope.problem(node, {
        code: 'prop-twice',
        field: `<${name} ${attribute.name}>`,
        message: `The prop "${attribute.name}" is given twice.`,
        fix: 'Keep one of the two.',
      });
    } else if (attribute.value === null || attribute.value === undefined) {
      props[attribute.name] = true;
    } else if (typeof attribute.value === 'string') {
      props[attribute.name] = attribute.value;
    } else {
      const literal = literalOf(attribute.value.data?.estree);
      if ('code' in literal) refuse(`<${name} ${attribute.name}>`, literal.code);
      else props[attribute.name] = literal.value;
    }
  }
  return sound ? props : undefined;
}

/** Where a part of a prop in braces stands, as far as it is there; undefined for other props. */
export function placeOfProp(
  node: JsxElement,
  [prop, ...path]: readonly PropertyKey[],
): Positioned | undefined {
  const attribute = node.attributes.find((one) => 'name' in one && one.name === prop);
  const value = attribute?.value;
  if (path.length === 0 || typeof value !== 'object' || value === null) return undefined;
  const start = nodeAt(value.data?.estree, path)?.loc?.start;
  if (!start) return undefined;
  const place = { line: start.line, column: start.column + 1 };
  return { position: { start: place } };
}
