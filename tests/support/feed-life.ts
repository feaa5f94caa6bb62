import { TEST_NOW } from './project.ts';

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
