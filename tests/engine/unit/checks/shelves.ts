import { SHELVES } from './desk.ts';

/** Files that are not articles: what is put in, and everything that is said. */
export type ShelfCase = [is: string, files: Record<string, string | Uint8Array>, says: string[]];

/** Tags, authors, storylines, terms, pages. */
export const SHELF_CASES: readonly ShelfCase[] = [
  [
    'links to a part of a storyline and to a place of a page that are not there',
    {
      'content/pages/about.mdx':
        '---\ntitle: About\ndescription: D\n---\n\n## What it is--really\n\nSee [a](#what-it-isreally), [b](#nowhere), [c](https://quay.example/nowhere/).\n',
      'content/pages/made.mdx':
        '---\ntitle: Made\ndescription: D\n---\n\n<p id={props.id}>Text.</p>\n\nSee [it](#anywhere).\n',
      'content/articles/2018/links.mdx':
        '---\ntitle: T\ndescription: D\npubDate: 2018-08-24\nnumber: 18-1\n---\n\nSee [a](/about/#nowhere), [b](/about/#what-it-isreally), [c](/storylines/china-ban/#part-99), [d](/storylines/china-ban/#part-1), [e](/made/#anywhere).\n',
    },
    [
      'content/articles/2018/links.mdx:8:5 The link "/about/#nowhere" leads to a place that content/pages/about.mdx does not have. Correct what stands after the "#".',
      'content/articles/2018/links.mdx:8:58 The link "/storylines/china-ban/#part-99" leads to a part that the storyline does not have. Correct what stands after the "#".',
      'content/pages/about.mdx:8:29 The link "#nowhere" leads to a place that content/pages/about.mdx does not have. Correct what stands after the "#".',
      'content/pages/about.mdx:8:44 There is no page "/nowhere/". Correct the link.',
    ],
  ],
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
    'a term with an id of the page it stands on',
    { 'content/glossary.yaml': 'ico: { name: ICO, text: T. }\nmain: { name: Main, text: T. }\n' },
    [
      'content/glossary.yaml:2:1 main: The id "main" is one that every page uses itself. Use another, such as "main-term".',
    ],
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
    'an old address of a tag that climbs, and one that cannot be encoded',
    {
      'content/tags.yaml': [
        'china: { name: China, description: D., aliases: ["/%2e%2e/outside/"] }',
        'banks: { name: Banks, description: D., aliases: ["/a\\ud800/"] }',
      ].join('\n'),
    },
    [
      'content/tags.yaml:1:1 aliases: "/%2e%2e/outside/" has something encoded that an address cannot have. Write the old path alone, such as "/2018/old-name/".',
      'content/tags.yaml:2:50 aliases[0]: "/a⟨U+D800⟩/" has half a character (U+D800). Type the whole one, such as 🦊.',
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
    'notes to oneself in what articles name, and in a page',
    {
      'content/tags.yaml':
        'china: { name: China, description: TODO }\nbanks: { name: Banks, description: TBC Bank and others. }\n',
      'content/authors/ada.yaml': 'name: Ada\nrole: Editor\nbio: TKTK\n',
      'content/storylines/china-ban.yaml': 'name: The ban\ndescription: D.\nshort: FIXME\n',
      'content/glossary.yaml': 'ico: { name: ICO, text: Lorem ipsum. }\n',
      'content/pages/about.mdx': '---\ntitle: TODO\ndescription: D\n---\n\nText TK.\n',
    },
    [
      'content/authors/ada.yaml:3:6 bio: "TKTK" was left in the text. Finish the sentence, or put the note in a comment, on a line that begins with "#".',
      'content/glossary.yaml:1:25 text: "Lorem ipsum" was left in the text. Finish the sentence, or put the note in a comment, on a line that begins with "#".',
      'content/pages/about.mdx:2:8 title: "TODO" was left in the text. Finish the sentence, or put the note in a comment, on a line that begins with "#".',
      'content/pages/about.mdx:6:6 "TK" was left in the text. Finish the sentence, or put the note in a comment: {/* … */}. A word that is meant stands between backticks.',
      'content/storylines/china-ban.yaml:3:8 short: "FIXME" was left in the text. Finish the sentence, or put the note in a comment, on a line that begins with "#".',
      'content/tags.yaml:1:36 description: "TODO" was left in the text. Finish the sentence, or put the note in a comment, on a line that begins with "#".',
      'content/tags.yaml:2:36 description: "TBC" stands in the text, which is a name or was left there. Finish the sentence; a name may stay. (warning)',
    ],
  ],
  [
    'files that are not in UTF-8, as git left them, or nested too deeply',
    {
      'content/authors/ada.yaml': Buffer.from('name: Ad\xe9le\n', 'latin1'),
      'content/tags.yaml': Buffer.from(
        'china: { name: China, description: D. }\nbanks: { name: B\xe4nke, description: D. }\n',
        'latin1',
      ),
      'content/glossary.yaml':
        '<<<<<<< HEAD\nico: { name: ICO, text: T. }\n=======\n>>>>>>> main\n',
      'content/pages/about.mdx': Buffer.from(
        '---\ntitle: A\ndescription: D\n---\n\nCaf\xe9.\n',
        'latin1',
      ),
      'content/pages/deep.mdx': `---\ntitle: A\ndescription: D\n---\n\n${'<b>'.repeat(20_000)}`,
    },
    [
      'content/authors/ada.yaml:1:1 Here is a character that cannot be read; the file is not in UTF-8, or was damaged. Save it as UTF-8 and write the character again.',
      'content/glossary.yaml:1:1 Two versions of the text stand here, as git left them. Keep the right one and remove the lines of "<<<<<<<", "=======" and ">>>>>>>".',
      'content/pages/about.mdx:6:1 Here is a character that cannot be read; the file is not in UTF-8, or was damaged. Save it as UTF-8 and write the character again.',
      'content/pages/deep.mdx:6:1 The file has more than 30000 marks of Markdown (brackets, stars, bars). Divide it, or remove what is repeated.',
      'content/tags.yaml:2:1 Here is a character that cannot be read; the file is not in UTF-8, or was damaged. Save it as UTF-8 and write the character again.',
    ],
  ],
  [
    'tags nested too deeply, and a value that holds itself',
    {
      'content/tags.yaml': `china: ${'['.repeat(30_000)}`,
      'content/authors/ada.yaml': 'name: &a [*a]\n',
    },
    [
      'content/authors/ada.yaml:1:7 name: The YAML cannot be read: names such as "&a" and "*a" stand for other values here. Write the values out.',
      'content/tags.yaml:1:1 Something in the file is nested too deeply to be read. Nest brackets, lists and components less deeply.',
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
      'content/articles/2017/first.mdx:2:1 description: The field is missing or empty. Add "description: …".',
      'content/articles/2017/first.mdx:2:1 pubDate: The field is missing or empty. Add "pubDate: …".',
      'content/articles/2017/first.mdx:2:8 title: The YAML cannot be read: the quotation mark here is never closed. Close it.',
      'content/articles/2017/first.mdx:6:3 <Cite>: No source has the id "a". Add it to sources in the frontmatter.',
      'content/authors/ada.yaml:1:1 ada: No article names the author "ada". Use it, or remove it. (warning)',
      'content/storylines/china-ban.yaml:1:1 china-ban: No article names the storyline "china-ban". Use it, or remove it. (warning)',
    ],
  ],
];
