import type { Nodes } from 'hast';
import { describe, expect, test } from 'vitest';
import { walk } from '../../../../src/lib/tree.ts';
import { parseMarkdown } from '../../../../src/markdown/commonmark.ts';
import { compileText, htmlOf } from '../../../support/compile.ts';
import { examples, renderHast, renderPlain } from '../../../support/gfm.ts';
import { normalHtml } from '../../../support/html.ts';

const file = 'content/articles/2018/example.md';

/** Examples of the specification that `.md` renders otherwise, by the reason. */
const DIFFERENT: Readonly<Record<string, readonly number[]>> = {
  'HTML that only places, styles or runs is taken out, words among blocks are paragraphs, a tag that is never closed ends with its block':
    [
      120, 121, 122, 123, 124, 125, 129, 131, 132, 133, 134, 135, 136, 139, 140, 141, 142, 143, 144,
      145, 147, 153, 154, 155, 156, 157, 158, 160, 170, 317, 327, 354, 484, 485, 486, 500, 503, 532,
      544, 632, 633, 634, 635, 636, 650, 651, 653, 663, 664,
    ],
  'no paragraph stands in preformatted text, and none of nothing': [118, 642],
  'comments, instructions and declarations are not published': [
    146, 148, 149, 151, 152, 288, 289, 644, 645, 646, 647, 648, 649,
  ],
  'a link is a web address, a path, or another entry’s file': [
    163, 164, 172, 173, 501, 504, 505, 506, 507, 508, 510, 511, 512, 530, 604, 606, 607, 609, 628,
  ],
  'bare addresses are links (a later section of the same specification)': [610, 614, 616, 619, 620],
};

function render(markdown: string): string {
  return renderPlain(parseMarkdown(markdown), markdown, file);
}

describe('plain Markdown', () => {
  const reasons = new Set(Object.values(DIFFERENT).flat());
  const sections = [...new Set(examples.map(({ section }) => section))];

  test('of 673 examples of the specification 585 hold', () => {
    expect([examples.length, examples.length - reasons.size]).toEqual([673, 585]);
  });

  test.each(sections)('%s', (section) => {
    const own = examples.filter((one) => one.section === section && !reasons.has(one.example));
    for (const { example, markdown, html } of own) {
      expect(`${example}: ${render(markdown)}`).toBe(`${example}: ${normalHtml(html)}`);
    }
  });

  test.each(Object.entries(DIFFERENT))('differs: %s', (_reason, list) => {
    const alike = examples
      .filter(({ example }) => list.includes(example))
      .filter(({ markdown, html }) => render(markdown) === normalHtml(html));
    expect(alike).toEqual([]);
  });
});

describe('what archives are full of', () => {
  const html = async (body: string) =>
    htmlOf((await compileText(body, { file })).tree).replace(/<a class="para".*?<\/a> /g, '');

  test.each([
    [
      'braces and signs are text',
      'x <3 {braces} 1 < 2',
      '<p id="p1">x &#x3C;3 {braces} 1 &#x3C; 2</p>',
    ],
    [
      'emoji by their names',
      'So :smile: and :+1:, `:tada:` at 12:30:45, std::x::y, :none:.',
      '<p id="p1">So 😄 and 👍, <code>:tada:</code> at 12:30:45, std::x::y, :none:.</p>',
    ],
    ['a comment', 'a<!--more-->b', '<p id="p1">ab</p>'],
    [
      'items without a list, blocks among words',
      '<li>One</li> two\n\n<b><p>One</p><p>Two</p></b>\n\n<h2>A <p>b</p></h2>\n\n<ul>x<li>One</ul>\n\n<dl><li>One</li></dl>',
      '<p id="p1">One  two\n</p><p id="p2"><b>One</b></p><p id="p3"><b>Two</b></p><h2 id="a-b">A b</h2><ul><li id="p3-1">x</li><li id="p3-2">One</li></ul><dl><dd>One</dd></dl>',
    ],
    [
      'code beside HTML, which keeps its colours',
      '<b>One</b>\n\n- two\n\n  ```js\n  let a;\n  ```',
      '<p id="p1"><b>One</b></p><ul>\n<li id="p1-1"><p>two</p><pre tabindex="0"><code class="language-js"><span class="hl-k">let</span> a;</code></pre></li>\n</ul>',
    ],
    [
      'a reading beside its characters',
      'Words: <ruby>漢<rt>かん</rt></ruby>.',
      '<p id="p1">Words: <ruby>漢<rt>かん</rt></ruby>.</p>',
    ],
    [
      'headings within quotations and lists, which are of the section around them',
      '> # One\n\n## Two\n\n- #### Three',
      '<blockquote>\n<h2>One</h2>\n</blockquote><h2 id="two">Two</h2><ul>\n<li id="p0-1"><h3>Three</h3></li>\n</ul>',
    ],
    [
      'ids of elements that do not stay',
      '<span id="a"></span>Text.\n\n<div id="b"><p>One.</p></div>\n\n<div id="c">\n\n## Two\n\n</div>',
      '<p id="p1"><a id="a"></a>Text.</p><p id="p2"><a id="b"></a>One.</p><h2 id="two"><a id="c"></a>Two</h2>',
    ],
    ['a paragraph about imports', 'import duties rose.', '<p id="p1">import duties rose.</p>'],
    [
      'an address in angles',
      '<https://e.org>',
      '<p id="p1"><a href="https://e.org">https://e.org</a></p>',
    ],
    ['tags that place', '<center><b>x</b></center>', '<p id="p1"><b>x</b></p>'],
    ['the id of a heading', '## Words {#own-id}', '<h2 id="own-id">Words</h2>'],
    ['an id that a page has itself', '## Words {#p1}', '<h2 id="words">Words</h2>'],
    ['a first level', '# One\n\n### Three', '<h2 id="one">One</h2><h3 id="three">Three</h3>'],
    ['definitions', 'Term\n: Meaning', '<dl>\n<dt>Term</dt>\n<dd>Meaning\n</dd>\n</dl>'],
    ['an alert', '> [!WARNING]\n> Careful.', '<Note><p>Careful.</p></Note>'],
    [
      'a table of HTML',
      '<table><tr><td align="right">1</table>',
      '<div class="scroll" role="region" aria-label="Table 1" tabindex="0"><table><tbody><tr><td class="al-r">1</td></tr></tbody></table></div>',
    ],
    [
      'an image of HTML, wherever it is',
      '<div align="center"><img src="a.png"></div>',
      '<Image></Image>',
    ],
    [
      'a frame',
      '<iframe src="//e.org/v" title="Film"></iframe>',
      '<p id="p1"><a href="https://e.org/v">Film</a></p>',
    ],
    [
      'details without a summary, with a late one and with two',
      '<details>a</details>\n\n<details>b<summary>c</summary></details>\n\n<details><summary>d</summary><summary>e</summary></details>',
      '<details><summary>Details</summary>a</details><details><summary>c</summary>b</details><details><summary>d</summary><p>e</p></details>',
    ],
    [
      'details around Markdown',
      '<details><summary>More</summary>\n\n*Text*\n\n</details>',
      '<details><summary>More</summary>\n<p><em>Text</em></p>\n</details>',
    ],
  ])('%s', async (_is, body, expected) => {
    expect(await html(body)).toBe(expected);
  });
});

/* Ways to make a page run or load something: each tag with each handler and each address. */
const CODE = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  '&#106;avascript:alert(1)',
  'java\tscript:alert(1)',
  'vbscript:x',
  'data:text/html,<script>alert(1)</script>',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
];
const VECTORS = [
  ...[
    'a',
    'img',
    'svg',
    'video',
    'audio',
    'iframe',
    'object',
    'embed',
    'form',
    'button',
    'input',
    'body',
    'details',
    'math',
    'marquee',
    'table',
    'base',
    'link',
    'meta',
    'style',
  ].flatMap((tag) => [
    ...['onerror', 'onload', 'onclick', 'onmouseover', 'ontoggle', 'ONFOCUS'].map(
      (on) => `<${tag} ${on}=alert(1) x>y</${tag}>`,
    ),
    ...CODE.slice(0, 4).map(
      (code) =>
        `<${tag} href="${code}" src="${code}" action="${code}" data="${code}" style="background:url(${code})">y</${tag}>`,
    ),
  ]),
  ...CODE.flatMap((code) => [
    `[x](<${code}>)`,
    `![x](<${code}>)`,
    `<${code}>`,
    `[x]: <${code}>\n\n[x]`,
  ]),
  '<svg><script>alert(1)</script></svg>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<img src="x` `<script>alert(1)</script>"` `>',
  '<scr<script>ipt>alert(1)</script>',
  '<table><td background="javascript:alert(1)">',
  '<a href="https://e.org" target="_blank" ping="https://spy.example/">x</a>',
  '<img srcset="https://spy.example/x.png 1x" src="a.png">',
  '<p style="background:url(https://spy.example/x)">x</p>',
  '<link rel="stylesheet" href="https://spy.example/x.css">',
  '<meta http-equiv="refresh" content="0;url=https://spy.example/">',
  '<x-kept n="0">x</x-kept>',
  '<template><script>alert(1)</script></template>',
  '<div><style>@import "https://spy.example/x"</style></div>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<!--[if IE]><script>alert(1)</script><![endif]-->',
  '<details open ontoggle=alert(1)><summary onclick=alert(1)>x</summary></details>',
];

test('nothing of an article runs, styles or loads, whatever HTML is in it', () => {
  expect(VECTORS.length).toBeGreaterThan(200);
  const found = VECTORS.filter((markdown) => {
    let isBad = false;
    walk<Nodes>(renderHast(parseMarkdown(markdown), markdown, file), (node) => {
      // an image's address is the picture check's to judge: what is no picture is refused
      if (node.type !== 'element') return;
      isBad ||=
        /^(?:script|style|iframe|object|embed|form|input|svg|math|link|meta|base|img)$/.test(
          node.tagName,
        );
      for (const [name, value] of Object.entries(node.properties)) {
        isBad ||= /^(?:on|style$|srcset$|srcdoc$|ping$|target$|background$|action$|data$)/i.test(
          name,
        );
        isBad ||=
          /^(?:href|src|cite)$/.test(name) && !/^(?:https?:|mailto:|tel:|[/#])/.test(String(value));
      }
    });
    return isBad;
  });
  expect(found).toEqual([]);
});
