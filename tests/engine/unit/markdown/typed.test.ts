import { expect, test } from 'vitest';
import { compileText, htmlOf } from '../../../support/compile.ts';

/* What writers really type, each with what readers are to see. */

const html = async (body: string, lang = 'en-GB', file = 'content/articles/2018/example.mdx') =>
  htmlOf((await compileText(body, { file }, { lang })).tree).replace(
    /<a class="para".*?<\/a> /g,
    '',
  );

test.each([
  [
    'bold that ends in a full-width comma',
    '央行称**历经十年，**年内清退。',
    'zh-CN',
    '<p id="p1">央行称<strong>历经十年，</strong>年内清退。</p>',
  ],
  [
    'two of them: the words between stay plain',
    '央行称**历经十年，**年内清退。它**“叫停”**了。',
    'zh-CN',
    '<p id="p1">央行称<strong>历经十年，</strong>年内清退。它<strong>“叫停”</strong>了。</p>',
  ],
  [
    'emphasis and what was struck out before full-width signs',
    '它说*不行。*然后。~~旧的（一）。~~新的。',
    'zh-CN',
    '<p id="p1">它说<em>不行。</em>然后。<del>旧的（一）。</del>新的。</p>',
  ],
  [
    'an address before a full-width comma',
    '见https://example.org/report，另见公告。',
    'zh-CN',
    '<p id="p1">见<a href="https://example.org/report">https://example.org/report</a>，另见公告。</p>',
  ],
  [
    'an address before a bracket of a forum',
    'https://example.org]it.',
    'en-GB',
    '<p id="p1"><a href="https://example.org">https://example.org</a>]it.</p>',
  ],
  [
    'a bare address with dashes, points and a quotation mark',
    'See https://example.org/a--b...c"d and more.',
    'en-GB',
    '<p id="p1">See <a href="https://example.org/a--b...c%22d">https://example.org/a--b...c"d</a> and more.</p>',
  ],
  [
    'straight quotation marks around Chinese words',
    '他说"不"。（"不"）',
    'zh-CN',
    '<p id="p1">他说“不”。（“不”）</p>',
  ],
  [
    "an apostrophe at a word's start",
    "Get 'em, 'Twas the '90s.",
    'en-GB',
    '<p id="p1">Get ’em, ’Twas the ’90s.</p>',
  ],
  [
    'details with the summary on the next line',
    '<details>\n<summary>More</summary>\n\nText.\n\n</details>',
    'en-GB',
    '<details><summary>More</summary><p>Text.</p></details>',
  ],
  [
    'code of HTML',
    '```\n<a href="/imprint/">x</a><img src="/assets/none.png">\n```',
    'en-GB',
    '<pre tabindex="0"><code>&#x3C;a href="/imprint/">x&#x3C;/a>&#x3C;img src="/assets/none.png"></code></pre>',
  ],
  [
    'escaped brackets',
    'The pattern \\[Topic]\\[Link].',
    'en-GB',
    '<p id="p1">The pattern [Topic][Link].</p>',
  ],
])('%s', async (_is, body, lang, expected) => {
  expect(await html(body, lang)).toBe(expected);
  // plain Markdown has the same, but for tags, of which it reads more
  if (!body.includes('<details')) {
    expect(await html(body, lang, 'content/articles/2018/example.md')).toBe(expected);
  }
});
