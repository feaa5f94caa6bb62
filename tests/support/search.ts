import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ArticleCache } from '../../src/content/cache.ts';
import { readSnapshot } from '../../src/content/snapshot.ts';
import { FOLDER } from '../../src/outputs/search/names.ts';
import { type IndexOptions, searchIndex } from '../../src/outputs/search/search-index.ts';
import type { Archive } from '../../src/record/archive.ts';
import type { Article } from '../../src/record/article.ts';
import type { Site } from '../../src/record/site.ts';
import type { Text } from '../../src/record/text.ts';
import { Engine, type PagefindModule } from '../../src/ui/client/search/engine.ts';
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
export async function indexOf(shipped: Texts, options: IndexOptions = {}): Promise<ServedIndex> {
  const folder = mkdtempSync(join(tmpdir(), 'search-'));
  await writeIndex(shipped, folder, options);
  const served = await serveIndex(folder);
  return {
    ...served,
    close() {
      served.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Writes the index of a record as it lies in a site's folder. */
export async function writeIndex(
  { archive, text }: Texts,
  folder: string,
  options: IndexOptions = {},
): Promise<void> {
  for (const { path, content } of await searchIndex({ archive, text, root: folder }, options)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** A served index with the real Pagefind in front of it, in Node. */
export interface ServedIndex {
  engine: Engine;
  /** Files that were asked for. */
  requests: { path: string; content: Uint8Array }[];
  /** Opens the index anew, as another reader would. */
  open(): Promise<Engine>;
  close(): void;
}

/**
 * Serves a site's index on loopback and opens it as the script does.
 * @param site folder that holds `pagefind/`
 */
export async function serveIndex(site: string): Promise<ServedIndex> {
  const requests: ServedIndex['requests'] = [];
  // a connection that the server drops while this process is busy would look like a lost network
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    readFile(join(site, path)).then(
      (bytes) => {
        requests.push({ path, content: bytes });
        response.end(bytes);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const script = pathToFileURL(join(site, FOLDER, 'pagefind.js')).href;
  const open = () =>
    Engine.open(`http://127.0.0.1:${port}/`, async (address) => {
      // counted like a browser's request, though Node imports the file
      await fetch(address);
      return (await import(script)) as PagefindModule;
    });
  return {
    engine: await open(),
    requests,
    open,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
