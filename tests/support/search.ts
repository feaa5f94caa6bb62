import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ArticleCache } from '../../src/content/cache.ts';
import { readSnapshot } from '../../src/content/snapshot.ts';
import { Finder } from '../../src/outputs/search/finder.ts';
import { FOLDER } from '../../src/outputs/search/names.ts';
import { IndexReader } from '../../src/outputs/search/reader.ts';
import { type IndexOptions, searchIndex } from '../../src/outputs/search/search-index.ts';
import type { Archive } from '../../src/record/archive.ts';
import type { Article } from '../../src/record/article.ts';
import type { Site } from '../../src/record/site.ts';
import type { Text } from '../../src/record/text.ts';
import { type FixtureName, fixtureSite } from './fixtures.ts';
import { Project, TEST_NOW } from './project.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A record as readers may see it, with its texts. */
export interface Texts {
  archive: Archive;
  text(article: Article): Text;
}

/** Loads the content of a fixture. */
export async function loadFixture(name: FixtureName): Promise<Texts> {
  const project = Project.of(name);
  try {
    return await loadTexts(project.root, fixtureSite(name), Date.parse(TEST_NOW));
  } finally {
    project.remove();
  }
}

/** Loads the content that ships. */
export async function loadShipped(): Promise<Texts> {
  const { default: site } = await import('../../src/publication/site.config.ts');
  return loadTexts(ROOT, site, Date.now());
}

/** Loads the content of a project that was compiled. */
export async function loadTexts(root: string, site: Site, now: number): Promise<Texts> {
  const { archive } = await readSnapshot(root, site, now);
  const cache = new ArticleCache(root);
  const texts = new Map(archive.articles.map((article) => [article.id, cache.text(article)]));
  cache.close();
  return {
    archive,
    text({ id, file }) {
      const text = texts.get(id);
      if (!text) throw new Error(`${file} is not compiled`);
      return text;
    },
  };
}

/** Indexes a record into a new temporary folder and opens the index; closing it removes the folder. */
export async function indexOf(shipped: Texts, options: IndexOptions = {}): Promise<OpenIndex> {
  const folder = mkdtempSync(join(tmpdir(), 'search-'));
  writeIndex(shipped, folder, options);
  const requests: OpenIndex['requests'] = [];
  const read = async (path: string) => {
    const content = await readFile(join(folder, FOLDER, path));
    requests.push({ path: FOLDER + path, content });
    return JSON.parse(content.toString()) as unknown;
  };
  const open = async () => {
    const reader = await IndexReader.open('/', read);
    return { finder: new Finder(reader), reader };
  };
  return {
    ...(await open()),
    requests,
    open,
    close: () => rmSync(folder, { recursive: true }),
  };
}

/** Writes the index of a record as it lies in a site's folder. */
export function writeIndex(
  { archive, text }: Texts,
  folder: string,
  options: IndexOptions = {},
): void {
  for (const { path, content } of searchIndex({ archive, text, root: folder }, options)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** An index that is read from its files, as the script reads them. */
export interface OpenIndex extends Opened {
  /** Files that were read. */
  requests: { path: string; content: Uint8Array }[];
  /** Opens the index anew, as another reader would. */
  open(): Promise<Opened>;
  close(): void;
}

interface Opened {
  finder: Finder;
  reader: IndexReader;
}
