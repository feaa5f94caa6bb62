import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { defineSite } from '../../src/record/site.ts';
import type { Facts } from '../support/fixtures.ts';
import { Project, TEST_NOW } from '../support/project.ts';
import { loadTexts, type Texts } from '../support/search.ts';

/*
 * A folder of anybody's texts to judge the search by, in any language:
 *
 *     texts.jsonl    a line a text: { "title", "date", "text" (Markdown), "url" }
 *     queries.yaml   locale: the language of the texts
 *                    queries: [{ kind, query, answers: [url, …] }], any answer will do
 */

const textSchema = z.object({
  title: z.string(),
  date: z.iso.date(),
  text: z.string(),
  url: z.string(),
});
export type FolderText = z.output<typeof textSchema>;

const queriesSchema = z.strictObject({
  locale: z.string(),
  queries: z.array(
    z.strictObject({ kind: z.string(), query: z.string(), answers: z.array(z.string()) }),
  ),
});

/** A query of a folder; the answers are docket numbers, as everywhere else. */
export type FolderQuery = z.output<typeof queriesSchema>['queries'][number];

/** Texts of a folder as entries of a publication, and what is asked of them. */
export interface Folder {
  name: string;
  locale: string;
  texts: readonly FolderText[];
  queries: readonly FolderQuery[];
}

/**
 * Reads a folder.
 * @throws Error with one sentence when a file is missing or a query's answer is no text
 */
export function readFolder(path: string): Folder {
  for (const name of ['texts.jsonl', 'queries.yaml']) {
    if (!existsSync(join(path, name))) {
      throw new Error(
        `${path} has no ${name}: a corpus is a folder with texts.jsonl and queries.yaml.`,
      );
    }
  }
  const texts = readFileSync(join(path, 'texts.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => textSchema.parse(JSON.parse(line)));
  const { locale, queries } = queriesSchema.parse(
    parse(readFileSync(join(path, 'queries.yaml'), 'utf8')),
  );
  const numbers = new Map(texts.map(({ url }, i) => [url, numberOf(texts, i)]));
  return {
    name: basename(path),
    locale,
    texts,
    queries: queries.map((query) => ({
      ...query,
      answers: query.answers.map((url) => {
        const number = numbers.get(url);
        if (number === undefined) {
          throw new Error(
            `The query "${query.query}" is answered by ${url}, which is no text of ${path}.`,
          );
        }
        return number;
      }),
    })),
  };
}

/** A text's docket number: its year and its place in the folder. */
function numberOf(texts: readonly FolderText[], i: number): string {
  return `${texts[i]?.date.slice(2, 4)}-${i + 1}`;
}

function facts(locale: string): Facts {
  return {
    name: 'A Corpus',
    tagline: 'Texts to be found.',
    description: 'Texts of others, to judge the search by.',
    url: 'https://corpus.example/',
    locale,
    zone: 'UTC',
    desk: 'desk',
    email: 'desk@corpus.example',
    identity: { domain: 'corpus.example', year: 2026 },
    licence: { name: 'Their own', url: 'https://corpus.example/licence' },
    counts: { home: 8, page: 50, related: 3 },
    vocabulary: 'open',
    feeds: { site: 20, section: 10 },
    security: { contact: 'mailto:desk@corpus.example', expires: '2027-10-31' },
    articles: { description: 'first sentence', minorWords: 6 },
  };
}

function file({ title, date, text }: FolderText, number: string): [path: string, text: string] {
  const front = `title: ${JSON.stringify(title)}\npubDate: ${date}\nnumber: ${number}`;
  return [
    `content/articles/${date.slice(0, 4)}/text-${number}.md`,
    `---\n${front}\n---\n\n${text}`,
  ];
}

/** The texts of a folder as the content of a publication. */
export function publish({ texts, locale }: Folder): Project {
  return new Project(
    {
      ...Object.fromEntries(texts.map((text, i) => file(text, numberOf(texts, i)))),
      'content/authors/desk.yaml': 'name: The desk\n',
      'content/pages/about.mdx': '---\ntitle: About\ndescription: What this is.\n---\n\nTexts.\n',
    },
    facts(locale),
  );
}

/** A built site of a folder's texts; removing the project removes it. */
export async function buildFolder(folder: Folder): Promise<{
  project: Project;
  dist: string;
  texts: Texts;
}> {
  const project = publish(folder);
  await project.build({ SITE_WITHOUT: 'cards' });
  return {
    project,
    dist: join(project.root, 'dist'),
    texts: await loadTexts(project.root, defineSite(facts(folder.locale)), Date.parse(TEST_NOW)),
  };
}
