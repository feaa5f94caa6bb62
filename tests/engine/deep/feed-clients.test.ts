import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGLISH } from '../../support/build-site.ts';
import { FeedServer, Rss2email, readWithPython, Sfeed } from '../../support/feed-clients.ts';
import { LIFE, live } from '../../support/feed-life.ts';
import { readWithFeedsmith } from '../../support/feed-readers.ts';
import { onPath } from '../../tools/programs.mjs';

/*
 * What readers see who follow the feeds with other programs; newsboat is asked in `npm test`.
 */

const folder = mkdtempSync(join(tmpdir(), 'feed-clients-'));
const first = fileURLToPath(new URL('../fixtures/feeds-1.0/', import.meta.url));
const isDebian = onPath('apt-get');
let server: FeedServer;

beforeAll(async () => {
  server = await FeedServer.of(first);
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

describe.skipIf(!isDebian)('who followed the feeds of version 1.0 gets nothing twice', () => {
  test.each(['rss.xml', 'atom.xml'])('in rss2email, of %s', async (file) => {
    server.show(first);
    const client = new Rss2email(join(folder, `mail-${file}`), [server.url(file)]);
    expect((await client.mails()).length).toBeGreaterThan(8);
    server.show(ENGLISH.dir);
    expect(await client.mails()).toEqual([]);
  });

  test.each(['rss.xml', 'atom.xml'])('in sfeed, of %s', async (file) => {
    server.show(first);
    const client = new Sfeed(join(folder, `sfeed-${file}`), server.url(file));
    expect((await client.added()).length).toBeGreaterThan(8);
    server.show(ENGLISH.dir);
    // it takes an item of another title for another one: only a withdrawn one has that
    const titles = (await client.added()).map(([, title]) => title);
    expect(titles.filter((title) => !title?.includes('withdrawn'))).toEqual([]);
  });
});

describe.skipIf(!isDebian)('a publication that lives', () => {
  const mails: Record<string, string[]> = {};
  const lines: Record<string, string[][]> = {};
  const parsed: Record<string, Record<string, unknown>[]> = {};

  beforeAll(async () => {
    const site = server.url('rss.xml');
    const mail = new Rss2email(join(folder, 'life-mail'), [
      site,
      server.url('corrections/rss.xml'),
    ]);
    const sfeed = new Sfeed(join(folder, 'life-sfeed'), site);
    await live(folder, async (what, feeds) => {
      server.show(feeds);
      mails[what] = (await mail.mails()).map((text) => /^Subject: (.*)$/m.exec(text)?.[1] ?? text);
      lines[what] = await sfeed.added();
      parsed[what] = await readWithPython(join(feeds, 'rss.xml'));
    });
  });

  test('sends a mail for each entry and each correction, and for nothing else', () => {
    expect(mails['the beginning']?.sort()).toEqual(['First entry', 'Second entry', 'Third entry']);
    expect(mails['a rename']).toEqual([]);
    expect(mails['a correction']).toHaveLength(1);
    expect(mails['an update']).toEqual([]);
    expect(mails['a withdrawal']).toEqual([]);
    expect(mails['an entry filed under 2013']).toEqual(['An old event']);
  });

  test('has a line in sfeed for each entry, and for each title and address that it had', () => {
    const counts = Object.fromEntries(LIFE.map(({ what }) => [what, lines[what]?.length]));
    expect(counts).toEqual({
      'the beginning': 3,
      'a rename': 1,
      'a correction': 1,
      'an update': 0,
      'a withdrawal': 1,
      'an entry filed under 2013': 1,
    });
    const [old] = lines['an entry filed under 2013'] ?? [];
    expect(Number(old?.[0]) * 1000).toBe(Date.parse('2026-11-22T17:00:00Z'));
  });

  test('is to Python the same entries by id, one more when there is one, and each published once', () => {
    const steps = LIFE.map(({ what }) => parsed[what] ?? []);
    expect(steps.map((entries) => entries.length)).toEqual([3, 3, 3, 3, 3, 4]);
    const published = new Map<unknown, unknown>();
    for (const { id, published: moment } of steps.flat()) {
      expect([id, published.get(id) ?? moment]).toEqual([id, moment]);
      published.set(id, moment);
    }
    expect(published.size).toBe(4);
  });
});

test.skipIf(!isDebian)('Python reads what we wrote: ids, moments, links and texts', async () => {
  for (const file of ['rss.xml', 'atom.xml']) {
    const entries = await readWithPython(join(ENGLISH.dir, file));
    const items = readWithFeedsmith(ENGLISH.file(file));
    const published = (parsed: unknown) => {
      const [year = 0, month = 1, ...rest] = parsed as number[];
      return Date.UTC(year, month - 1, ...(rest.slice(0, 4) as [number]));
    };
    expect(
      entries.map((entry) => [
        entry.id,
        entry.title,
        entry.link,
        published(entry.published_parsed),
      ]),
    ).toEqual(items.map(({ id, title, link, published }) => [id, title, link, published]));
  }
});
