import type { Expression, Node, Program, Property, SpreadElement } from 'estree';

/** The value of a literal, or the reason why an expression is not one. */
export type Literal = { value: unknown } | { code: string };

/**
 * The value of a prop in braces: strings, numbers, booleans, null, and arrays and objects of them.
 * Anything else is code.
 */
export function literalOf(program: Program | null | undefined): Literal {
  const statement = program?.body[0];
  if (program?.body.length !== 1 || statement?.type !== 'ExpressionStatement') {
    return { code: 'an expression' };
  }
  return evaluate(statement.expression);
}

/** The node of a part of a literal (`[2, 'date']`), or of the deepest part of that path that is there. */
export function nodeAt(
  program: Program | null | undefined,
  path: readonly PropertyKey[],
): Node | undefined {
  const statement = program?.body[0];
  let node: Node | null | undefined =
    statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
  for (const step of path) {
    const inner: Node | null | undefined =
      node?.type === 'ArrayExpression'
        ? node.elements[Number(step)]
        : node?.type === 'ObjectExpression'
          ? node.properties.find(
              (one) => one.type === 'Property' && 'name' in one.key && one.key.name === step,
            )
          : undefined;
    if (!inner) break;
    node = inner.type === 'Property' ? inner.value : inner;
  }
  return node ?? undefined;
}

function evaluate(node: Expression | SpreadElement | null): Literal {
  if (node === null) return { code: 'an empty place in an array' };
  switch (node.type) {
    case 'Literal':
      return 'regex' in node || 'bigint' in node
        ? { code: 'an expression' }
        : { value: node.value };
    case 'TemplateLiteral':
      return node.expressions.length === 0
        ? { value: node.quasis.map((quasi) => quasi.value.cooked ?? '').join('') }
        : { code: 'a template with expressions' };
    case 'UnaryExpression': {
      const inner = evaluate(node.argument);
      return node.operator === '-' && 'value' in inner && typeof inner.value === 'number'
        ? { value: -inner.value }
        : { code: 'an expression' };
    }
    case 'ArrayExpression':
      return evaluateArray(node.elements);
    case 'ObjectExpression':
      return evaluateObject(node.properties);
    case 'Identifier':
      return { code: `the name "${node.name}"` };
    case 'CallExpression':
      return { code: 'a function call' };
    default:
      return { code: 'an expression' };
  }
}

function evaluateArray(elements: (Expression | SpreadElement | null)[]): Literal {
  const values: unknown[] = [];
  for (const element of elements) {
    const inner = evaluate(element);
    if ('code' in inner) return inner;
    values.push(inner.value);
  }
  return { value: values };
}

function evaluateObject(properties: (Property | SpreadElement)[]): Literal {
  const entries: [string, unknown][] = [];
  for (const property of properties) {
    if (property.type !== 'Property' || property.computed || property.kind !== 'init') {
      return { code: 'an expression' };
    }
    const { key, value } = property;
    const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? key.value : null;
    if (name === null || value.type.endsWith('Pattern')) return { code: 'an expression' };
    const inner = evaluate(value as Expression);
    if ('code' in inner) return inner;
    entries.push([String(name), inner.value]);
  }
  return { value: Object.fromEntries(entries) };
}
