import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGLISH } from '../../support/build-site.ts';
import { FeedServer, Newsboat } from '../../support/feed-clients.ts';
import { live } from '../../support/feed-life.ts';

/*
 * What readers see who follow the feeds with newsboat.
 */

const folder = mkdtempSync(join(tmpdir(), 'newsboat-'));
const first = fileURLToPath(new URL('../fixtures/feeds-1.0/', import.meta.url));
let server: FeedServer;

beforeAll(async () => {
  server = await FeedServer.of(first);
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

test.each(['rss.xml', 'atom.xml'])(
  'who followed %s of version 1.0 sees nothing new',
  async (file) => {
    const url = server.url(file);
    const client = new Newsboat(join(folder, file), [url]);
    server.show(first);
    await client.reload();
    const before = client.items(url);
    expect(before.length).toBeGreaterThan(8);
    server.show(ENGLISH.dir);
    await client.reload();
    const known = new Set(before.map(({ id }) => id));
    const after = client.items(url).filter(({ id }) => known.has(id));
    expect(after.filter(({ isUnread }) => isUnread)).toEqual([]);
    expect(after.map(({ id }) => id).sort()).toEqual([...known].sort());
  },
);

describe('a publication that lives', () => {
  /** What newsboat shows after each step, of the site's feed and of that of the corrections. */
  const shown: Record<string, ReturnType<Newsboat['items']>[]> = {};

  beforeAll(async () => {
    const urls = ['rss.xml', 'corrections/rss.xml'].map((path) => server.url(path));
    const client = new Newsboat(join(folder, 'life'), urls);
    await live(folder, async (what, feeds) => {
      server.show(feeds);
      await client.reload();
      shown[what] = urls.map((url) => client.items(url));
    });
  });

  const items = (what: string) => shown[what]?.[0] ?? [];
  const unread = (what: string) => items(what).filter(({ isUnread }) => isUnread);
  const titles = (what: string) => items(what).map(({ title }) => title);

  test('begins with its entries, unread, and with no corrections', () => {
    expect(titles('the beginning')).toEqual(['Third entry', 'Second entry', 'First entry']);
    expect(unread('the beginning')).toHaveLength(3);
    expect(shown['the beginning']?.[1]).toEqual([]);
  });

  test('renames an entry: its link is another, and nothing is new', () => {
    expect(unread('a rename')).toEqual([]);
    expect(titles('a rename')).toEqual(titles('the beginning'));
    expect(items('a rename').at(-1)?.link).toBe('https://quay.example/2018/renamed/');
  });

  test('corrects one: title and text say so, nothing is new but the correction', () => {
    expect(unread('a correction')).toEqual([]);
    expect(titles('a correction')).toEqual([
      'Third entry',
      'Corrected: Second entry',
      'First entry',
    ]);
    expect(items('a correction')[1]?.text).toContain('We miscounted.');
    expect(shown['a correction']?.[1]).toMatchObject([
      { title: 'Correction of “Second entry”', isUnread: true },
    ]);
  });

  test('updates one: its text is another, and nothing is new', () => {
    expect(unread('an update')).toEqual([]);
    expect(items('an update')[0]?.text).toContain('a word more');
    expect(shown['an update']?.[1]?.[0]?.isUnread).toBe(false);
  });

  test('withdraws one: its notice stands in its place, by name', () => {
    expect(unread('a withdrawal')).toEqual([]);
    expect(items('a withdrawal')[0]).toMatchObject({
      title: 'Entry 18-3 has been withdrawn',
      text: expect.stringMatching(/^<p>It was not so\.<\/p>/),
    });
    expect(items('a withdrawal')).toHaveLength(3);
  });

  test('files an entry under 2013: it is new, and comes first', () => {
    const what = 'an entry filed under 2013';
    expect(unread(what)).toMatchObject([
      { title: 'An old event', dated: Date.parse('2026-11-22T17:00:00Z') },
    ]);
    expect(items(what)[0]?.title).toBe('An old event');
    expect(items(what)).toHaveLength(4);
  });
});
