import { expect, test } from 'vitest';
import type { Site } from '../../../../src/record/site.ts';
import { testSite } from '../../../support/article.ts';
import { checkFiles, lines, SHELVES } from './desk.ts';

const FILE = 'content/articles/2018/a.mdx';
const ALL = { headline: 40, names: true, standfirst: true, lead: 12, numbers: true };

async function warnings(
  copyDesk: NonNullable<Site['articles']['copyDesk']>,
  { title = 'The council shuts Pier Four', standfirst = 'Boats move west.', text = 'Text.' },
): Promise<string[]> {
  const article = [
    '---',
    `title: ${title}`,
    `description: ${standfirst}`,
    'pubDate: 2018-08-24',
    'number: 18-7',
    'tags: [china]',
    'sources: [{ id: log, title: Harbour log, publisher: The harbour }]',
    '---',
    text,
    '',
  ].join('\n');
  const site = testSite({ articles: { description: 'required', minorWords: 6, copyDesk } });
  const { problems } = await checkFiles({ ...SHELVES, [FILE]: article }, { site });
  return lines(problems)
    .filter(
      (line) => line.startsWith(FILE) && !line.includes('ledger') && !line.includes('sources['),
    )
    .map((line) => line.slice(FILE.length + 1));
}

test('nothing is asked where the configuration asks for nothing', async () => {
  const title = 'A headline that goes on and on and on and names nobody at all in any of its words';
  expect(
    await warnings({}, { title, standfirst: title, text: `${'one more '.repeat(50)}5.` }),
  ).toEqual([]);
});

test('nothing is said of an article that keeps the rules', async () => {
  const text =
    'The council shut it on 3 May.<Cite id="log" />\n\nSee [2 piers](../2017/first.mdx).';
  expect(await warnings(ALL, { text })).toEqual([]);
});

test.each([
  [
    'a long headline',
    { title: 'The council of Northquay shuts its fourth pier' },
    '2:8 title: The headline has 46 characters; the most is 40. Say who did what, in fewer words. (warning)',
  ],
  [
    'a headline without a name',
    { title: 'What must now travel with the boats' },
    '2:8 title: The headline "What must now travel with the boats" names nobody: it has no word of the tags or the glossary, and no capital but the first. Name the country, the body, the law or the firm. (warning)',
  ],
  [
    'a standfirst that repeats',
    { standfirst: 'Pier Four is what the council shuts.' },
    '3:14 description: The standfirst has nearly all the words of the headline. Say what the headline leaves out. (warning)',
  ],
  [
    'a long first sentence',
    { text: `One ${'more word '.repeat(6)}here. Two.` },
    '9:1 The first sentence has 14 words; the most is 12. Say the news in it, and the rest in the next. (warning)',
  ],
  [
    'a number without a source',
    { text: 'Text.\n\nThe pier cost 1,200 crowns.' },
    '11:1 The paragraph "The pier cost 1,200 crowns.…" has the number 1,200 and no source. Cite the source with <Cite>, or link to the entry that has it. (warning)',
  ],
])('%s is pointed out', async (_what, given, expected) => {
  expect(await warnings(ALL, given)).toEqual([expected]);
});

test.each(['China shuts a pier', 'ICO sellers leave a pier', 'MiCA reaches a pier'])(
  '"%s" names somebody',
  async (title) => {
    expect(await warnings({ names: true }, { title })).toEqual([]);
  },
);
