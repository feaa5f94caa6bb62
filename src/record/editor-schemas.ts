import { z } from 'astro/zod';
import {
  authorSchema,
  frontmatterOf,
  pageSchema,
  storylineSchema,
  tagOf,
  termSchema,
} from './frontmatter.ts';
import { idsOf } from './lists.ts';
import type { Site } from './site.ts';

/** A JSON Schema, as editors read it. */
export type JsonSchema = Record<string, unknown>;

/** What a writer's editor should know of each kind of file, by the name of its schema. */
export function editorSchemas(
  site: Site,
): Record<'article' | 'page' | 'author' | 'storyline' | 'tags' | 'glossary', JsonSchema> {
  return {
    article: articleSchema(site),
    page: toSchema(pageSchema),
    author: toSchema(authorSchema),
    storyline: toSchema(storylineSchema),
    tags: toSchema(z.record(z.string(), tagOf({ groups: idsOf(site.groups) }))),
    glossary: toSchema(z.record(z.string(), termSchema)),
  };
}

/** Ids that an editor offers where an article names them. */
export interface KnownIds {
  tags: Iterable<string>;
  authors: Iterable<string>;
  storylines: Iterable<string>;
}

/** The contract of an article's frontmatter, as JSON Schema; with ids, they are offered. */
export function articleSchema({ kinds, sources }: Site, known?: KnownIds): JsonSchema {
  const schema = frontmatterOf({ kinds: idsOf(kinds), sources: idsOf(sources) });
  if (!known) return toSchema(schema);
  const { tags, authors, storyline } = schema.shape;
  return toSchema(
    schema.extend({
      tags: z.array(offered(known.tags)).describe(tags.description ?? ''),
      authors: z
        .array(offered(known.authors))
        .optional()
        .describe(authors.description ?? ''),
      storyline: offered(known.storylines)
        .optional()
        .describe(storyline.description ?? ''),
    }),
  );
}

/** Text for which an editor offers words. It takes others too: they may be newer than the schema. */
function offered(words: Iterable<string>): z.ZodType {
  return z.union([z.enum([...words]), z.string()]);
}

function toSchema(schema: z.ZodType): JsonSchema {
  // what a writer writes, before defaults are filled in
  return { ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) };
}
