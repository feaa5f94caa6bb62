import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import { escapeXml } from '../../src/lib/xml.ts';
import type { Search } from '../support/judge.ts';
import type { OpenIndex, Texts } from '../support/search.ts';

/*
 * The same entries behind four searches: ours, Pagefind and MiniSearch with their defaults, and the full-text
 * search of SQLite.
 */

/** Our search, as the page asks it. */
export function ours({ finder }: Pick<OpenIndex, 'finder'>): Search {
  return async (text) => {
    const { results } = await finder.answer({ text, chosen: {}, order: 'best' }, { count: 10 });
    return results.map(({ number }) => number);
  };
}

/** What is used of Pagefind’s script (https://pagefind.app/docs/api/). */
interface PagefindModule {
  createInstance(options: object): {
    search(
      term: string | null,
      options: object,
    ): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
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

/**
 * SQLite's FTS5: entries that hold any of the words, by the rarity of these in the entry and in its best
 * passage. It knows only words between spaces: where a language writes none, they are set here.
 */
export function sqlite({ archive, text }: Texts): Search {
  const { locale } = archive.site;
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  const words = (run: string) =>
    [...segmenter.segment(run)]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ segment }) => segment);
  const cut = (run: string) => (/^(?:zh|ja|th)\b/.test(locale) ? words(run).join(' ') : run);
  const stems = locale.startsWith('en') ? 'porter ' : '';
  const database = new DatabaseSync(':memory:');
  for (const columns of [
    'entries using fts5(key unindexed, title, rest',
    'passages using fts5(key unindexed, rest',
  ]) {
    database.exec(`create virtual table ${columns}, tokenize = "${stems}unicode61")`);
  }
  const entry = database.prepare('insert into entries values (?, ?, ?)');
  const passage = database.prepare('insert into passages values (?, ?)');
  database.exec('begin');
  for (const article of archive.articles) {
    const facts = article.keyFacts.map((fact) => fact.text);
    const all = text(article).text;
    entry.run(
      article.key,
      cut(article.title),
      cut([article.description, ...facts, all].join('\n')),
    );
    const passages = [article.description, ...facts, ...all.split('\n')];
    for (const one of passages) passage.run(article.key, cut(one));
  }
  database.exec('commit');
  const entries = database.prepare(
    'select key, bm25(entries, 0, 3, 1) as score from entries where entries match ?',
  );
  const best = database.prepare(
    'select key, bm25(passages) as score from passages where passages match ? order by score desc',
  );
  return async (query) => {
    const match = words(query)
      .map((word) => `"${word}"`)
      .join(' OR ');
    if (match === '') return [];
    // the less, the better: the last of a key is its best
    const passages = new Map(best.all(match).map(({ key, score }) => [key, Number(score)]));
    return entries
      .all(match)
      .map(({ key, score }) => ({
        key: String(key),
        score: Number(score) + (passages.get(key) ?? 0),
      }))
      .toSorted((a, b) => a.score - b.score)
      .slice(0, 10)
      .map(({ key }) => key);
  };
}

/** Pagefind over the same entries as plain pages, with its defaults. */
export async function plainPagefind({ archive, text }: Texts): Promise<{
  search: Search;
  close(): void;
}> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(errors.join('; '));
  for (const article of archive.articles) {
    const all = text(article);
    const headings = new Set(all.headings.map((heading) => heading.text));
    const body = all.text.split('\n').map((line) => {
      const name = headings.has(line) ? 'h2' : 'p';
      return `<${name}>${escapeXml(line)}</${name}>`;
    });
    const facts = article.keyFacts.map((fact) => `<li>${escapeXml(fact.text)}</li>`);
    await index.addHTMLFile({
      url: `/${article.key}/`,
      content: `<html lang="${archive.site.locale}"><body><h1>${escapeXml(article.title)}</h1><p>${escapeXml(article.description)}</p><ul>${facts.join('')}</ul>${body.join('')}</body></html>`,
    });
  }
  const folder = mkdtempSync(join(tmpdir(), 'pagefind-'));
  // what Pagefind writes itself is now and then not whole when it says so
  const written = await index.getFiles();
  if (written.errors.length > 0) throw new Error(written.errors.join('; '));
  for (const { path, content } of written.files) {
    mkdirSync(dirname(join(folder, 'pagefind', path)), { recursive: true });
    writeFileSync(join(folder, 'pagefind', path), content);
  }
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
