import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSnapshot } from '../../src/content/snapshot.ts';
import { toAtom } from '../../src/outputs/feeds/atom.ts';
import { correctionsFeed, siteFeed } from '../../src/outputs/feeds/feed.ts';
import { FeedSource } from '../../src/outputs/feeds/feed-item.ts';
import { toRss } from '../../src/outputs/feeds/rss.ts';
import { testSite } from './article.ts';
import { Project, TEST_NOW } from './project.ts';

/*
 * What happens to a small publication while people follow its feeds, a step at a time.
 */

interface EntryFields {
  title: string;
  number?: string;
  day?: string;
  text?: string;
  more?: string;
}

function entry({
  title,
  number,
  day = '2018-08-24',
  text = 'It says two things.',
  more = '',
}: EntryFields) {
  return [
    '---',
    `title: ${title}`,
    `description: What ${title} is about.`,
    `pubDate: ${day}`,
    ...(number === undefined ? [] : [`number: ${number}`]),
    'tags: [pier]',
    ...(more === '' ? [] : [more]),
    '---',
    '',
    text,
    '',
  ].join('\n');
}

/** A step: what is written and deleted, and when. */
export interface LifeStep {
  what: string;
  now: string;
  files: Record<string, string>;
  deleted?: string;
}

const FILES = {
  'content/tags.yaml': 'pier:\n  name: Pier\n  group: place\n  description: The pier.\n',
  'content/authors/desk.yaml': 'name: The desk\n',
  'content/articles/2018/first.mdx': entry({ title: 'First entry', number: '18-1' }),
  'content/articles/2018/second.mdx': entry({ title: 'Second entry', number: '18-2' }),
  'content/articles/2018/third.mdx': entry({ title: 'Third entry', number: '18-3' }),
};

export const LIFE: readonly LifeStep[] = [
  { what: 'the beginning', now: TEST_NOW, files: FILES },
  {
    what: 'a rename',
    now: '2026-11-22T13:00:00Z',
    deleted: 'content/articles/2018/first.mdx',
    files: { 'content/articles/2018/renamed.mdx': FILES['content/articles/2018/first.mdx'] },
  },
  {
    what: 'a correction',
    now: '2026-11-22T14:00:00Z',
    files: {
      'content/articles/2018/second.mdx': entry({
        title: 'Second entry',
        number: '18-2',
        text: 'It says three things.',
        more: 'corrections:\n  - { date: 2026-11-22, text: We miscounted., was: two things, now: three things }',
      }),
    },
  },
  {
    what: 'an update',
    now: '2026-11-22T15:00:00Z',
    files: {
      'content/articles/2018/third.mdx': entry({
        title: 'Third entry',
        number: '18-3',
        text: 'It says two things, and a word more.',
        more: 'updatedDate: 2026-11-22T14:50Z',
      }),
    },
  },
  {
    what: 'a withdrawal',
    now: '2026-11-22T16:00:00Z',
    files: {
      'content/articles/2018/third.mdx': entry({
        title: 'Third entry',
        number: '18-3',
        more: 'updatedDate: 2026-11-22T14:50Z\nwithdrawn: { date: 2026-11-22, reason: It was not so. }',
      }),
    },
  },
  {
    what: 'an entry filed under 2013',
    now: '2026-11-22T17:00:00Z',
    files: {
      'content/articles/2013/old.mdx': entry({
        title: 'An old event',
        day: '2013-12-05',
        more: 'compiled: 2026-11-22',
      }),
    },
  },
];

/**
 * Lives that life: registers each step, and writes the feeds that its record has then.
 * @param folder in which each step gets a folder of its own
 * @param look is told of each step, and where its feeds are, before the next
 */
export async function live(
  folder: string,
  look: (what: string, feeds: string) => Promise<void>,
): Promise<void> {
  const project = new Project();
  try {
    for (const { what, now, files, deleted } of LIFE) {
      if (deleted !== undefined) project.delete(deleted);
      project.write(files);
      const { code, output } = await project.command('register', [], { SITE_NOW: now });
      if (code !== 0) throw new Error(output);
      const source = new FeedSource(await readSnapshot(project.root, testSite(), Date.parse(now)));
      const feeds = join(folder, what);
      mkdirSync(join(feeds, 'corrections'), { recursive: true });
      for (const [path, xml] of [
        ['rss.xml', await toRss(siteFeed(source))],
        ['atom.xml', toAtom(siteFeed(source))],
        ['corrections/rss.xml', await toRss(correctionsFeed(source))],
      ] as const) {
        writeFileSync(join(feeds, path), xml);
      }
      await look(what, feeds);
    }
  } finally {
    project.remove();
  }
}
