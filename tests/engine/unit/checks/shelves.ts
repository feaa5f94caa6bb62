import { SHELVES } from './desk.ts';

/** Files that are not articles: what is put in, and everything that is said. */
export const SHELF_CASES: readonly [
  is: string,
  files: Record<string, string | Uint8Array>,
  says: string[],
][] = [
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
    'pages that take the addresses of the pages of errors',
    {
      'content/pages/404.mdx': '---\ntitle: A\ndescription: D\n---\n\nText.\n',
      'content/pages/500.mdx': '---\ntitle: A\ndescription: D\n---\n\nText.\n',
      'content/pages/about.mdx': '---\ntitle: A\ndescription: D\n---\n\nSee [it](/404/).\n',
    },
    [
      'content/pages/404.mdx:1:1 The address "/404/" is also that of a page that the site always has. Rename one of the two.',
      'content/pages/500.mdx:1:1 The address "/500/" is also that of a page that the site always has. Rename one of the two.',
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
    'files of public/ at addresses that the build fills',
    {
      'public/topics/china/rss.xml': '<rss/>',
      'public/Archive/2018/2/index.html': '<p>Mine</p>',
      'public/images/a.png': 'PNG',
      'public/topics/china/note.txt': 'Mine.',
    },
    [
      'public/Archive/2018/2/index.html:1:1 The address "/Archive/2018/2/index.html" is one that the site gives out by itself. Rename or move the file.',
      'public/images/a.png:1:1 The address "/images/a.png" is one that the site gives out by itself. Move it to another folder of public/; pictures that articles share lie in content/images/.',
      'public/topics/china/rss.xml:1:1 The address "/topics/china/rss.xml" is one that the site gives out by itself. Rename or move the file.',
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
      'content/articles/2017/first.mdx:2:1 description: The field is missing or empty. Add "description: …".',
      'content/articles/2017/first.mdx:2:1 pubDate: The field is missing or empty. Add "pubDate: …".',
      'content/articles/2017/first.mdx:2:8 title: The YAML cannot be read: the quotation mark here is never closed. Close it.',
      'content/articles/2017/first.mdx:6:3 <Cite>: No source has the id "a". Add it to sources in the frontmatter.',
      'content/authors/ada.yaml:1:1 ada: No article names the author "ada". Use it, or remove it. (warning)',
      'content/storylines/china-ban.yaml:1:1 china-ban: No article names the storyline "china-ban". Use it, or remove it. (warning)',
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
      'public/b.svg:1:6 The SVG has an event handler. Remove it: an SVG of this site only draws.',
      'public/b.svg:1:27 The SVG has a "javascript:" address. Remove it: an SVG of this site only draws.',
      'public/c.svg:1:13 The SVG has something from another host. Remove it: an SVG of this site only draws.',
      'public/d.SVG:1:9 The SVG has a "javascript:" address. Remove it: an SVG of this site only draws.',
      'public/d.SVG:1:37 The SVG has a style from another host. Remove it: an SVG of this site only draws.',
    ],
  ],
  [
    'drawings that hide what else they do',
    {
      'public/a-prefix.svg': '<svg><s:script>alert(1)</s:script><s:foreignObject/></svg>',
      'public/b-tab.svg': '<svg>\n<a xlink:href="java&#9;script&#58;alert(1)"/></svg>',
      'public/c-srcdoc.svg': '<svg><h:iframe srcdoc="&lt;script>alert(1)&lt;/script>"/></svg>',
      'public/d-animate.svg': '<svg><a><animate values="#;javascript:alert(1)"/></a></svg>',
      'public/e-data.svg': '<svg><a href="data:text/html,hello"/></svg>',
      'public/f-utf16.svg': Buffer.from('\ufeff<svg><script/></svg>', 'utf16le'),
      'public/g-html.svg': '<svg xmlns:h="http://www.w3.org/1999/xhtml"><h:form/></svg>',
      'public/h-entity.svg': '<svg><a href="java&Tab;script:x"/></svg>',
      'public/i-declared.svg':
        '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>\n<svg></svg>',
      'public/j-comment.svg':
        '<svg><!-- <a b=" --><?a <!-- ?><g onclick=\'alert(1)\'/><!-- "> --></svg>',
      'public/k-encoding.svg': '<?xml version="1.0" encoding="iso-2022-jp"?><svg/>',
      'public/l-sheet.svg': '<?xml-stylesheet href="#x" type="text/xsl"?><svg/>',
      'public/m-host.svg': '<svg><set attributeName="href" to="&#10;https://example.org"/></svg>',
      'public/n-style.svg': '<svg><g fill="url(&quot;//example.org/x&quot;)"/></svg>',
    },
    [
      'public/a-prefix.svg:1:6 The SVG has a script. Remove it: an SVG of this site only draws.',
      'public/a-prefix.svg:1:35 The SVG has a foreignObject. Remove it: an SVG of this site only draws.',
      'public/b-tab.svg:2:4 The SVG has a "javascript:" address. Remove it: an SVG of this site only draws.',
      'public/c-srcdoc.svg:1:6 The SVG has another page in it. Remove it: an SVG of this site only draws.',
      'public/c-srcdoc.svg:1:16 The SVG has a page in an attribute. Remove it: an SVG of this site only draws.',
      'public/d-animate.svg:1:18 The SVG has a "javascript:" address. Remove it: an SVG of this site only draws.',
      'public/e-data.svg:1:9 The SVG has a "data:" address that is no picture. Remove it: an SVG of this site only draws.',
      'public/f-utf16.svg:1:1 The SVG has a character that cannot be read; it is not in UTF-8, or was damaged. Save it as UTF-8.',
      'public/g-html.svg:1:26 The SVG has HTML in it. Remove it: an SVG of this site only draws.',
      'public/h-entity.svg:1:19 The SVG has an entity. Remove it: an SVG of this site only draws.',
      'public/i-declared.svg:1:1 The SVG has declarations of its own. Remove it: an SVG of this site only draws.',
      'public/j-comment.svg:1:35 The SVG has an event handler. Remove it: an SVG of this site only draws.',
      'public/k-encoding.svg:1:1 The SVG has another encoding than UTF-8. Save it as UTF-8, and say so in its first line.',
      'public/l-sheet.svg:1:1 The SVG has a stylesheet beside it. Remove it: an SVG of this site only draws.',
      'public/m-host.svg:1:32 The SVG has something from another host. Remove it: an SVG of this site only draws.',
      'public/n-style.svg:1:15 The SVG has a style from another host. Remove it: an SVG of this site only draws.',
    ],
  ],
  [
    'drawings that say what others would do, nothing wrong',
    {
      'public/text.svg': [
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>',
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
        "<!-- it's only one = 1 -->",
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:data="http://example.org/data">',
        '<title>1 &lt; 2 &amp; so on</title>',
        '<text>Once one = 1, or on="off" and "javascript:"</text>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<animate attributeName="x" values="0;1" from="0" to="1"/>',
        '</svg>',
      ].join('\n'),
    },
    [],
  ],
];
