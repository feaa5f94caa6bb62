import type { CheckedContent } from '../../../../src/content/content.ts';
import { keptAddresses } from '../../../../src/record/addresses.ts';
import { buildArchive } from '../../../../src/record/archive.ts';
import { isWhole } from '../../../../src/record/article-file.ts';
import { type Filed, registerAll } from '../../../../src/record/register.ts';
import { Routes } from '../../../../src/record/routes.ts';
import { testPalette, testSite } from '../../../support/article.ts';
import { checkFiles, NOW, SHELVES } from './desk.ts';

/** Files by path; undefined: deleted. */
export type Files = Readonly<Record<string, string | undefined>>;

export const RULE = 'content/articles/2018/rule.mdx';
export const OTHER = 'content/articles/2018/other.mdx';
export const NEXT = 'content/articles/2026/next.mdx';

export const WORDS =
  'China banned India from the market, and nobody said which part of it was meant.';

/** An article with what a case adds to its frontmatter. */
export function article(
  extra: readonly string[] = [],
  { title = 'A rule', pubDate = '2018-08-24', number = '18-7', text = WORDS } = {},
): string {
  const fields = [`title: ${title}`, 'description: What it says.', `pubDate: ${pubDate}`];
  return `---\n${[...fields, `number: ${number}`, ...extra].join('\n')}\n---\n\n${text}\n`;
}

export const CORRECTED = 'corrections: [{ date: 2019-01-01, text: We misread a source. }]';
export const TWICE =
  'corrections: [{ date: 2019-01-01, text: We misread a source. }, { date: 2019-01-02, text: And another. }]';
export const UPDATED = 'updatedDate: 2020-01-01';
export const CITED = article(['sources: [{ id: a, title: Notice No. 24, publisher: The bank }]'], {
  text: `${WORDS}<Cite id="a" />`,
});
export const WITHDRAWN = 'withdrawn: { date: 2026-11-22, reason: It was wrong. }';
export const EXPIRED = 'expires: 2026-11-01';
const GONE =
  'content/ledger/2018/rule.json:1:1 18-7: The article 18-7 was published at "/2018/rule/" and is gone';
const BACK =
  'Put it back (an article may say "withdrawn"), or write "/2018/rule/" under "aliases" of what replaces it.';
const SAY_SO = `Write "updatedDate: ${new Date(NOW).toISOString().slice(0, 16)}Z" among its fields, or a correction.`;
const SILENT_RECORD = `${RULE}:1:1 The date or the sources have changed since the article was published, and it does not say so. ${SAY_SO}`;
const TAGS = SHELVES['content/tags.yaml'] ?? '';

/** What was filed, what became of it (undefined: deleted), and everything that is said then. */
export const REGISTERED_CASES: readonly [
  is: string,
  before: Files,
  after: Files,
  says: string[],
][] = [
  [
    'a correction that was published and is gone',
    { [RULE]: article([CORRECTED]) },
    { [RULE]: article() },
    [
      `${RULE}:1:1 corrections: The article had a correction when it was filed, and has none now. Put back what is missing: a published correction stays.`,
    ],
  ],
  [
    'one of two corrections that is gone',
    { [RULE]: article([TWICE]) },
    { [RULE]: article([CORRECTED]) },
    [
      `${RULE}:6:14 corrections: The article had 2 corrections when it was filed, and has 1 now. Put back what is missing: a published correction stays.`,
    ],
  ],
  [
    'a correction that says something else now, beside a new one',
    { [RULE]: article([CORRECTED]) },
    { [RULE]: article([TWICE.replace('misread', 'read')]) },
    [
      `${RULE}:6:15 corrections[0]: The correction is not the one that was published in this place. Write it as it was, and a new one below the others.`,
    ],
  ],
  [
    'an update that is not said any more',
    { [RULE]: article([UPDATED]) },
    { [RULE]: article() },
    [
      `${RULE}:1:1 updatedDate: The article was updated on 2020-01-01 and does not say so any more. Write "updatedDate: 2020-01-01" again, or a later day.`,
    ],
  ],
  [
    'a text changed under an earlier update',
    { [RULE]: article([UPDATED]) },
    { [RULE]: article(['updatedDate: 2018-08-24'], { text: WORDS.replace('part', 'half') }) },
    [
      `${RULE}:6:14 updatedDate: 2018-08-24 is before 2020-01-01, on which the article was updated. Write "updatedDate: 2020-01-01" again, or a later day.`,
      `${RULE}:1:1 The text has changed since it was published (a word), and the article does not say so. ${SAY_SO.replace(', or a correction.', '')} to tell readers; left as it is, it is entered as a minor edit by the deploy, or by "npm run register -- --minor ${RULE}". (warning)`,
    ],
  ],
  [
    'a text changed under the same update in another form',
    { [RULE]: article([UPDATED]) },
    { [RULE]: article(['updatedDate: 2020-01-01T00:00Z'], { text: 'Nothing of it was true.' }) },
    [
      `${RULE}:1:1 The text has changed since it was published (about 12 words), and the article does not say so. ${SAY_SO}`,
    ],
  ],
  [
    'words that changed places',
    { [RULE]: article() },
    { [RULE]: article([], { text: WORDS.replace('China banned India', 'India banned China') }) },
    [
      `${RULE}:1:1 The text has changed since it was published (the same words in another order), and the article does not say so. ${SAY_SO}`,
    ],
  ],
  [
    'another title of a source',
    { [RULE]: CITED },
    { [RULE]: CITED.replace('No. 24', 'No. 25') },
    [SILENT_RECORD],
  ],
  [
    'another date of the article',
    { [RULE]: article() },
    { [RULE]: article([], { pubDate: '2018-08-25' }) },
    [SILENT_RECORD],
  ],
  [
    'an article taken back by a date that is ahead',
    { [NEXT]: article([], { pubDate: '2026-11-20', number: '26-1' }) },
    { [NEXT]: article([], { pubDate: '2026-12-20', number: '26-1' }) },
    [
      `${NEXT}:4:10 pubDate: The article was published on 2026-11-22 and would be gone until 2026-12-20 now. Write the date that it had; to take it back, write "withdrawn: { date: …, reason: … }".`,
    ],
  ],
  [
    'an old address under a draft',
    { [RULE]: article() },
    {
      [RULE]: undefined,
      [OTHER]: article(['aliases: [/2018/rule/]', 'draft: true'], { number: '18-8' }),
    },
    [`${GONE}; what leads on from there, in ${OTHER}, is not out. ${BACK}`],
  ],
  [
    'an old address under an article that comes out later',
    { [RULE]: article() },
    {
      [RULE]: undefined,
      'content/articles/2027/next.mdx': article(['aliases: [/2018/rule/]'], {
        pubDate: '2027-01-01',
        number: '27-1',
      }),
    },
    [
      'content/articles/2027/next.mdx:4:10 pubDate: The article comes out on 2027-01-01; until then nobody sees it. Leave it so, or correct the date. (warning)',
      `${GONE}; what leads on from there, in content/articles/2027/next.mdx, is not out. ${BACK}`,
    ],
  ],
  [
    'an old address under a tag that no entry has',
    { [RULE]: article() },
    {
      [RULE]: undefined,
      'content/tags.yaml': `${TAGS}rules: { name: Rules, description: D., aliases: [/2018/rule/] }\n`,
    },
    [
      `${GONE}; what leads on from there, in content/tags.yaml, is not out. ${BACK}`,
      'content/tags.yaml:3:1 rules: No article names the tag "rules". Use it, or remove it. (warning)',
    ],
  ],
  [
    'an entry that was copied as a template, its number left',
    { [RULE]: article() },
    { 'content/articles/2018/copy.mdx': article([], { title: 'Another' }) },
    [
      `content/articles/2018/copy.mdx:5:9 number: The docket number 18-7 is also that of ${RULE}. Remove the line: the deploy gives it another, or "npm run register".`,
    ],
  ],
  [
    'a number that is taken, after one that was deleted',
    { [RULE]: article(), [OTHER]: article([], { number: '18-9', title: 'Other' }) },
    {
      [OTHER]: undefined,
      'content/articles/2018/copy.mdx': article(['aliases: [/2018/other/]'], { title: 'Another' }),
    },
    [
      `content/articles/2018/copy.mdx:5:9 number: The docket number 18-7 is also that of ${RULE}. Remove the line: the deploy gives it another, or "npm run register".`,
    ],
  ],
  [
    'a number that changed beside a declared correction',
    { [RULE]: article([], { text: 'It named two banks, and 12 of their branches.' }) },
    {
      [RULE]: article(
        [
          'corrections: [{ date: 2026-11-22, text: It was three., was: two banks, now: three banks }]',
        ],
        { text: 'It named three banks, and 14 of their branches.' },
      ),
    },
    [
      `${RULE}:6:14 corrections: Something else of the text has changed, beside what the new correction says. Add a correction or "updatedDate" for that too, if it is more than a typing error. (warning)`,
    ],
  ],
  [
    'an article that was renamed and lost its number',
    { [RULE]: article() },
    { [RULE]: undefined, [OTHER]: article().replace('number: 18-7\n', '') },
    [
      `${OTHER}:1:1 number: The article was published as 18-7 and has no number now. Write "number: 18-7" again.`,
    ],
  ],
  [
    'an article that is filed for a day that it no longer has',
    { [NEXT]: article([], { pubDate: '2026-12-01', number: '26-1' }) },
    { [NEXT]: article(['draft: true'], { pubDate: '2026-12-01', number: '26-1' }) },
    [
      'content/ledger/2026/next.json:1:1 26-1: The article 26-1 was to come out on 2026-12-01, and that has changed. Run "npm run register" before that day. (warning)',
    ],
  ],
];

/** The content of a folder. */
export function check(files: Files, now = NOW): Promise<CheckedContent> {
  const there = Object.entries(files).flatMap(([path, text]) =>
    text === undefined ? [] : [[path, text]],
  );
  return checkFiles(Object.fromEntries(there), { now });
}

/** Files everything, as `npm run register` does. */
export async function file(
  files: Files,
  { now = NOW, minor = false, again = false, numbered = [] as string[] } = {},
): Promise<Filed> {
  const checked = await check(files, now);
  const site = testSite();
  const archive = buildArchive(checked.content, site, now, { palette: testPalette() });
  return registerAll(checked.ledger, checked.files.filter(isWhole), keptAddresses(archive), now, {
    identity: { domain: 'quay.example', year: 2026 },
    numbered: new Set(numbered),
    minor: () => minor,
    again: () => again,
    minorWords: site.articles.minorWords,
    zone: site.zone,
    routes: Routes.rootless(site),
  });
}
