import type { z } from 'astro/zod';
import { distance } from 'fastest-levenshtein';
import { fieldName, valueAt } from '../lib/field.ts';
import { nearest, shorten } from '../lib/text.ts';
import type { Problem } from '../record/problem.ts';

type PropProblem = Pick<Problem, 'code' | 'field' | 'message' | 'fix'> & {
  path: readonly PropertyKey[];
};

/** What a value must be that has another shape. */
const SHAPES: Readonly<Record<string, string>> = {
  array: 'must be a list',
  object: 'must have its parts between braces, { … }',
  string: 'must be text',
  number: 'must be a number, in braces',
  boolean: 'must be {true} or {false}',
};

/**
 * What is wrong with the props of a component; a misspelt one is not missing as well.
 * @param props those that it has
 */
export function propProblems(
  name: string,
  props: readonly string[],
  issues: readonly z.core.$ZodIssue[],
  given: Record<string, unknown>,
): PropProblem[] {
  const meant = new Set<string>();
  const unknown = issues.flatMap((issue): PropProblem[] => {
    if (issue.code !== 'unrecognized_keys') return [];
    return issue.keys.map((key) => {
      const known = issue.path.length === 0 ? props : [];
      const near = nearest(key, known, distance);
      if (near !== undefined) meant.add(near);
      const others = known.length > 0 ? `Its props are ${known.join(', ')}.` : 'Remove it.';
      const field = fieldName([...issue.path, key]);
      return {
        path: [...issue.path, key],
        code: 'prop-unknown',
        field: `<${name} ${field}>`,
        message: `<${name}> has no prop "${field}".`,
        fix: near ? `Did you mean "${near}"?` : others,
      };
    });
  });
  const wrong = issues.flatMap((issue): PropProblem[] => {
    const prop = fieldName(issue.path);
    if (issue.code === 'unrecognized_keys' || meant.has(prop)) return [];
    const value = valueAt(given, issue.path);
    const field = `<${name} ${prop}>`;
    if (value === undefined) {
      const message = `<${name}> needs the prop "${prop}".`;
      const { path } = issue;
      return [{ path, code: 'prop-missing', field, message, fix: addition(issue) }];
    }
    const [said = '', fix = 'Change the value.'] = issue.message.split('|');
    const reason =
      said.startsWith('Invalid input') && issue.code === 'invalid_type'
        ? (SHAPES[issue.expected] ?? said)
        : said;
    const written = shorten(JSON.stringify(value));
    const message = `The value ${written} does not fit: it ${reason.replace(/\.$/, '')}.`;
    return [{ path: issue.path, code: 'prop-wrong', field, message, fix }];
  });
  return [...unknown, ...wrong];
}

/** What to add where a prop, or a part of one, is missing. */
function addition({ path, ...issue }: z.core.$ZodIssue): string {
  const [prop, item, part] = path;
  if (typeof item === 'number' && part !== undefined) {
    return `Add ${String(part)} to item ${item + 1} of ${String(prop)}.`;
  }
  const isText = issue.code !== 'invalid_type' || issue.expected === 'string';
  return `Add ${fieldName(path)}=${isText ? '"…"' : '{…}'}.`;
}
