import { fileURLToPath } from 'node:url';
import { readPalette } from '../../src/content/palette.ts';
import { slugify } from '../../src/lib/slug.ts';
import { type Archive, buildArchive, type Content } from '../../src/record/archive.ts';
import { type Article, toArticle } from '../../src/record/article.ts';
import {
  type AuthorData,
  type Frontmatter,
  frontmatterOf,
  type StorylineData,
  storylineSchema,
  type TagData,
  tagSchema,
} from '../../src/record/frontmatter.ts';
import { fingerprintOf } from '../../src/record/ledger.ts';
import { idsOf } from '../../src/record/lists.ts';
import type { Palette } from '../../src/record/palette.ts';
import type { Picture } from '../../src/record/picture.ts';
import { defineSite, type Site } from '../../src/record/site.ts';
import { FIXTURES } from './fixtures.ts';

/** A publication for tests: the English fixture, with other facts where a test needs them. */
export function testSite(facts: Partial<Site> = {}): Site {
  return defineSite({ ...FIXTURES.english, ...facts });
}

/** The colours of the publication that ships. */
export function testPalette(): Palette {
  return readPalette(fileURLToPath(new URL('../..', import.meta.url)));
}

/** What a test may say of an article; the rest is filled in. */
export interface ArticleFields extends Partial<Frontmatter> {
  slug?: string;
  words?: number;
  corrected?: number[];
  pictures?: Record<string, Picture>;
  /** Ids of glossary terms that its text marks. */
  terms?: string[];
  /** When the ledger had it first. */
  first?: string;
}

/** An article through the real schema. */
export function article(fields: ArticleFields = {}, site: Site = testSite()): Article {
  const { slug, words = 400, corrected = [], pictures = {}, terms = [], first, ...given } = fields;
  const frontmatter = frontmatterOf({
    kinds: idsOf(site.kinds),
    sources: idsOf(site.sources),
  }).parse({
    title: 'A bank writes a rule',
    description: 'What the rule says, and what it leaves open.',
    pubDate: '2018-08-24',
    ...given,
  });
  const id = `${frontmatter.pubDate.slice(0, 4)}/${slug ?? slugify(frontmatter.title)}`;
  const file = `content/articles/${id}.mdx`;
  const text = { text: '', tree: [], notes: [] };
  return toArticle(
    {
      id,
      file,
      digest: id,
      data: frontmatter,
      places: {},
      readable: true,
      anchors: [],
      words,
      corrected,
      images: [],
      links: [],
      terms: terms.map((target) => ({ target, line: 1, column: 1 })),
      fingerprint: fingerprintOf(frontmatter, text, ''),
      problems: [],
    },
    site,
    { pictures, old: [], first: first === undefined ? undefined : Date.parse(first) },
  );
}

/** An archive of articles; the tags and storylines that they name exist. */
export function archiveOf(
  articles: readonly Article[],
  {
    site = testSite(),
    now = Date.parse('2026-11-22T00:00:00Z'),
    ...content
  }: Partial<Content> & {
    site?: Site;
    now?: number;
  } = {},
): Archive {
  const named = (ids: string[]) => [...new Set(ids)];
  const tags = named(articles.flatMap(({ tags }) => tags)).map((id): [string, TagData] => [
    id,
    tagSchema.parse({ name: id, description: `About ${id}.` }),
  ]);
  const storylines = named(articles.flatMap(({ storyline }) => storyline ?? [])).map(
    (id): [string, StorylineData] => [
      id,
      storylineSchema.parse({ name: id, description: `About ${id}.`, short: id }),
    ],
  );
  const authors = named(articles.flatMap(({ authors }) => authors)).map(
    (id): [string, AuthorData] => [id, { name: id }],
  );
  return buildArchive(
    {
      articles,
      tags: new Map(tags),
      storylines: new Map(storylines),
      authors: new Map(authors),
      glossary: new Map(),
      ...content,
    },
    site,
    now,
    { palette: testPalette() },
  );
}
