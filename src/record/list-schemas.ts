import { z } from 'astro/zod';
import { KINDS, type Listed, SOURCE_TYPES, TAG_GROUPS } from './lists.ts';

/* How an owner writes the lists of a publication. */

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, {
  error: 'must be small letters, digits and hyphens',
});
const name = z.string().min(1).max(60).optional();

/** Names that addresses of the search use otherwise. */
const TAKEN = [
  'q',
  'from',
  'to',
  'sort',
  'storyline',
  'kind',
  'author',
  'year',
  'day',
  'highlight',
];

function listOf<Word extends Listed>(known: readonly string[], word: z.ZodType<Word, Word>) {
  const usual = known.map((id) => ({ id }) as Word);
  return z
    .array(
      z.union([id.transform((id) => ({ id }) as Word), word], {
        error: "must be small letters, digits and hyphens, or { id: '…', name: '…' }",
      }),
    )
    .min(1)
    .default(usual)
    .superRefine((words, problems) => {
      for (const [i, { id, name }] of words.entries()) {
        const refuse = (message: string) =>
          problems.addIssue({ code: 'custom', path: [i], message });
        if (name === undefined && !known.includes(id)) {
          refuse(`needs a name for readers: { id: '${id}', name: '…' }`);
        }
        if (words.findIndex((other) => other.id === id) < i) refuse('is there twice');
      }
    });
}

/** Kinds of article; each may name the type of its articles at https://schema.org/. */
export const kindsSchema = listOf(
  KINDS,
  z.strictObject({
    id,
    name,
    type: z
      .string()
      .regex(/^[A-Z]\w+$/, { error: 'must be a type of schema.org, such as "Report"' })
      .optional(),
  }),
);

export const sourceTypesSchema = listOf(SOURCE_TYPES, z.strictObject({ id, name }));

/** Groups of topics: a name for one topic of it, and one for all. */
export const groupsSchema = listOf(
  TAG_GROUPS,
  z.strictObject({
    id: id.refine((id) => !TAKEN.includes(id), { error: 'is a name that the search uses' }),
    name,
    all: name,
  }),
);
