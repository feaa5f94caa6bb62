import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import { escapeXml } from '../../src/lib/xml.ts';
import type { PagefindModule } from '../../src/ui/client/search/engine.ts';
import { Finder } from '../../src/ui/client/search/finder.ts';
import type { Search } from '../support/judge.ts';
import type { ServedIndex, Texts } from '../support/search.ts';

/* The same entries behind three searches: ours, Pagefind with its defaults, MiniSearch with its own. */

/** Our search, as the page asks it. */
export function ours({ engine }: ServedIndex): Search {
  const finder = new Finder(engine);
  return async (text) => {
    const { take } = await finder.find({ text, chosen: {}, order: 'best' });
    return (await take(10)).map(({ number }) => number);
  };
}

/** MiniSearch over title, standfirst and text, with its defaults. */
export function miniSearch({ archive, text }: Texts): Search {
  const index = new MiniSearch({ fields: ['title', 'description', 'text'] });
  index.addAll(
    archive.articles.map((article) => ({
      id: article.key,
      title: article.title,
      description: article.description,
      text: [...article.keyFacts.map((fact) => fact.text), text(article).text].join('\n'),
    })),
  );
  return async (query) => index.search(query).map(({ id }) => String(id));
}

/** Pagefind over the same entries as plain pages, with its defaults. */
export async function plainPagefind({ archive, text }: Texts): Promise<{
  search: Search;
  close(): void;
}> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(errors.join('; '));
  for (const article of archive.articles) {
    const { headings, paragraphs } = text(article);
    const body = paragraphs.map((paragraph) => {
      const heading = headings.find((one) => one.paragraph === paragraph.n);
      return `${heading ? `<h2>${escapeXml(heading.text)}</h2>` : ''}<p>${escapeXml(paragraph.text)}</p>`;
    });
    const facts = article.keyFacts.map((fact) => `<li>${escapeXml(fact.text)}</li>`);
    await index.addHTMLFile({
      url: `/${article.key}/`,
      content: `<html lang="en"><body><h1>${escapeXml(article.title)}</h1><p>${escapeXml(article.description)}</p><ul>${facts.join('')}</ul>${body.join('')}</body></html>`,
    });
  }
  const folder = mkdtempSync(join(tmpdir(), 'pagefind-'));
  const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  if (written.errors.length > 0) throw new Error(written.errors.join('; '));
  await close();
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    readFile(join(folder, new URL(request.url ?? '/', 'http://localhost').pathname)).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const script = pathToFileURL(join(folder, 'pagefind', 'pagefind.js')).href;
  const pagefind = ((await import(script)) as PagefindModule).createInstance({
    basePath: `http://127.0.0.1:${port}/pagefind/`,
  });
  // it starts to fetch by itself: that ends before other work keeps this process from answering
  await pagefind.search(null, { filters: {} });
  return {
    async search(query) {
      const { results } = await pagefind.search(query, { filters: {} });
      const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return pages.map(({ url }) => /([^/]+)\/$/.exec(url)?.[1] ?? '');
    },
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
