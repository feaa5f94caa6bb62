import { z } from 'astro/zod';
import { distance } from 'fastest-levenshtein';
import { fieldName, valueAt } from '../lib/field.ts';
import { nearest, shorten } from '../lib/text.ts';
import type { Yaml } from '../markdown/yaml.ts';
import type { Frontmatter, frontmatterSchema } from '../record/frontmatter.ts';
import type { Problem } from '../record/problem.ts';
import { itemsOf, shapeProblem, unknownKey } from './field-messages.ts';

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
  const unread = path.length === 0 ? yaml.problems : [];
  if (yaml.data === undefined) return { problems: unread };
  const value = withoutNothing(valueAt(yaml.data, path), schema);
  const result = schema.safeParse(value);
  const meant = new Set<string>();
  const found = result.success
    ? []
    : result.error.issues.flatMap((issue) => toProblems(issue, schema, yaml, file, path, meant));
  // a misspelt field is one mistake, though its right name is missing too
  const isThere = (field: string) => meant.has(field) || isUnread(yaml, field);
  const problems = [
    ...unread,
    ...found.filter(
      ({ code, field, message }) =>
        !(code === 'field-missing' || message.startsWith('"" ')) || !isThere(field),
    ),
  ];
  const faulty = new Set(problems.map(({ field }) => field));
  problems.push(...misreadText(value, yaml, file, path).filter(({ field }) => !faulty.has(field)));
  return problems.length === 0 && result.success ? { data: result.data, problems } : { problems };
}

/** Whether a field that is missing may stand in what could not be read. */
function isUnread({ broken, brokenItems }: Yaml, field: string): boolean {
  const [, top = '', item] = /^([^.[]*)(\[\d+\])?/.exec(field) ?? [];
  if (broken.has('')) return true;
  return (
    broken.has(top) &&
    (item === undefined || brokenItems.has(`${top}${item}`) || brokenItems.has(`${top}[-1]`))
  );
}

/** Checks an article's frontmatter; when it breaks the contract, `partial` has the fields that keep it. */
export function validateArticle(
  yaml: Yaml,
  file: string,
  schema: typeof frontmatterSchema,
): { data?: Frontmatter; partial: Partial<Frontmatter>; problems: Problem[] } {
  const { data, problems } = validate(schema, yaml, file);
  if (data) return { data, partial: data, problems };
  const sound = Object.entries(salvage(withoutNothing(yaml.data, schema), schema));
  return {
    partial: Object.fromEntries(sound.filter(([field]) => !yaml.broken.has(field))),
    problems,
  };
}

/** A field that is written and left empty is one that is not there; what is no field stays, to be refused. */
function withoutNothing(
  value: unknown,
  schema: z.ZodType,
  path: readonly PropertyKey[] = [],
): unknown {
  if (Array.isArray(value))
    return value.map((item, i) => withoutNothing(item, schema, [...path, i]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      inner === null && knownKeys(schema, path).includes(key)
        ? []
        : [[key, withoutNothing(inner, schema, [...path, key])]],
    ),
  );
}

const LISTS_OF_NAMES = new Set(['authors', 'tags']);

function salvage(value: unknown, schema: typeof frontmatterSchema): Partial<Frontmatter> {
  if (typeof value !== 'object' || value === null) return {};
  const sound = Object.entries(schema.shape).flatMap(([key, schema]) => {
    if (!Object.hasOwn(value, key)) return [];
    const given: unknown = Reflect.get(value, key);
    const result = schema.safeParse(given);
    // what was to be a list is looked at too: its names may be wrong besides
    if (typeof given === 'string' && !result.success && LISTS_OF_NAMES.has(key))
      return [[key, itemsOf(given, key)]];
    return result.success ? [[key, result.data]] : [];
  });
  return Object.fromEntries(sound) as Partial<Frontmatter>;
}

type Issue = z.core.$ZodIssue;

function toProblems(
  issue: Issue,
  schema: z.ZodType,
  yaml: Yaml,
  file: string,
  prefix: readonly (string | number)[],
  meant: Set<string>,
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
    const known = knownKeys(schema, issue.path);
    const beside = valueAt(yaml.data, path) as Record<string, unknown>;
    return issue.keys.map((key) => {
      const isPart = issue.path.length > 0 && valueAt(yaml.data, [...path, key]) === null;
      const group = known.find(
        (one) => beside[one] === null && knownKeys(schema, [...issue.path, one]).includes(key),
      );
      const { name, fix } = group
        ? { name: undefined, fix: `It belongs to "${group}": indent it by two spaces.` }
        : unknownKey(key, known, beside, isPart);
      if (name !== undefined) meant.add(fieldName([...issue.path, name]));
      const at = yaml.keyPlace([...path, key]);
      const of = fieldName([...issue.path, key]);
      return problem('field-unknown', `There is no field "${key}".`, fix, at, of);
    });
  }
  const given = valueAt(yaml.data, path);
  if (given === undefined || given === null) {
    if (typeof path.at(-1) === 'number') {
      return [problem('field-missing', 'The item is empty.', 'Fill it in, or remove it.')];
    }
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
    const near = nearest(typeof given === 'object' ? '' : String(given), values, distance);
    return [
      problem(
        'field-value',
        `"${shorten(written)}" is not one of ${values.join(', ')}.`,
        near ? `Did you mean "${near}"?` : 'Use one of them.',
      ),
    ];
  }
  const isShape = typeof given === 'object' || !issue.message.includes('|');
  if (issue.code === 'invalid_type' && isShape) {
    const { message, fix } = shapeProblem(
      issue.expected,
      given,
      written,
      knownKeys(schema, issue.path),
      field,
    );
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

/** Text without quotes that is not read as it was meant: in part, or by other programs. */
function misreadText(
  value: unknown,
  yaml: Yaml,
  file: string,
  path: readonly (string | number)[],
): Problem[] {
  if (Array.isArray(value))
    return value.flatMap((item, i) => misreadText(item, yaml, file, [...path, i]));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) =>
      misreadText(item, yaml, file, [...path, key]),
    );
  }
  if (typeof value !== 'string' || !(AMBIGUOUS.test(value) || yaml.mayLose)) return [];
  const written = yaml.written(path);
  if (!written || written.quoted) return [];
  const at = { severity: 'error' as const, file, ...yaml.place(path), field: fieldName(path) };
  if (written.lost !== undefined) {
    return [
      {
        ...at,
        ...(/^#\s/.test(written.lost) && { severity: 'warning' }),
        code: 'text-cut',
        message: `"${shorten(written.lost)}" is a comment to YAML, so readers would not see it.`,
        fix: /^#\s/.test(written.lost)
          ? 'Put the whole text in quotes; move a comment to a line of its own.'
          : 'Put the whole text in quotes; in a comment, write a space after the "#".',
      },
    ];
  }
  if (!AMBIGUOUS.test(value)) return [];
  return [
    {
      ...at,
      code: 'text-ambiguous',
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
  const unwrap = (): void => {
    while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) inner = inner.unwrap();
  };
  unwrap();
  for (const step of path) {
    if (inner instanceof z.ZodArray) inner = inner.element;
    else if (inner instanceof z.ZodObject) inner = inner.shape[String(step)];
    unwrap();
  }
  // of a list, those of its items
  if (inner instanceof z.ZodArray) inner = inner.element;
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function lastName(path: readonly PropertyKey[]): string {
  return String(path.at(-1) ?? '');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
