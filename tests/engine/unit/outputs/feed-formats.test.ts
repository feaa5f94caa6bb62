import fc from 'fast-check';
import { parseJsonFeed, parseOpml } from 'feedsmith';
import { fromHtml } from 'hast-util-from-html';
import { toString as wordsIn } from 'hast-util-to-string';
import { beforeAll, describe, expect, test } from 'vitest';
import { xmlSafe } from '../../../../src/lib/xml.ts';
import { toAtom } from '../../../../src/outputs/feeds/atom.ts';
import { correctionsFeed, siteFeed } from '../../../../src/outputs/feeds/feed.ts';
import type { Feed } from '../../../../src/outputs/feeds/feed-frame.ts';
import type { FeedItem } from '../../../../src/outputs/feeds/feed-item.ts';
import { toJsonFeed } from '../../../../src/outputs/feeds/json-feed.ts';
import { toOpml } from '../../../../src/outputs/feeds/opml.ts';
import { toRss } from '../../../../src/outputs/feeds/rss.ts';
import {
  type ReadItem,
  readWithFeedparser,
  readWithFeedsmith,
} from '../../../support/feed-readers.ts';
import { atomProblems, opmlProblems, rssProblems } from '../../../support/feed-rules.ts';
import { tortureSource } from '../../../support/torture.ts';
import { childrenOf, parseXml, textOf } from '../../../support/xml.ts';

let feed: Feed;
let corrections: Feed;
let opml = '';

beforeAll(async () => {
  const { source, archive } = await tortureSource();
  feed = siteFeed(source);
  corrections = correctionsFeed(source);
  opml = toOpml(archive);
});

/** The text of an HTML summary. */
function plain(html = ''): string {
  return wordsIn(fromHtml(html.trim(), { fragment: true }));
}

/** A text as people read it: with what keeps programs from taking it for markup. */
function seen(text: string | undefined): string | undefined {
  return text?.replaceAll('\u2060', '').trim();
}

/** What an item must be after it was written and read, whatever it says. */
function expected(
  item: FeedItem,
): Pick<ReadItem, 'id' | 'title' | 'link' | 'content' | 'published' | 'categories'> {
  return {
    id: item.id,
    title: item.title,
    link: item.url,
    content: item.content,
    published: item.published,
    categories: item.categories.map(({ label }) => label),
  };
}

describe('the torture feed', () => {
  test('breaks no rule of the W3C validator, in any format', async () => {
    expect(rssProblems(await toRss(feed), feed.self.rss ?? '')).toEqual([]);
    expect(rssProblems(await toRss(corrections), corrections.self.rss ?? '')).toEqual([]);
    expect(atomProblems(toAtom(feed), feed.self.atom ?? '')).toEqual([]);
    expect(opmlProblems(opml)).toEqual([]);
  });

  test('is read by two parsers as it was written', async () => {
    const [item] = feed.items;
    if (!item) throw new Error('no item');
    const rss = await toRss(feed);
    const atom = toAtom(feed);
    // RSS has whole seconds
    const inRss = { ...expected(item), published: Math.floor(item.published / 1000) * 1000 };
    const terms = item.categories.map(({ term }) => term);
    const inAtom = { ...expected(item), categories: terms };
    for (const [read, wanted] of [
      [await readWithFeedparser(rss), inRss],
      [readWithFeedsmith(rss), inRss],
      [await readWithFeedparser(atom), inAtom],
      [readWithFeedsmith(atom), expected(item)],
    ] as const) {
      expect(read.map((one) => ({ ...one, title: seen(one.title) }))).toMatchObject([wanted]);
    }
    // a program that takes the title for HTML shows the same
    const [{ title = '' } = {}] = readWithFeedsmith(rss);
    expect(seen(plain(title))).toBe(item.title);
    expect(item.title).toContain('Corrected: Torture: ]]> & &amp; <b> "007"');
  });

  test('has no white space around a text: programs show what is there', async () => {
    for (const xml of [await toRss(feed), toAtom(feed)]) {
      const texts = [
        ...xml.matchAll(
          /<(title|name|summary|description|content(?::encoded)?|dc:creator|category|guid|id)(?: [^>]*[^/])?>(.)/gs,
        ),
      ];
      expect(texts.length).toBeGreaterThan(8);
      expect(texts.filter(([, , first = '']) => /\s/.test(first)).map(([all]) => all)).toEqual([]);
      expect(xml).not.toMatch(
        /\s<\/(?:title|name|summary|description|content|content:encoded|guid|id)>/,
      );
    }
  });

  test('keeps a byline that looks like a number, and joins two', async () => {
    const rss = await toRss(feed);
    expect(seen(readWithFeedsmith(rss)[0]?.authors)).toBe('007, R & D <second>');
    const alone = {
      ...feed,
      items: feed.items.map((item) => ({ ...item, authors: item.authors.slice(0, 1) })),
    };
    expect(readWithFeedsmith(await toRss(alone))[0]?.authors).toBe('007');
    expect((await readWithFeedparser(await toRss(alone)))[0]?.authors).toBe('007');
  });

  test('carries the cover with its size, alt and credit, at the address that the text has', async () => {
    const [item] = childrenOf(
      childrenOf(parseXml(await toRss(feed)), 'channel')[0] ?? parseXml('<a/>'),
      'item',
    );
    const [media] = childrenOf(item ?? parseXml('<a/>'), 'media:content');
    expect(media?.attributes).toMatchObject({ width: '1200', height: '675', medium: 'image' });
    expect(feed.items[0]?.content).toContain(`src="${media?.attributes.url}"`);
    expect(media && textOf(media, 'media:description')).toBe('Cover & "alt"');
    expect(media && textOf(media, 'media:credit')).toBe('007');
  });

  test('is a JSON Feed 1.1 with the same items', () => {
    const json = toJsonFeed(feed);
    const read = parseJsonFeed(JSON.parse(json));
    const [item] = feed.items;
    expect(read.items?.[0]).toMatchObject({
      id: item?.id,
      url: item?.url,
      title: item?.title,
      content_html: item?.content,
      language: 'en-GB',
      authors: item?.authors,
      tags: ['1.10', 'R&D'],
    });
    // what version 1.1 recommends beside what it requires
    expect(read).toMatchObject({
      feed_url: 'https://quay.example/feed.json',
      home_page_url: 'https://quay.example/',
      description: expect.any(String),
      icon: 'https://quay.example/icon-512.png',
      favicon: 'https://quay.example/icon-192.png',
      authors: [{ name: 'Quay Register', url: 'https://quay.example/' }],
      language: 'en-GB',
    });
  });

  test('is found in an OPML file that names every feed', () => {
    const { body } = parseOpml(opml);
    const all = (body?.outlines ?? []).flatMap((outline) => outline.outlines ?? [outline]);
    expect(all.map(({ xmlUrl }) => xmlUrl)).toEqual([
      'https://quay.example/rss.xml',
      'https://quay.example/corrections/rss.xml',
      'https://quay.example/storylines/story/rss.xml',
      'https://quay.example/topics/1.10/rss.xml',
      'https://quay.example/topics/r-and-d/rss.xml',
      'https://quay.example/authors/007/rss.xml',
      'https://quay.example/authors/second/rss.xml',
    ]);
  });
});

test.each([
  'AT&T pays R&D',
  'if a < b',
  'if a<b and c>d',
  '<b>bold</b>',
  'an end </b>',
  'a line<br/>broken',
  '<script>alert(1)</script>',
  '<a href="//evil.example">x</a>',
  '<a@example.org> writes',
  '<!-- said nobody -->',
  '<![CDATA[x]]>',
  '<?php echo 1 ?>',
  '</title></item>',
  ']]>',
  '&amp; and &lt;b&gt;',
  '&nbsp;x',
  '&#8212; and &#x41;',
  '&copy 2026',
  '&unknown; &;',
  `"quoted" and 'quoted'`,
])(
  'a headline of markup, %s, is shown by who takes it for text and by who takes it for HTML',
  async (title) => {
    const [item] = feed.items;
    if (!item) throw new Error('no item');
    const [person] = item.authors;
    const authors = [{ name: title, url: person?.url ?? '' }];
    const one = { ...feed, title, items: [{ ...item, title, authors }] };
    const documents = [await toRss(one), toAtom(one)];
    expect(rssProblems(documents[0] ?? '', feed.self.rss ?? '')).toEqual([]);
    expect(
      atomProblems(documents[1] ?? '', feed.self.atom ?? '').filter((is) => !/Email/.test(is)),
    ).toEqual([]);
    for (const xml of documents) {
      const [read] = readWithFeedsmith(xml);
      for (const shown of [read?.title, read?.authors]) {
        expect(seen(shown)).toBe(title);
        expect(seen(plain(shown))).toBe(title);
      }
    }
  },
);

describe('any text at all', () => {
  // whole code units, so that lone surrogates come too
  const anyText = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
    .map((units) => String.fromCharCode(...units));
  const text = fc.oneof(
    anyText,
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      '007',
      '1e5',
      '1.10',
      'true',
      ']]>',
      '&#8;',
      '&lt;b&gt;',
      '$&',
      '<![CDATA[x',
      '0x1F',
      '-0',
      'Infinity',
      ' ',
      '<?x?>',
    ),
  );
  /** As the model makes its texts: free of what XML cannot carry, and never blank. */
  const said = text.map((value) => `x${xmlSafe(value).replace(/[\s\u2060]+/g, ' ')}x`);
  const bare = fc.constantFrom(
    '007',
    '1e5',
    '1.10',
    'true',
    '0x1F',
    '-0',
    '+1',
    '.5',
    'Infinity',
    '1_000',
    '１２',
  );

  test('comes back from RSS and Atom as it was said', async () => {
    await fc.assert(
      fc.asyncProperty(
        said,
        said,
        said,
        fc.oneof(said, bare),
        fc.oneof(said, bare),
        async (title, summary, content, author, label) => {
          const item: FeedItem = {
            id: 'tag:example.org,2026:docket/26-1',
            url: 'https://example.org/2026/a/',
            title,
            summary,
            content: `<p>${content}</p>`,
            published: Date.UTC(2026, 0, 1),
            updated: Date.UTC(2026, 0, 2),
            authors: [{ name: author, url: 'https://example.org/authors/a/' }],
            categories: [{ term: 'a', label, scheme: 'https://example.org/topics/' }],
          };
          const one = { ...feed, items: [item] };
          const rss = parseXml(await toRss(one));
          const entry = childrenOf(childrenOf(rss, 'channel')[0] ?? rss, 'item')[0] ?? rss;
          expect(seen(textOf(entry, 'title'))).toBe(title);
          expect(textOf(entry, 'content:encoded')).toBe(item.content);
          expect(seen(textOf(entry, 'dc:creator'))).toBe(author);
          expect(seen(textOf(entry, 'category'))).toBe(label);
          const atom = childrenOf(parseXml(toAtom(one)), 'entry')[0] ?? rss;
          expect(seen(textOf(atom, 'title'))).toBe(title);
          expect(plain(textOf(atom, 'summary'))).toBe(summary);
          expect(plain(textOf(entry, 'description'))).toBe(summary);
          expect(textOf(atom, 'content')?.trim()).toBe(item.content);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('is well-formed once it is made safe', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const safe = xmlSafe(value);
        expect(safe.isWellFormed()).toBe(true);
        expect(xmlSafe(safe)).toBe(safe);
        expect(() => parseXml(`<a><![CDATA[${safe.replaceAll(']]>', '')}]]></a>`)).not.toThrow();
      }),
    );
  });
});
