import type { Site } from '../../../../src/record/site.ts';
import { testSite } from '../../../support/article.ts';
import { SHELVES } from './desk.ts';

/** The article of these tests. */
export const DESK_FILE = 'content/articles/2018/a.mdx';

const ALL = { headline: 40, names: true, standfirst: true, lead: 12, numbers: true };

/** What a case writes otherwise. */
export interface Given {
  title?: string;
  standfirst?: string;
  text?: string;
}

/** Files of a folder with one article. */
export function copyDeskFiles({
  title = 'The council shuts Pier Four',
  standfirst = 'Boats move west.',
  text = 'Text.',
}: Given): Record<string, string> {
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
  return { ...SHELVES, [DESK_FILE]: article };
}

/** A publication with rules of the copy desk: with all of them, if none are named. */
export function copyDeskSite(copyDesk: NonNullable<Site['articles']['copyDesk']> = ALL): Site {
  return testSite({ articles: { description: 'required', minorWords: 6, copyDesk } });
}

/** What breaks a rule, and what is said of it. */
export const COPY_DESK_CASES: readonly [is: string, given: Given, says: string][] = [
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
];
