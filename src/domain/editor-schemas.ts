import { z } from 'astro/zod';
import {
  authorSchema,
  frontmatterSchema,
  pageSchema,
  storylineSchema,
  tagSchema,
  termSchema,
} from './frontmatter.ts';

/** A JSON Schema, as editors read it. */
export type JsonSchema = Record<string, unknown>;

/** What a writer's editor should know of each kind of file, by the name of its schema. */
export function editorSchemas(): Record<
  'article' | 'page' | 'author' | 'storyline' | 'tags' | 'glossary',
  JsonSchema
> {
  return {
    article: articleSchema(),
    page: toSchema(pageSchema),
    author: toSchema(authorSchema),
    storyline: toSchema(storylineSchema),
    tags: toSchema(z.record(z.string(), tagSchema)),
    glossary: toSchema(z.record(z.string(), termSchema)),
  };
}

/** The contract of an article's frontmatter. */
export function articleSchema(): JsonSchema {
  return toSchema(frontmatterSchema);
}

function toSchema(schema: z.ZodType): JsonSchema {
  // what a writer writes, before defaults are filled in
  return { ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) };
}
