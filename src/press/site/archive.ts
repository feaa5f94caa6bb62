import { getCollection } from 'astro:content';
import { now } from '../../content/clock.ts';
import { readInks } from '../../content/inks.ts';
import { madeInBuild } from '../../content/shared.ts';
import { type Archive, buildArchive } from '../../record/archive.ts';
import { toArticle } from '../../record/article.ts';
import site from '../../site.config.ts';

let archive: Promise<Archive> | undefined;

/**
 * The record, built once per build, for pages and integrations alike; in a preview, with drafts and
 * future entries, for every request.
 */
export function getArchive(): Promise<Archive> {
  if (import.meta.env.SITE_PREVIEW) return build();
  archive ??= madeInBuild('archive', process.cwd(), now()) ?? build();
  return archive;
}

async function build(): Promise<Archive> {
  const [articles, tags, authors, storylines, glossary] = await Promise.all([
    getCollection('articles'),
    getCollection('tags'),
    getCollection('authors'),
    getCollection('storylines'),
    getCollection('glossary'),
  ]);
  return buildArchive(
    {
      articles: articles.map(({ data }) => toArticle(data, site)),
      tags: toMap(tags),
      authors: toMap(authors),
      storylines: toMap(storylines),
      glossary: toMap(glossary),
    },
    site,
    now(),
    { drafts: import.meta.env.SITE_PREVIEW, inks: readInks(process.cwd()) },
  );
}

function toMap<Data>(entries: { id: string; data: Data }[]): Map<string, Data> {
  return new Map(entries.map(({ id, data }) => [id, data]));
}
