import { z } from 'astro/zod';
import { distance } from 'fastest-levenshtein';
import { type Frontmatter, frontmatterSchema } from '../domain/frontmatter.ts';
import type { Problem } from '../domain/problem.ts';
import { fieldName, valueAt } from '../lib/field.ts';
import { nearest } from '../lib/text.ts';
import type { Yaml } from '../markdown/source.ts';

/**
 * Checks YAML against a schema of the contract.
 * @param path where in the YAML the value stands (an entry of `tags.yaml`)
 * @returns the checked value, if it is sound, and every problem with line and field
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  yaml: Yaml,
  file: string,
  path: readonly (string | number)[] = [],
): { data?: z.output<Schema>; problems: Problem[] } {
  const value = withoutNothing(valueAt(yaml.data, path));
  const result = schema.safeParse(value);
  const problems = result.success
    ? []
    : result.error.issues.flatMap((issue) => toProblems(issue, schema, yaml, file, path));
  const faulty = new Set(problems.map(({ field }) => field));
  problems.push(
    ...ambiguousText(value, yaml, file, path).filter(({ field }) => !faulty.has(field)),
  );
  dropMeant(problems);
  return problems.length === 0 && result.success ? { data: result.data, problems } : { problems };
}

/** Checks an article's frontmatter; when it breaks the contract, `partial` has the fields that keep it. */
export function validateArticle(
  yaml: Yaml,
  file: string,
): { data?: Frontmatter; partial: Partial<Frontmatter>; problems: Problem[] } {
  const { data, problems } = validate(frontmatterSchema, yaml, file);
  return data
    ? { data, partial: data, problems }
    : { partial: salvage(withoutNothing(yaml.data)), problems };
}

/** A field that is written and left empty is one that is not there. */
function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      inner === null ? [] : [[key, withoutNothing(inner)]],
    ),
  );
}

function salvage(value: unknown): Partial<Frontmatter> {
  if (typeof value !== 'object' || value === null) return {};
  const sound = Object.entries(frontmatterSchema.shape).flatMap(([key, schema]) => {
    if (!Object.hasOwn(value, key)) return [];
    const result = schema.safeParse(Reflect.get(value, key));
    return result.success ? [[key, result.data]] : [];
  });
  return Object.fromEntries(sound) as Partial<Frontmatter>;
}

type Issue = z.core.$ZodIssue;

/** A misspelt field is one mistake, though its right name is missing too. */
function dropMeant(problems: Problem[]): void {
  const meant = new Set(
    problems.flatMap(({ code, field, fix }) => {
      const name = code === 'field-unknown' ? /^Did you mean "(.+)"\?$/.exec(fix)?.[1] : undefined;
      return name === undefined ? [] : [field.replace(/[^.]+$/, name)];
    }),
  );
  const kept = problems.filter(({ code, field }) => code !== 'field-missing' || !meant.has(field));
  problems.splice(0, problems.length, ...kept);
}

function toProblems(
  issue: Issue,
  schema: z.ZodType,
  yaml: Yaml,
  file: string,
  prefix: readonly (string | number)[],
): Problem[] {
  const path = [...prefix, ...(issue.path as (string | number)[])];
  const field = fieldName(issue.path);
  const problem = (
    code: string,
    message: string,
    fix: string,
    at = yaml.place(path),
    of = field,
  ): Problem => ({
    code,
    severity: 'error',
    file,
    ...at,
    field: of,
    message,
    fix,
  });
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const known = knownKeys(schema, issue.path);
      const meant = nearest(key, known, distance);
      const of = fieldName([...issue.path, key]);
      return problem(
        'field-unknown',
        `There is no field "${key}".`,
        meant ? `Did you mean "${meant}"?` : 'Remove it.',
        yaml.keyPlace([...path, key]),
        of,
      );
    });
  }
  const given = valueAt(yaml.data, path);
  if (given === undefined || given === null) {
    return [
      problem(
        'field-missing',
        'The field is missing or empty.',
        `Add "${lastName(path)}: …".`,
        yaml.keyPlace(path),
      ),
    ];
  }
  const text = yaml.written(path)?.text;
  const written = text || (given === '' ? '' : JSON.stringify(given));
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const meant = nearest(String(given), values, distance);
    return [
      problem(
        'field-value',
        `"${shorten(written)}" is not one of ${values.join(', ')}.`,
        meant ? `Did you mean "${meant}"?` : 'Use one of them.',
      ),
    ];
  }
  const isShape = typeof given === 'object' || !issue.message.includes('|');
  if (issue.code === 'invalid_type' && isShape) {
    const { message, fix } = shapeProblem(issue.expected, given, written);
    return [problem('field-shape', message, fix)];
  }
  const [what = '', fix] = issue.message.split('|');
  if (fix === undefined) {
    const reason = lowerFirst(what).replace(/\.$/, '');
    return [problem('field-wrong', `"${shorten(written)}" does not fit: ${reason}.`, 'Change it.')];
  }
  const quotes = fix === 'Put it in quotes' ? inQuotes(yaml, path) : undefined;
  return [
    {
      ...problem('field-wrong', `"${shorten(written)}" ${what}.`, `${fix}.`),
      ...(quotes && { repair: quotes }),
    },
  ];
}

/** YAML 1.1 readers take these words for something else; in quotes they are text to all. */
const AMBIGUOUS = /^(?:y|yes|n|no|on|off|~|null|true|false)$/i;

/** Text that other programs read as yes, no or nothing, and that is not in quotes. */
function ambiguousText(
  value: unknown,
  yaml: Yaml,
  file: string,
  path: readonly (string | number)[],
): Problem[] {
  if (Array.isArray(value))
    return value.flatMap((item, i) => ambiguousText(item, yaml, file, [...path, i]));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) =>
      ambiguousText(item, yaml, file, [...path, key]),
    );
  }
  if (typeof value !== 'string' || !AMBIGUOUS.test(value)) return [];
  if (yaml.written(path)?.quoted !== false) return [];
  return [
    {
      code: 'text-ambiguous',
      severity: 'error',
      file,
      ...yaml.place(path),
      field: fieldName(path),
      message: `"${value}" is read as yes or no by some programs.`,
      fix: 'Put it in quotes.',
      repair: inQuotes(yaml, path),
    },
  ];
}

/** What the writer wrote, in quotes. */
function inQuotes(yaml: Yaml, path: readonly (string | number)[]): Problem['repair'] {
  const written = yaml.written(path);
  if (!written || written.quoted || written.text.includes('\n')) return undefined;
  return { old: written.text, new: JSON.stringify(written.text) };
}

/** The fields that the schema knows at a path. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let inner: unknown = schema;
  for (const step of [...path, undefined]) {
    while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) inner = inner.unwrap();
    if (step === undefined) break;
    if (inner instanceof z.ZodArray) inner = inner.element;
    else if (inner instanceof z.ZodObject) inner = inner.shape[String(step)];
  }
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

/** What a value of the wrong shape is, and what belongs there. */
function shapeProblem(expected: string, given: unknown, written: string) {
  const is = Array.isArray(given)
    ? 'a list'
    : typeof given === 'object'
      ? 'a group of fields'
      : `"${shorten(written)}"`;
  switch (expected) {
    case 'array':
      return {
        message: `Here is ${is} where a list belongs.`,
        fix: `Write ${typeof given === 'object' ? '[one, two]' : `[${shorten(written)}]`}, or a line with "- " for each.`,
      };
    case 'object':
      return {
        message: `Here is ${is} where fields belong.`,
        fix: 'Write each as "name: value", on a line of its own.',
      };
    default:
      return { message: `Here is ${is} where text belongs.`, fix: 'Put it in quotes.' };
  }
}

function lastName(path: readonly PropertyKey[]): string {
  return String(path.at(-1) ?? '');
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
