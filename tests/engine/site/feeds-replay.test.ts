import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UNCOMPRESSED } from '../../support/deep.ts';
import {
  type ReadItem,
  readWithFeedparser,
  readWithFeedsmith,
} from '../../support/feed-readers.ts';
import { Project } from '../../support/project.ts';

/*
 * Real builds of a small publication while it lives: nothing changes, everything is renamed, a
 * mistake is corrected. A reader's program knows an item by its id alone.
 */

interface EntryFields {
  title: string;
  number: string;
  tag?: string;
  more?: string;
  text?: string;
}

function entry({
  title,
  number,
  tag = 'china',
  more = '',
  text = 'It says two things.',
}: EntryFields) {
  return `---
title: ${title}
description: What ${title} is about.
pubDate: 2018-08-24
number: ${number}
tags: [${tag}, "1.10"]
authors: ["007"]
storyline: ban
${more}---

${text}
`;
}

const tags = (id: string, aliases = '') => `${id}:
  name: China
  group: place
  description: Entries on China.
${aliases}"1.10":
  name: "1.10"
  group: topic
  description: A version.
`;

const ALL = [
  'rss.xml',
  'atom.xml',
  'storylines/ban/rss.xml',
  'authors/007/rss.xml',
  'topics/1.10/rss.xml',
];

let project: Project;
let seen: Map<string, ReadItem>;
const before = new Map<string, string>();

beforeAll(async () => {
  project = new Project({
    'content/tags.yaml': tags('china'),
    'content/authors/desk.yaml': 'name: The desk\n',
    'content/authors/007.yaml': 'name: "007"\n',
    'content/storylines/ban.yaml': 'name: The ban\nshort: A ban.\ndescription: How a ban went.\n',
    'content/articles/2018/first.mdx': entry({ title: 'First entry', number: '18-1' }),
    'content/articles/2018/second.mdx': entry({ title: 'Second entry', number: '18-2' }),
    'content/articles/2018/third.mdx': entry({
      title: 'Third entry',
      number: '18-3',
      more: 'corrections:\n  - { date: 2018-09-01, text: It was wrong. }\n',
    }),
  });
  await project.build(UNCOMPRESSED);
  for (const path of [
    ...ALL,
    'feed.json',
    'topics/china/rss.xml',
    'corrections/rss.xml',
    'feeds/feeds.opml',
  ]) {
    before.set(path, project.read(`dist/${path}`));
  }
  seen = byId(project.read('dist/rss.xml'));
});

afterAll(() => project.remove());

function byId(xml: string): Map<string, ReadItem> {
  return new Map(readWithFeedsmith(xml).map((item) => [item.id, item]));
}

describe('a publication that lives', () => {
  test('begins with three items and a feed of one correction', () => {
    expect([...seen.keys()].map((id) => id.slice(-4))).toEqual(['18-3', '18-2', '18-1']);
    expect(byId(before.get('corrections/rss.xml') ?? '').size).toBe(1);
    for (const item of seen.values()) {
      expect(item).toMatchObject({ authors: '007', categories: ['China', '1.10'] });
    }
  });

  test('built again later with nothing changed: every feed is the same, byte for byte', async () => {
    await project.build({ SITE_NOW: '2026-12-24T18:30:00Z', ...UNCOMPRESSED });
    for (const [path, text] of before) expect(project.read(`dist/${path}`), path).toBe(text);
  });

  test('a correction changes one item of the site’s feed, and adds one to that of corrections', async () => {
    project.write({
      'content/articles/2018/second.mdx': entry({
        title: 'Second entry',
        number: '18-2',
        more: 'corrections:\n  - { date: 2018-10-01T09:30Z, text: It was two., was: two, now: three }\n',
        text: 'It says three things.',
      }),
    });
    await project.build(UNCOMPRESSED);
    for (const path of ['rss.xml', 'atom.xml']) {
      const old = byId(before.get(path) ?? '');
      const now = byId(project.read(`dist/${path}`));
      expect([...now.keys()]).toEqual([...old.keys()]);
      const changed = [...now.values()].filter(
        (item) => JSON.stringify(item) !== JSON.stringify(old.get(item.id)),
      );
      expect(
        changed.map(({ id }) => id.slice(-4)),
        path,
      ).toEqual(['18-2']);
      expect(changed[0]).toMatchObject({
        title: 'Corrected: Second entry',
        updated: Date.parse('2018-10-01T09:30Z'),
        published: old.get(changed[0]?.id ?? '')?.published,
      });
    }
    const corrections = byId(project.read('dist/corrections/rss.xml'));
    const known = byId(before.get('corrections/rss.xml') ?? '');
    const added = [...corrections].filter(([id]) => !known.has(id));
    expect(added.map(([id]) => id)).toEqual(['tag:quay.example,2026:docket/18-2/correction-1']);
    expect(corrections.size).toBe(2);
    for (const [id, item] of known) expect(corrections.get(id)).toEqual(item);
  });

  test('slug, title, tag and domain change: no reader sees an entry twice, no feed ends', async () => {
    project.delete('content/articles/2018/first.mdx');
    project.write({
      'content/tags.yaml': tags('prc', '  aliases: [/topics/china/]\n'),
      'content/articles/2018/renamed.v2.mdx': entry({
        title: 'First entry under another headline',
        number: '18-1',
        tag: 'prc',
        more: 'aliases: [/2018/first/]\n',
      }),
      'content/articles/2018/second.mdx': entry({
        title: 'Second entry',
        number: '18-2',
        tag: 'prc',
      }),
      'content/articles/2018/third.mdx': entry({
        title: 'Third entry',
        number: '18-3',
        tag: 'prc',
        more: 'corrections:\n  - { date: 2018-09-01, text: It was wrong. }\n',
      }),
    });
    project.configure({ url: 'https://moved.example/news/' });
    await project.buildOnce(UNCOMPRESSED);
    for (const path of ALL) {
      const xml = project.read(`dist/${path}`);
      expect(xml, path).toContain('https://moved.example/news/');
      expect(xml, path).not.toContain('https://quay.example');
      for (const item of [...(await readWithFeedparser(xml)), ...readWithFeedsmith(xml)]) {
        expect([...seen.keys()], path).toContain(item.id);
      }
    }
    expect([...byId(project.read('dist/topics/prc/rss.xml')).keys()]).toEqual([...seen.keys()]);
    const json = JSON.parse(project.read('dist/feed.json')) as { items: { id: string }[] };
    expect(json.items.map(({ id }) => id)).toEqual([...seen.keys()]);
    expect([...byId(project.read('dist/corrections/rss.xml')).keys()]).toEqual([
      'tag:quay.example,2026:docket/18-3/correction-1',
    ]);
    // the feed of the renamed topic answers at its old address
    expect(project.read('dist/_redirects')).toMatch(
      /^\/news\/topics\/china\/rss\.xml \/news\/topics\/prc\/rss\.xml 301$/m,
    );
  });

  test('the last entry of a topic is withdrawn: its notice comes under its id, the topic’s feed goes on', async () => {
    project.write({
      'content/tags.yaml': `${tags('prc', '  aliases: [/topics/china/]\n')}alone:
  name: Alone
  group: topic
  description: A topic of one entry.
`,
      'content/articles/2018/second.mdx': entry({
        title: 'Second entry',
        number: '18-2',
        tag: 'alone',
      }),
    });
    expect((await project.run('register')).code).toBe(0);
    expect(project.read('content/ledger/pages.txt')).toContain(' /topics/alone/\n');

    project.write({
      'content/articles/2018/second.mdx': entry({
        title: 'Second entry',
        number: '18-2',
        tag: 'alone',
        more: 'withdrawn: { date: 2018-12-01, reason: It was about something else. }\n',
      }),
    });
    await project.build(UNCOMPRESSED);
    for (const path of ALL) {
      const items = byId(project.read(`dist/${path}`));
      expect([...items.keys()], path).toEqual([...seen.keys()]);
      const notice = items.get('tag:quay.example,2026:docket/18-2');
      expect(notice, path).toMatchObject({
        title: 'Entry 18-2 has been withdrawn',
        content: expect.stringMatching(/^<p>It was about something else\.<\/p>/),
        updated: Date.parse('2018-12-01T00:00:02Z'),
      });
    }
    expect(project.files()).not.toContain('topics/alone/rss.xml');
    expect(project.read('dist/_redirects')).toMatch(
      /^\/news\/topics\/alone\/rss\.xml \/news\/rss\.xml 301$/m,
    );
  });
});
