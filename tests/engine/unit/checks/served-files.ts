import type { ShelfCase } from './shelves.ts';

/** Pages of the owner's, and what is served as it is. */
export const SERVED_CASES: readonly ShelfCase[] = [
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
