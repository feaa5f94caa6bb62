import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { contentLoader } from './content/collections.ts';
import { knownIds } from './content/known-ids.ts';
import type { ArticleRecord } from './record/article.ts';
import { articleSchema } from './record/editor-schemas.ts';
import {
  type AuthorData,
  pageSchema,
  type StorylineData,
  type TagData,
  type TermData,
} from './record/frontmatter.ts';
import site from './site.config.ts';

// what an editor offers while a writer types
const known = await knownIds(process.cwd());

// Our loaders check everything themselves, with lines; the schemas here only give the types, and
// editors the fields.
export const collections = {
  articles: defineCollection({
    loader: contentLoader('articles', site),
    schema: z.custom<ArticleRecord>().meta(articleSchema(known)),
  }),
  tags: defineCollection({ loader: contentLoader('tags', site), schema: z.custom<TagData>() }),
  authors: defineCollection({
    loader: contentLoader('authors', site),
    schema: z.custom<AuthorData>(),
  }),
  storylines: defineCollection({
    loader: contentLoader('storylines', site),
    schema: z.custom<StorylineData>(),
  }),
  glossary: defineCollection({
    loader: contentLoader('glossary', site),
    schema: z.custom<TermData>(),
  }),
  pages: defineCollection({
    loader: glob({ base: 'content/pages', pattern: '*.mdx' }),
    schema: pageSchema,
  }),
};
