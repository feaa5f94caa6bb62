import { beforeAll, describe, expect, test } from 'vitest';
import { xmlSafe } from '../../../../src/lib/xml.ts';
import { articleHtml } from '../../../../src/outputs/feeds/feed-html.ts';
import { chartsOf } from '../../../../src/outputs/images/article-charts.ts';
import type { Article } from '../../../../src/record/article.ts';
import { componentSchemas } from '../../../../src/record/components.ts';
import type { Text } from '../../../../src/record/text.ts';
import { archiveOf } from '../../../support/article.ts';
import { contentProblems } from '../../../support/feed-checks.ts';
import {
  FRESHRSS,
  MINIFLUX,
  type Sanitiser,
  sanitise,
  substanceOf,
} from '../../../support/feed-readers.ts';
import { compiledArticle } from '../../../support/text.ts';
import { TORTURE, tortureSource } from '../../../support/torture.ts';

const PAGE = 'https://quay.example/2018/v1.10.everything/';
let html = '';

beforeAll(async () => {
  const { archive, article, text } = await tortureSource();
  html = articleHtml(article, text, archive, chartsOf(article, text, archive));
});

function htmlOf(article: Article, text: Text): string {
  const archive = archiveOf([article]);
  return articleHtml(article, text, archive, chartsOf(article, text, archive));
}

/** HTML without the line ends between its blocks. */
function dense(html: string): string {
  return html.replace(/>\n+</g, '><').trim();
}

/** A short text through compiler and feed. */
async function feedOf(body: string): Promise<string> {
  const { article, text } = await compiledArticle(body, {
    number: '18-31',
    sources: [{ id: 'one', title: 'One', publisher: 'Office' }],
  });
  const whole = dense(htmlOf(article, text));
  return whole
    .replace(/^<p><em>.*?<\/em><\/p>/, '')
    .replace(/(?:<h2>Sources<\/h2>.*)?<hr>.*$/s, '');
}

describe('the text of an article in a feed', () => {
  test('the torture article has every component that an article may use', () => {
    for (const name of Object.keys(componentSchemas)) expect(TORTURE).toContain(`<${name} `);
  });

  test('breaks no rule of the W3C validator', () => {
    expect(contentProblems(html)).toEqual([]);
  });

  test.each<[string, Sanitiser]>([
    ['Miniflux', MINIFLUX],
    ['FreshRSS', FRESHRSS],
  ])('loses no word, image, link or note in %s', (_, rules) => {
    const before = substanceOf(sanitise(html, { strips: [], drops: [], stripsAttributes: [] }));
    const after = substanceOf(sanitise(html, rules));
    expect(after).toEqual(before);
    expect(before.notes).toEqual(['1', '1', '2']);
    expect(before.images).toHaveLength(6);
    expect(before.words.length).toBeGreaterThan(200);
  });

  test('keeps the words of the page', async () => {
    const { text } = await tortureSource();
    const { words } = substanceOf(sanitise(html, { strips: [], drops: [], stripsAttributes: [] }));
    const inFeed = words.join(' ');
    for (const { text: paragraph } of text.paragraphs) {
      for (const word of xmlSafe(paragraph).split(/\s+/)) expect(inFeed).toContain(word);
    }
  });

  test('reads well without its tags: where block meets block, a space or a line end is between', () => {
    const blocks =
      'aside|blockquote|dd|dl|dt|figcaption|figure|h[2-6]|li|ol|p|pre|table|tbody|td|th|thead|tr|ul';
    const opens = new RegExp(`[^\\s<>](?:</[^>]+>)*<(?:${blocks})[ >]`, 'g');
    const closes = new RegExp(`</(?:${blocks})>(?:</?[^>]+>)*[^\\s<>]`, 'g');
    expect([...(html.match(opens) ?? []), ...(html.match(closes) ?? [])]).toEqual([]);
    const text = html.replace(/<[^>]*>/g, '');
    for (const words of ['Key facts\nWhat', 'Left\nMiddle\nRight', 'First\n\nnested once']) {
      expect(text).toContain(words);
    }
  });

  test('has no control character, no noncharacter and no lone surrogate', () => {
    expect(html).toMatch(/a control character and an escape, a lost letter and no letter\./);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
    expect(html).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]|\p{Cs}|\p{NChar}/u);
  });

  test('names the language of a source only when it is another', async () => {
    const source = { title: 'One', publisher: 'Office' };
    const { article, text } = await compiledArticle('A text.', {
      sources: [
        { ...source, lang: 'zh-Hans' },
        { ...source, lang: 'en-US' },
      ],
    });
    const whole = dense(htmlOf(article, text));
    expect(whole).toContain(
      '<li id="s1">Office, <cite>One</cite>, in Chinese.</li><li id="s2">Office, <cite>One</cite>.</li>',
    );
  });

  test('keeps the direction of an item of a list', async () => {
    expect(await feedOf('- لا\n- no\n')).toContain('<li dir="rtl">لا</li><li>no</li>');
  });

  test('begins with the cover, then what was corrected, then the standfirst', () => {
    expect(dense(html)).toMatch(
      /^<figure><img src="https:\/\/quay\.example\/images\/drawing-1200\.0123456789\.jpg" alt="Cover &#x26; &#x22;alt&#x22;" width="1200" height="675"><figcaption>Cover caption Image: 007\.<\/figcaption><\/figure><p><strong>Correction, 1 September 2018\.<\/strong> It said 007\.<\/p>/,
    );
    expect(html.indexOf('Correction,')).toBeLessThan(html.indexOf('Standfirst:'));
  });

  test('links notes both ways, with the ids of the page', async () => {
    expect(await feedOf('A claim.[^n]\n\n[^n]: The note.')).toBe(
      '<p>A claim.<sup><a href="https://quay.example/2018/a-bank-writes-a-rule/#fn-1" id="fnref-1">a</a></sup></p>' +
        '<h2>Notes</h2><dl><dt>a</dt><dd id="fn-1"><p>The note. <a href="https://quay.example/2018/a-bank-writes-a-rule/#fnref-1">↩\ufe0e</a></p></dd></dl>',
    );
  });

  test('leads a citation to its source', () => {
    expect(html).toContain(`<a href="${PAGE}#s1">[1]</a>`);
    expect(html).toContain(
      '<li id="s1">Publisher, <a href="https://example.org/?a=1&#x26;b=2"><cite>Title ]]> &#x26; one</cite></a>, August 2018, in Chinese.</li>',
    );
    expect(html).toContain('<a href="https://archive.example/2">archived copy</a>');
  });

  test('makes every link absolute', () => {
    expect(html).toContain('<a href="https://quay.example/2018/other/#p2">a link</a>');
    expect(html).toContain('<a href="https://quay.example/topics/">another</a>');
    expect(html).toContain(`<a href="${PAGE}#a-heading-with-code--an-ampersand">at home</a>`);
    expect(html).toContain('<a href="https://quay.example/glossary/#token">token</a>');
  });

  test('shows task boxes as characters', async () => {
    expect(await feedOf('- [x] done\n- [ ] open')).toContain('<li>☑ done</li><li>☐ open</li>');
  });

  test('keeps the alignment of cells without a style', async () => {
    expect(await feedOf('| A | B |\n|---|--:|\n| 1 | 2 |')).toContain(
      '<th>A</th><th align="right">B</th></tr></thead><tbody><tr><td>1</td><td align="right">2</td>',
    );
  });

  test('shows code as it is, without colours', async () => {
    expect(await feedOf('```js\nconst a = "<b>";\n```')).toContain(
      '<pre><code>const a = "&#x3C;b>";</code></pre>',
    );
  });

  test('opens what is folded', async () => {
    const feed = await feedOf('<details>\n<summary>More</summary>\n\nInside.\n\n</details>');
    expect(feed).toContain('<p><strong>More</strong></p>');
    expect(feed).toContain('<p>Inside.</p>');
  });

  test('has no image of a chart whose letters no face of ours has, but its table', async () => {
    const feed = await feedOf(
      '<Chart type="bar" caption="Filings" data={[{ label: "中国", value: 1200 }]} />',
    );
    expect(feed).not.toContain('<img');
    expect(feed).toContain('</a> Filings</figcaption></figure><table>');
    expect(feed).toContain('<tr><td>中国</td><td align="right">1,200</td></tr>');
  });

  test('draws a chart as an image with its numbers in a table', async () => {
    const feed = await feedOf(
      '<Chart type="bar" caption="Filings" data={[{ label: "First", value: 1200 }]} note="Ours." />',
    );
    expect(feed).toMatch(
      /<img src="https:\/\/quay\.example\/charts\/2018\/a-bank-writes-a-rule-a\.[0-9a-f]{10}\.png" alt="Bar chart: Filings\. The table has its numbers\." width="1200" height="\d+">/,
    );
    expect(feed).toContain('<tr><td>First</td><td align="right">1,200</td></tr>');
    expect(feed).toContain('<strong>Exhibit A.</strong></a> Filings</figcaption>');
    expect(feed).toContain('<p><small>Ours.</small></p>');
  });

  test('links to an image elsewhere instead of loading it', async () => {
    expect(
      await feedOf('<Figure caption="C" src="https://example.org/p.jpg" alt="A picture" />'),
    ).toContain('<a href="https://example.org/p.jpg">A picture</a>');
  });

  test('drops the numbers of paragraphs, which only the page needs', async () => {
    expect(await feedOf('One.\n\nTwo.')).toMatch(/^<p>One\.<\/p><p>Two\.<\/p>$/);
  });

  test('ends with one permanent link and the days of the event and of its publication', async () => {
    const { article, text } = await compiledArticle('Text.', {
      number: '18-31',
      compiled: '2026-11-22',
    });
    expect(dense(htmlOf(article, text))).toMatch(
      /<hr><p><a href="https:\/\/quay\.example\/2018\/a-bank-writes-a-rule\/">This entry on Quay Register: no\. 18-31<\/a>\. Event of 24 August 2018\. Published 22 November 2026\.<\/p>$/,
    );
  });
});
