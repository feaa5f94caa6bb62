import FeedParser from 'feedparser';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import type { ElementContent, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/** What a reader's program knows of an item. */
export interface ReadItem {
  id: string;
  title: string;
  link: string;
  content: string;
  summary: string;
  published: number;
  updated: number;
  authors: string;
  categories: string[];
}

/** A feed as npm `feedparser` (SAX) reads it; of an Atom category it knows the term, not the label. */
export async function readWithFeedparser(xml: string): Promise<ReadItem[]> {
  const parser = new FeedParser({});
  parser.end(xml);
  const items: ReadItem[] = [];
  for await (const item of parser) {
    items.push({
      id: item.guid,
      title: item.title,
      link: item.link,
      content: item.description,
      summary: item.summary,
      published: item.pubdate?.getTime() ?? 0,
      updated: item.date?.getTime() ?? 0,
      authors: item.author,
      categories: item.categories,
    });
  }
  return items;
}

/** A feed as npm `feedsmith` (fast-xml-parser) reads it. */
export function readWithFeedsmith(xml: string): ReadItem[] {
  if (xml.includes('<rss')) {
    return (parseRssFeed(xml).items ?? []).map((item) => ({
      id: item.guid?.value ?? '',
      title: item.title ?? '',
      link: item.link ?? '',
      content: item.content?.encoded ?? '',
      summary: item.description ?? '',
      published: Date.parse(item.pubDate ?? ''),
      updated: Date.parse(item.atom?.updated ?? ''),
      authors: (item.dc?.creators ?? []).join('; '),
      categories: (item.categories ?? []).map(({ name }) => name ?? ''),
    }));
  }
  return (parseAtomFeed(xml).entries ?? []).map((entry) => ({
    id: entry.id ?? '',
    title: entry.title?.value ?? '',
    link: entry.links?.find(({ rel }) => rel === 'alternate')?.href ?? '',
    content: entry.content?.value ?? '',
    summary: entry.summary?.value ?? '',
    published: Date.parse(entry.published ?? ''),
    updated: Date.parse(entry.updated ?? ''),
    authors: (entry.authors ?? []).map(({ name }) => name).join(', '),
    categories: (entry.categories ?? []).map(({ label }) => label ?? ''),
  }));
}

/** What a reader's program does to content. */
export interface Sanitiser {
  /** Elements that it keeps, with their attributes; undefined keeps all but the stripped. */
  keeps?: Readonly<Record<string, readonly string[]>>;
  /** Elements that it unwraps. */
  strips: readonly string[];
  /** Elements that go with all that is in them. */
  drops: readonly string[];
  /** Attributes that it removes or renames. */
  stripsAttributes: readonly string[];
}

const none = (names: string) => Object.fromEntries(names.split(' ').map((name) => [name, []]));

/** Miniflux 2, internal/reader/sanitizer/sanitizer.go (August 2026). */
export const MINIFLUX: Sanitiser = {
  keeps: {
    ...none(
      'aside b blockquote br caption cite code del dfn em figcaption figure hr i ins kbd p picture pre rp rt rtc ruby s samp small strong sub table tfoot thead tr u var wbr',
    ),
    a: ['href', 'title', 'id'],
    abbr: ['title'],
    acronym: ['title'],
    dd: ['id'],
    dl: ['id'],
    dt: ['id'],
    h1: ['id'],
    h2: ['id'],
    h3: ['id'],
    h4: ['id'],
    h5: ['id'],
    h6: ['id'],
    img: ['alt', 'title', 'src', 'srcset', 'sizes', 'width', 'height', 'fetchpriority', 'decoding'],
    li: ['id'],
    ol: ['id'],
    q: ['cite'],
    sup: ['id'],
    td: ['rowspan', 'colspan'],
    th: ['rowspan', 'colspan'],
    time: ['datetime'],
    ul: ['id'],
  },
  strips: [],
  drops: ['noscript', 'script', 'style'],
  stripsAttributes: [],
};

/** FreshRSS, customSimplePie() of lib/lib_rss.php (October 2024). */
export const FRESHRSS: Sanitiser = {
  strips:
    'base blink body doctype embed font form frame frameset html link input marquee meta noscript object param plaintext svg'.split(
      ' ',
    ),
  drops: ['script', 'style'],
  // ids and classes are renamed to data-…
  stripsAttributes:
    'bgsound expr id style class autoplay seamless sizes srcset onload onclick onerror onmouseover'.split(
      ' ',
    ),
};

/** Content as a program with these rules shows it. */
export function sanitise(html: string, rules: Sanitiser): Root {
  const clean = (nodes: readonly Nodes[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node.type === 'text') return [node];
      if (node.type !== 'element' || rules.drops.includes(node.tagName)) return [];
      const children = clean(node.children);
      const kept = rules.keeps?.[node.tagName];
      if (rules.strips.includes(node.tagName) || (rules.keeps && !kept)) return children;
      const properties = Object.fromEntries(
        Object.entries(node.properties).filter(([name]) => {
          const attribute = name.toLowerCase();
          return kept ? kept.includes(attribute) : !rules.stripsAttributes.includes(attribute);
        }),
      );
      return [{ ...node, properties, children }];
    });
  return { type: 'root', children: clean(fromHtml(html, { fragment: true }).children) };
}

/** What must survive of a content. */
export interface Substance {
  words: string[];
  images: string[];
  links: string[];
  /** Numbers of notes that have a text, an id or a list to stand in, and a way back. */
  notes: string[];
}

export function substanceOf(tree: Root): Substance {
  const substance: Substance = { words: [], images: [], links: [], notes: [] };
  let text = '';
  visit(tree, (node) => {
    if (node.type === 'text') text += `${node.value}`;
    if (node.type !== 'element') return;
    if (!INLINE.has(node.tagName)) text += ' ';
    const { src, href, width, height, alt } = node.properties;
    if (node.tagName === 'img') substance.images.push(`${src} ${width}x${height} ${alt}`);
    if (node.tagName === 'a') substance.links.push(String(href));
  });
  substance.words = text.split(/\s+/).filter((word) => word !== '');
  substance.notes = substance.links
    .map((link) => /#fnref-(\d+)(?:-\d+)?$/.exec(link)?.[1])
    .filter((n) => n !== undefined);
  return substance;
}

const INLINE = new Set(
  'a abbr b bdi cite code del dfn em i ins kbd q s samp small span strong sub sup time u var wbr rt ruby'.split(
    ' ',
  ),
);
