import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkModel } from '../checks/check.ts';
import type { ContentModel } from '../checks/model.ts';
import { checkPageCode, checkPublicCode, checkSecrets, checkSvg } from '../checks/public.ts';
import type { Content } from '../record/archive.ts';
import { type ArticleFile, isArticlePath } from '../record/article-file.ts';
import type { Ledger } from '../record/ledger.ts';
import { LEDGER, OLD_LEDGER } from '../record/ledger-files.ts';
import { fileProblem, type Problem } from '../record/problem.ts';
import type { Site } from '../record/site.ts';
import { loadArticles } from './articles.ts';
import { letterProblems } from './drawn-letters.ts';
import { survey } from './files.ts';
import { languageProblems } from './language.ts';
import { loadLedger } from './ledger.ts';
import { lookProblems } from './look.ts';
import { componentProblems } from './own-components.ts';
import { loadPages } from './pages.ts';
import { Reading } from './reading.ts';
import { loadVocabulary } from './vocabulary.ts';

/** Everything below `content/`, read. */
export interface ReadContent {
  content: Content;
  /** Every article's file, whatever is wrong with it. */
  files: readonly ArticleFile[];
  ledger: Ledger;
  /** The problems of the files, each by itself. */
  problems: Problem[];
  /** All of it at once, as the checks across files see it. */
  model: ContentModel;
}

/** The same with every problem; nothing is built while one of them is an error. */
export type CheckedContent = Omit<ReadContent, 'model'>;

/** Reads `content/` and checks all of it: the one source of problems for the command and the build. */
export async function checkContent(
  ...read: Parameters<typeof readContent>
): Promise<CheckedContent> {
  const { model, ...content } = await readContent(...read);
  return { ...content, problems: [...content.problems, ...checkModel(model)] };
}

/**
 * Reads `content/`, and checks each file.
 * @param root the project's folder
 * @param now milliseconds since 1970 UTC: what is dated later is not out yet
 * @param reading what was read before; added to
 */
export async function readContent(
  root: string,
  site: Site,
  now: number,
  reading = new Reading(root),
): Promise<ReadContent> {
  const vocabulary = loadVocabulary(root, site);
  const inContent = survey(root, 'content');
  const { ledger, at: ledgerAt, problems: ofLedger } = loadLedger(root, inContent.files);
  const inPublic = survey(root, 'public');
  const {
    files,
    articles,
    problems: ofArticles,
  } = await loadArticles(root, site, inContent.files, ledger, reading);
  const pages = loadPages(root);
  const model: ContentModel = {
    site,
    now,
    articles: files,
    pages: pages.files,
    ...vocabulary,
    ledger,
    ledgerAt,
    lastCommit: () => lastCommit(root),
    publicFiles: inPublic.files.map((file) => file.slice('public/'.length)),
    unknownFiles: inContent.files.filter((file) => !isRead(file)),
    yearOf: (file) =>
      /^(?:pubDate|date):[ \t]*["']?(\d{4})-/m.exec(readFileSync(join(root, file), 'utf8'))?.[1],
  };
  return {
    content: {
      articles,
      tags: vocabulary.tags.values,
      authors: vocabulary.authors.values,
      storylines: vocabulary.storylines.values,
      glossary: vocabulary.glossary.values,
      pages: new Map(pages.files.flatMap(({ id, page }) => (page ? [[id, page]] : []))),
      filed: Object.keys(ledger.pages),
      folders: ledger.folders ?? {},
    },
    files,
    ledger,
    model,
    problems: [
      ...vocabulary.problems,
      ...ofArticles,
      ...pages.problems,
      ...componentProblems(root),
      ...languageProblems(site),
      ...lookProblems(root),
      ...letterProblems(files, site.locale),
      ...ofLedger,
      ...pages.files.flatMap(({ file }) =>
        checkPageCode(file, readFileSync(join(root, file), 'utf8')),
      ),
      ...inPublic.files
        .filter((file) => /\.(?:html?|m?js)$/i.test(file))
        .flatMap((file) => checkPublicCode(file, readFileSync(join(root, file), 'utf8'))),
      ...checkSecrets(inPublic.files),
      ...inPublic.files
        .filter((file) => /\.svg$/i.test(file))
        .flatMap((file) => checkSvg(file, readFileSync(join(root, file), 'utf8'))),
      ...[...inContent.odd, ...inPublic.odd].map(({ path, is, fix, elsewhere }) =>
        fileProblem(path, {
          code: 'file-odd',
          message: `It ${is}.`,
          fix,
          ...(elsewhere && { severity: 'warning' }),
        }),
      ),
    ],
  };
}

/** When the last commit of a project was made; undefined where there is no git, or none. */
function lastCommit(root: string): number | undefined {
  const { stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], {
    cwd: root,
    encoding: 'utf8',
  });
  return Number(stdout) > 0 ? Number(stdout) * 1000 : undefined;
}

/** Whether a file of `content/` is one that is read. */
function isRead(file: string): boolean {
  return (
    isArticlePath(file) ||
    /^content\/(?:pages\/[^/]+\.mdx|(?:authors|storylines)\/.+\.yaml|(?:tags|glossary)\.yaml)$/.test(
      file,
    ) ||
    // what owners' pages import
    /^content\/pages\/.+\.(?:astro|css|json|[cm]?[jt]sx?)$/.test(file) ||
    file === OLD_LEDGER ||
    (file.startsWith(`${LEDGER}/`) && /(?:\.json|\/pages\.txt)$/.test(file)) ||
    /(?:^|\/)README\.md$/i.test(file)
  );
}
