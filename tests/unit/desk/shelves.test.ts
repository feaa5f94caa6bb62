import { describe, expect, test } from 'vitest';
import { testSite } from '../../support/article.ts';
import { checkFiles, lines, SHELVES } from './desk.ts';

/** Files that are not articles: what is put in, and everything that is said. */
const CASES: readonly [is: string, files: Record<string, string>, says: string[]][] = [
  [
    'a tag without a description, and one in an unknown group',
    {
      'content/tags.yaml':
        'china: { name: China, group: place, description: D. }\nbanks: { name: Banks, group: topics }\n',
    },
    [
      'content/tags.yaml:2:1 description: The field is missing or empty. Add "description: …".',
      'content/tags.yaml:2:30 group: "topics" is not one of place, topic, body. Did you mean "topic"?',
    ],
  ],
  [
    'a tag that no address can have, and one that nobody names',
    {
      'content/tags.yaml': `${SHELVES['content/tags.yaml']}Big Banks: { name: A, description: D. }\nunused: { name: U, description: D. }\n`,
    },
    [
      'content/tags.yaml:3:1 Big Banks: The id "Big Banks" cannot be part of an address. Use small letters, digits and hyphens, such as "big-banks".',
      'content/tags.yaml:4:1 unused: No article names the tag "unused". Use it, or remove it. (warning)',
    ],
  ],
  [
    'tags that cannot be read',
    { 'content/tags.yaml': 'china: { name: China\n' },
    [
      'content/tags.yaml:1:8 china: The YAML cannot be read: the bracket here is never closed. Close it with "}".',
    ],
  ],
  [
    'an author with an insecure mail address and an address that is code',
    { 'content/authors/ada.yaml': 'name: Ada\nemail: ada at example\nurl: javascript:alert(1)\n' },
    [
      'content/authors/ada.yaml:2:8 email: "ada at example" is not an e-mail address. Write it as name@example.org.',
      'content/authors/ada.yaml:3:6 url: "javascript:alert(1)" is not a web address. Use one that begins with https:// or http://.',
    ],
  ],
  [
    'a term under a tag that is not there',
    { 'content/glossary.yaml': 'ico: { name: ICO, text: A sale of tokens., tags: [bank] }\n' },
    ['content/glossary.yaml:1:1 tags[0]: There is no tag "bank". Did you mean "banks"?'],
  ],
  [
    'no desk',
    { 'content/authors/desk.yaml': '' },
    ['content/authors/desk.yaml:1:1 name: The field is missing or empty. Add "name: …".'],
  ],
  [
    'a storyline that nobody continues, an unknown status, an address that is taken',
    {
      'content/storylines/other.yaml':
        'name: Other\ndescription: D.\nshort: S.\nstatus: opened\naliases: [/archive/]\n',
      'content/storylines/lonely.yaml':
        'name: Lonely\ndescription: D.\nshort: S.\naliases: [/archive/]\n',
    },
    [
      'content/storylines/lonely.yaml:1:1 aliases: The address "/archive/" is also that of a page that the site always has. Remove it here.',
      'content/storylines/lonely.yaml:1:1 lonely: No article names the storyline "lonely". Use it, or remove it. (warning)',
      'content/storylines/other.yaml:4:9 status: "opened" is not one of open, closed. Did you mean "open"?',
    ],
  ],
  [
    'a page without a title, one that takes the address of another, one that cannot be read',
    {
      'content/pages/about.mdx': '---\ndescription: D\n---\n\nText.\n',
      'content/pages/archive.mdx': '---\ntitle: A\ndescription: D\n---\n\nText.\n',
      'content/pages/broken.mdx': '---\ntitle: A\ndescription: D\n---\n\n<Note>\n',
    },
    [
      'content/pages/about.mdx:2:1 title: The field is missing or empty. Add "title: …".',
      'content/pages/archive.mdx:1:1 The address "/archive/" is also that of a page that the site always has. Rename one of the two.',
      'content/pages/broken.mdx:6:1 The tag <Note> is never closed. Write </Note> where it ends, or "/>" at its own end.',
    ],
  ],
  [
    'tags nested too deeply, and a value that holds itself',
    {
      'content/tags.yaml': `china: ${'['.repeat(30_000)}`,
      'content/authors/ada.yaml': 'name: &a [*a]\n',
    },
    [
      'content/authors/ada.yaml:1:10 name: The YAML cannot be read: names such as "&a" and "*a" stand for other values here. Write the values out.',
      'content/tags.yaml:1:1 Something in the file is nested too deeply to be read. Nest brackets, lists and components less deeply.',
    ],
  ],
  [
    'a page with a broken link and a heading of the first level, one with a space in its name',
    {
      'content/pages/about.mdx':
        '---\ntitle: A\ndescription: D\n---\n\n# About\n\nSee [us](/abuot/) and [it](/2017/first/).\n',
      'content/pages/Our team.mdx': '---\ntitle: T\ndescription: D\n---\n\nText.\n',
    },
    [
      'content/pages/Our team.mdx:1:1 The file\'s name "Our team" cannot be part of an address. Name it our-team.mdx: small letters, digits and hyphens, at most 100.',
      'content/pages/about.mdx:6:1 The heading "About" is of the first level, which is the title\'s. Write "## About".',
      'content/pages/about.mdx:8:5 There is no page "/abuot/". Did you mean "/about/"?',
    ],
  ],
  [
    'files that nothing reads',
    {
      'content/authors/bob.yml': 'name: Bob\n',
      'content/pages/more/team.mdx': '---\ntitle: T\ndescription: D\n---\n\nText.\n',
      'content/tag.yaml': 'a: b\n',
      'content/LICENSE': 'Free.\n',
    },
    [
      'content/authors/bob.yml:1:1 The file is not read: authors end in ".yaml". Rename it to bob.yaml.',
      'content/pages/more/team.mdx:1:1 The file is not read: pages lie directly in content/pages/. Move it to content/pages/team.mdx.',
      'content/tag.yaml:1:1 Nothing reads this file. Tags are in content/tags.yaml, terms in content/glossary.yaml.',
    ],
  ],
  [
    'what cannot be read is not called unused or missing as well',
    {
      'content/articles/2017/first.mdx':
        '---\ntitle: "The first\ntags: [china, banks]\n---\n\nA.<Cite id="a" />\n',
      'content/articles/2018/next.mdx':
        '---\ntitle: Next\ndescription: D\npubDate: 2018-01-01\nnumber: 18-1\n---\n\nSee [this](/topics/china/).\n',
    },
    [
      'content/articles/2017/first.mdx:2:8 title: The YAML cannot be read: the quotation mark here is never closed. Close it.',
    ],
  ],
  [
    'files of public/ that are articles’ addresses, or draw more than a picture',
    {
      'public/2017/first/index.html': '<p>Mine</p>',
      'public/a.svg': '<svg>\n  <script>alert(1)</script>\n</svg>',
      'public/b.svg': '<svg onload="alert(1)"><a href="javascript:x"/></svg>',
      'public/c.svg': '<svg><image href="https://example.org/x.png"/></svg>',
      'public/d.SVG': '<svg><a href="&#106;avascript:x"/><style>@import "x"</style></svg>',
      'public/fine.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
    },
    [
      'public/2017/first/index.html:1:1 The address "/2017/first/index.html" is to a host the same as "/2017/first/", that of content/articles/2017/first.mdx. Rename one of the two.',
      'public/a.svg:2:3 The SVG has a script. Remove it: an SVG of this site only draws.',
      'public/b.svg:1:5 The SVG has an event handler. Remove it: an SVG of this site only draws.',
      'public/b.svg:1:27 The SVG has a "javascript:" address. Remove it: an SVG of this site only draws.',
      'public/c.svg:1:13 The SVG has something from another host. Remove it: an SVG of this site only draws.',
      'public/d.SVG:1:9 The SVG has a "javascript:" address. Remove it: an SVG of this site only draws.',
      'public/d.SVG:1:37 The SVG has a style from another host. Remove it: an SVG of this site only draws.',
    ],
  ],
];

describe('tags, authors, storylines, pages and files', () => {
  test.each(CASES)('%s', async (_is, files, says) => {
    const { problems } = await checkFiles({ ...SHELVES, ...files });
    expect(lines(problems)).toEqual(says);
  });

  test('an open vocabulary takes any tag that can be part of an address', async () => {
    const files = {
      ...SHELVES,
      'content/articles/2018/open.mdx':
        '---\ntitle: T\ndescription: D\npubDate: 2018-01-01\nnumber: 18-1\ntags: [anything, "融资"]\n---\n\nText.\n',
    };
    const { problems } = await checkFiles(files, { site: testSite({ vocabulary: 'open' }) });
    expect(lines(problems)).toEqual([
      'content/articles/2018/open.mdx:6:18 tags[1]: There is no tag "融资". Add it to content/tags.yaml.',
    ]);
  });

  test('a link to a year of a topic leads to a page that the topic has', async () => {
    const site = testSite({ counts: { home: 8, page: 2, related: 3 } });
    const articles = [2011, 2011, 2012, 2012, 2013, 2013].map((year, i): [string, string] => [
      `content/articles/${year}/entry-${i}.mdx`,
      `---\ntitle: Entry ${i}\ndescription: D\npubDate: ${year}-01-0${i + 1}\nnumber: ${year - 2000}-${i + 1}\ntags: [china]\n---\n\nText.\n`,
    ]);
    const about = (years: readonly number[]) =>
      `---\ntitle: A\ndescription: D\n---\n\n${years.map((year) => `See [${year}](/topics/china/${year}/).\n`).join('\n')}`;
    const checked = async (years: readonly number[]) =>
      lines(
        (
          await checkFiles(
            {
              ...SHELVES,
              ...Object.fromEntries(articles),
              'content/pages/about.mdx': about(years),
            },
            { site },
          )
        ).problems,
      );
    // the newest are on the topic's own page; the entry of 2017 is one of SHELVES
    expect(await checked([2012, 2011])).toEqual([]);
    expect(await checked([2013, 2017])).toEqual([
      expect.stringContaining('There is no page "/topics/china/2013/".'),
      expect.stringContaining('There is no page "/topics/china/2017/".'),
    ]);
  });

  test('a folder without content is sound but for its desk', async () => {
    const { problems, records } = await checkFiles({});
    expect(lines(problems)).toEqual([
      'content/authors/desk.yaml:1:1 The desk "desk" of src/site.config.ts is not among the authors. Add the file with "name: …".',
    ]);
    expect(records).toEqual([]);
  });
});
