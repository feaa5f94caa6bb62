import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer, Query, Wish } from '../../../../src/outputs/search/answer.ts';
import { allParts } from '../../../../src/outputs/search/index-parts.ts';
import { TABLES, writeDatabase } from '../../../../src/outputs/search/server/database.ts';
import {
  type Asked,
  anyOf,
  inHeads,
  quoted,
} from '../../../../src/outputs/search/server/expression.ts';
import { searchServer } from '../../../../src/outputs/search/server/server.ts';
import { writeWish } from '../../../../src/outputs/search/server/wish.ts';
import { archiveOf } from '../../../support/article.ts';
import { indexOf, loadFixture, type OpenIndex, type Texts } from '../../../support/search.ts';

/* The server that searches a database answers as the index in a browser does. */

const folder = mkdtempSync(join(tmpdir(), 'server-'));
const database = join(folder, 'search.sqlite');
const ORIGIN = 'https://docket.example';

let texts: Texts;
let index: OpenIndex;
let server: Server;
let url: string;

beforeAll(async () => {
  texts = await loadFixture('english');
  index = await indexOf(texts);
  write(texts, database);
  [server, url] = await listen({ rate: 0, kept: 100 });
}, 60_000);
afterAll(() => {
  server.close();
  index.close();
  rmSync(folder, { recursive: true });
});

function write({ archive, text }: Texts, path: string): void {
  writeDatabase({ archive, text, root: folder }, allParts(archive), path);
}

async function listen(options: { rate: number; kept: number }): Promise<[Server, string]> {
  const made = searchServer({ database, base: '/', origin: ORIGIN, ...options });
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return [made, `http://127.0.0.1:${(made.address() as AddressInfo).port}/search.json`];
}

const query = (text: string, more: Partial<Query> = {}): Query => ({
  text,
  chosen: {},
  order: 'best',
  ...more,
});

async function ask(asked: Query, wish: Wish = { count: 5 }): Promise<Answer> {
  const response = await fetch(url + writeWish(asked, wish));
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

test.each<[text: string, more?: Partial<Query>]>([
  ['ferry toll'],
  ['"grain toll"'],
  ['council -ferry'],
  ['ferrry'],
  ['24 August 2021'],
  ['what did the pilots say'],
  ['harbourmaster', { order: 'oldest' }],
  ['ferry', { chosen: { year: ['2021'] } }],
  ['ferry', { from: '2019-01-01', to: '2021-12-31' }],
  ['', { chosen: { year: ['2021'] }, order: 'newest' }],
  ['nothinglikethis'],
])('“%s” %o finds what the index finds', async (text, more) => {
  const asked = query(text, more);
  const wish: Wish = { count: 5, counted: ['year', 'kind'] };
  const served = await ask(asked, wish);
  const own = JSON.parse(JSON.stringify(await index.finder.answer(asked, wish))) as Answer;
  const brief = ({ total, instead, offers, results: [first] }: Answer) => {
    return { total, instead, offers, url: first?.url, title: first?.title, number: first?.number };
  };
  expect(brief(served)).toEqual(brief(own));
  // many entries that have some of the words are not all counted
  if (own.total > 0 && own.total === own.whole) expect(served.counts).toEqual(own.counts);
});

test('a pasted paragraph is found by its beginning, as in the index', async () => {
  const pasted = query(`ferry toll ${'and so on '.repeat(60)} zebra`);
  const [served, own] = [await ask(pasted), await index.finder.answer(pasted, { count: 5 })];
  expect(served.results[0]?.url).toBe(own.results[0]?.url);
  expect(own.results[0]?.lacks).not.toContain('zebra');
});

test('an answer may be kept by browsers and proxies, and is asked for by its tag', async () => {
  const address = url + writeWish(query('ferry'), { count: 5 });
  const { headers } = await fetch(address);
  expect(headers.get('cache-control')).toMatch(/public, max-age=\d+, s-maxage=\d+/);
  expect(headers.get('access-control-allow-origin')).toBe(ORIGIN);
  const again = await fetch(address, {
    headers: { 'If-None-Match': headers.get('etag') ?? '', 'Cache-Control': 'no-cache' },
  });
  expect(again.status).toBe(304);
});

test('what is no question is refused', async () => {
  expect((await fetch(url, { method: 'POST' })).status).toBe(405);
  expect((await fetch(`${url}?q=${'long '.repeat(100)}`)).status).toBe(400);
});

test('who asks too much is told to wait; what is known is answered all the same', async () => {
  const [limited, address] = await listen({ rate: 1, kept: 100 });
  const status = async (text: string) =>
    (await fetch(address + writeWish(query(text), { count: 1 }))).status;
  const first = await Promise.all(['ferry', 'toll', 'pier', 'pilots', 'grain'].map(status));
  expect(first).toEqual([200, 200, 200, 200, 200]);
  expect(await Promise.all(['council', 'permit', 'river'].map(status))).toContain(429);
  expect(await status('ferry')).toBe(200);
  limited.close();
});

test('a new database is read once it is in its place', async () => {
  const { articles, site } = texts.archive;
  const fewer = { ...texts, archive: archiveOf(articles.slice(3), { site }) };
  const before = (await ask(query(''))).total;
  write(fewer, join(folder, 'next.sqlite'));
  renameSync(join(folder, 'next.sqlite'), database);
  await expect.poll(async () => (await ask(query(''))).total, { timeout: 10_000 }).toBe(before - 3);
});

test('of words that nearly all entries have, those with them in headline or standfirst are found', () => {
  const made = new DatabaseSync(':memory:');
  made.exec(TABLES[0]);
  const insert = made.prepare('insert into found values (?, ?, ?, ?)');
  const rows = [
    ['ferry toll', '', '', ''],
    ['ferry', 'toll', '', ''],
    ['ferry', '', 'toll', ''],
    ['', '', 'ferry toll', ''],
  ];
  for (const row of rows) insert.run(...row);
  const found = (ferry: number, more: Partial<Asked> = {}) => {
    const any = [
      { found: anyOf([quoted('ferry'), quoted('ferries')]), count: ferry },
      { found: quoted('toll'), count: 90_000 },
    ];
    const match = inHeads({ any, must: [], not: [], ...more });
    if (match === undefined) return 'all are weighed';
    return made.prepare('select rowid from found where found match ?').all(match).length;
  };
  expect(found(80_000)).toBe(2);
  expect(found(8)).toBe('all are weighed');
  expect(found(80_000, { not: [quoted('pier')] })).toBe('all are weighed');
  made.close();
});
