import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { languagesOf } from '../i18n/languages.ts';
import { withFirmSpaces } from '../lib/typography.ts';
import { wikilinksIn } from '../markdown/wikilinks.ts';
import { type Article, toArticle } from '../record/article.ts';
import {
  type ArticleFile,
  addressed,
  isArticlePath,
  isWhole,
  type Whole,
} from '../record/article-file.ts';
import { feedIds, type Ledger, ledgerKey, newFeedId, oldAddresses } from '../record/ledger.ts';
import type { Problem } from '../record/problem.ts';
import { Routes } from '../record/routes.ts';
import type { Site } from '../record/site.ts';
import { loadPictures, readKnown, saveKnown } from './article-pictures.ts';
import { ArticleCache } from './cache.ts';
import { compileAll } from './compile-all.ts';
import type { CompileJob } from './compile-worker.ts';
import { digestOfBytes } from './file-digests.ts';
import { compileOptions } from './options.ts';
import { componentDigests } from './own-components.ts';
import { pipelineDigest } from './pipeline.ts';
import type { Reading } from './reading.ts';
import { Wikilinks } from './wikilinks.ts';

export interface LoadedArticles {
  /** Every article's file, whatever is wrong with it, by path. */
  files: ArticleFile[];
  /** The articles, each as it was when it had no errors of its own. */
  articles: Article[];
  problems: Problem[];
}

/**
 * Reads every article; compiles those that the cache does not have.
 * @param root the project's folder
 * @param paths of the files of the content
 * @param ledger what knows the addresses that articles had before
 * @param reading what was read before
 */
export async function loadArticles(
  root: string,
  site: Site,
  paths: readonly string[],
  ledger: Ledger,
  reading: Reading,
): Promise<LoadedArticles> {
  const pipeline = pipelineDigest(root);
  const files = await compiledFiles(root, site, pipeline, paths, reading);
  const known = readKnown(root, pipeline);
  const articles: Article[] = [];
  const problems: Problem[] = [];
  const ids = new Set(files.map(({ id }) => id));
  const routes = Routes.rootless(site);
  const feeds = feedIds(ledger);
  for (const file of files) {
    const { pictures, problems: ofPictures } = await loadPictures(
      root,
      file,
      known,
      reading.digests,
    );
    const found = [...file.problems, ...ofPictures];
    problems.push(...found);
    const isSound = isWhole(file) && found.every(({ severity }) => severity !== 'error');
    if (isSound) reading.whole.set(file.file, file);
    const shown =
      reading.whole.get(file.file) ?? (reading.anyway && isWhole(file) ? file : undefined);
    if (!shown) continue;
    const entry = ledger.articles[ledgerKey(ledger, shown, (id) => ids.has(id)) ?? ''];
    const past = {
      old: oldAddresses(entry, routes.article(addressed(shown, site.zone))),
      feedId: entry?.feed ?? newFeedId(site.identity, shown.data.number ?? shown.id, feeds),
      first: entry && Date.parse(entry.first),
    };
    articles.push(articleOf(shown, [site, pictures, past], reading));
  }
  saveKnown(root, pipeline, known);
  reading.digests.save();
  return { files, articles, problems };
}

/** What the ledger knows of an article. */
type Past = Pick<Parameters<typeof toArticle>[2], 'old' | 'feedId' | 'first'>;

/** The article of a file: the same one, for as long as all that it is made from is the same. */
function articleOf(
  file: ArticleFile & Whole,
  made: [site: Site, pictures: Article['pictures'], past: Past],
  { articles }: Reading,
): Article {
  const before = articles.get(file);
  if (before && isDeepStrictEqual(before.made, made)) return before.article;
  const [site, pictures, past] = made;
  const article = firm(toArticle(file, site, { pictures, ...past }), site);
  articles.set(file, { made, article });
  return article;
}

/** Lines of an article end before no sign that its language sets behind a space, as those of its text do. */
function firm(article: Article, { locale }: Site): Article {
  const { lang = locale, title, description, keyFacts } = article;
  if (!languagesOf(lang)[0]?.spacesSigns) return article;
  return {
    ...article,
    title: withFirmSpaces(title),
    description: withFirmSpaces(description),
    keyFacts: keyFacts.map(({ label, text }) => ({ label, text: withFirmSpaces(text) })),
  };
}

async function compiledFiles(
  root: string,
  site: Site,
  pipeline: string,
  paths: readonly string[],
  reading: Reading,
): Promise<ArticleFile[]> {
  const components = componentDigests(root);
  const options = compileOptions(site, components);
  const made = hash('sha256', JSON.stringify([pipeline, options]));
  const jobs = paths
    .filter(isArticlePath)
    .map((file) => ({ file, digest: digestOf(made, file, reading.digests.of(file)) }));
  const cache = new ArticleCache(root);
  try {
    const { files } = reading;
    const load = (digests: readonly string[]) => {
      const kept = cache.files(digests.filter((digest) => !files.has(digest)));
      for (const file of kept) files.set(file.digest, file);
    };
    const wiki = new Wikilinks(root);
    const whole = (digest: string) => wiki.digestOf(digest, files.get(digest)?.wikilinks);
    load(jobs.map(({ digest }) => digest));
    load(jobs.map(({ digest }) => whole(digest)));
    const missing = jobs.filter(({ digest }) => !files.has(whole(digest)));
    const plain = new Map<string, string>();
    const sources = missing.map((job): CompileJob => {
      const { file } = job;
      const bytes = readFileSync(join(root, file));
      // it may have been written since it was looked at
      job.digest = digestOf(made, file, digestOfBytes(bytes));
      const source = bytes.toString();
      const links = wikilinksIn(source);
      const digest = wiki.digestOf(job.digest, links);
      plain.set(digest, job.digest);
      return [file, source, digest, wiki.resolve(links)];
    });
    await compileAll(sources, { root, options }, (article, text) => {
      files.set(article.digest, article);
      cache.add(article, text);
      const digest = plain.get(article.digest) ?? article.digest;
      if (digest === article.digest) return;
      // by its text alone it is known which links it has, before it is known what they mean
      files.set(digest, { ...article, digest });
      cache.add({ ...article, digest }, 'null');
    });
    const found = jobs.map(({ digest }) => whole(digest));
    const shown = [...reading.whole.values(), ...jobs].map(({ digest }) => digest);
    if (missing.length > 0) cache.save([...shown, ...found]);
    return found.flatMap((digest) => files.get(digest) ?? []);
  } finally {
    cache.close();
  }
}

/** Everything that decides what an article compiles to: the compiler and its options, its path, its text. */
function digestOf(made: string, file: string, bytes: string): string {
  return hash('sha256', `${made}\n${file}\n${bytes}`).slice(0, 32);
}
