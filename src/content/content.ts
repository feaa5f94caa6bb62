import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDeskwide } from '../checks/check.ts';
import { checkSvg } from '../checks/public.ts';
import type { Desk, Sheet } from '../checks/sheet.ts';
import type { Content } from '../record/archive.ts';
import { type ArticleRecord, toArticle } from '../record/article.ts';
import { LEDGER, type Ledger, oldAddresses } from '../record/ledger.ts';
import type { Problem } from '../record/problem.ts';
import type { Site } from '../record/site.ts';
import { loadArticles } from './articles.ts';
import { FOLDER } from './brief.ts';
import { ArticleCache } from './cache.ts';
import { listFiles } from './files.ts';
import { loadLedger } from './ledger.ts';
import { compileOptions } from './options.ts';
import { loadPages } from './pages.ts';
import { loadVocabulary } from './vocabulary.ts';

/** Everything below `content/`, read and checked. */
export interface CheckedContent {
  content: Content;
  /** Every article, whatever is wrong with it. */
  sheets: readonly Sheet[];
  /** Ids of `content/pages/`. */
  pages: string[];
  ledger: Ledger;
  /** Every problem of every file; nothing is built while one of them is an error. */
  problems: Problem[];
}

/**
 * Reads `content/` and checks all of it: the one source of problems for the command, the build and
 * the preview.
 * @param root the project's folder
 * @param now milliseconds since 1970 UTC: what is dated later is not out yet
 */
export async function checkContent(root: string, site: Site, now: number): Promise<CheckedContent> {
  const vocabulary = loadVocabulary(root);
  const cache = new ArticleCache(root);
  const articles = await loadArticles(root, compileOptions(site), cache);
  cache.close();
  const pages = loadPages(root);
  const ledger = loadLedger(root);
  const records = articles.records.map((record) => withOldAddresses(record, ledger.ledger));
  const desk: Desk = {
    site,
    now,
    sheets: articles.sheets,
    pages: pages.sheets,
    ...vocabulary,
    ledger: ledger.ledger,
    ledgerLine: ledger.line,
    publicFiles: listFiles(root, 'public', '').map((file) => file.slice('public/'.length)),
    besides: listFiles(root, 'content', '').filter((file) => !isRead(file)),
  };
  return {
    content: {
      articles: records.map((record) => toArticle(record, site)),
      tags: vocabulary.tags.values,
      authors: vocabulary.authors.values,
      storylines: vocabulary.storylines.values,
      glossary: vocabulary.glossary.values,
      filed: Object.keys(ledger.ledger.pages),
    },
    sheets: articles.sheets,
    pages: pages.sheets.map(({ id }) => id),
    ledger: ledger.ledger,
    problems: [
      ...vocabulary.problems,
      ...articles.problems,
      ...pages.problems,
      ...ledger.problems,
      ...listFiles(root, 'public', '')
        .filter((file) => /\.svg$/i.test(file))
        .flatMap((file) => checkSvg(file, readFileSync(join(root, file), 'utf8'))),
      ...checkDeskwide(desk),
    ],
  };
}

/** An article is found under every address that it ever had. */
function withOldAddresses(record: ArticleRecord, ledger: Ledger): ArticleRecord {
  const { frontmatter, id } = record;
  const old = oldAddresses(ledger, frontmatter.number ?? id, id);
  if (old.length === 0) return record;
  const aliases = [...new Set([...frontmatter.aliases, ...old])];
  return { ...record, frontmatter: { ...frontmatter, aliases } };
}

/** Whether somebody reads a file of `content/`. */
function isRead(file: string): boolean {
  return (
    (file.startsWith(`${FOLDER}/`) && file.endsWith('.mdx')) ||
    /^content\/(?:pages\/[^/]+\.mdx|(?:authors|storylines)\/.+\.yaml|(?:tags|glossary)\.yaml)$/.test(
      file,
    ) ||
    file === LEDGER
  );
}
