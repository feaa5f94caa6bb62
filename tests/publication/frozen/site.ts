import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { parse } from 'yaml';
import config from '../../../src/publication/site.config.ts';
import { childrenOf, parseXml, textOf, type XmlElement } from '../../support/xml.ts';

/*
 * What a built site gives out for good: addresses, feeds and anchors, and what each of them means.
 * Addresses are paths from the site's root, percent-encoded.
 */

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** A place on a page that a link can name. */
export interface Anchor {
  /** Of the words it stands at; empty where only its presence counts. */
  digest: string;
  /** The first of these words, for people. */
  words: string;
}

export interface SitePage {
  /** Docket number of an article, or the heading of another page; empty for one that leads with an article. */
  meaning: string;
  /** Digest of the text it is written in; `-` for a page that has no text of its own. */
  source: string;
  /** By id. */
  anchors: Map<string, Anchor>;
}

export interface SiteFeed {
  /** The `id` of an Atom feed, the `feed_url` of a JSON feed, the link `self` of RSS. */
  id: string;
  /** The address of each item, by its id. */
  items: Map<string, string>;
}

/** What a built site has, by address. */
export interface BuiltSite {
  pages: Map<string, SitePage>;
  feeds: Map<string, SiteFeed>;
  /** Other files with a lasting name. */
  files: string[];
  redirects: { from: string; to: string }[];
  gone: string[];
}

/** Files whose names change with their content, and those that only a host reads. */
const PASSING =
  /\.(?:br|gz)$|^(?:_|\.(?!well-known)|images\/|cards\/|charts\/|404\.html$|pagefind\/(?!pagefind\.js$))/;
/** Ids that a page's layout needs for itself. */
const FRAME = new Set(
  'ask main cite filed-under kf line neighbours record-h related toc filed-with entries q browse also docket lines kept'.split(
    ' ',
  ),
);
/** Ids that stand for a part of the page, whatever is in it. */
const PRESENT = /^(?:sources|notes|record|corrections|y\d{4})$/;

/**
 * Reads a built site.
 * @param dir where it lies
 * @param files paths of its files, from there
 */
export function readSite(dir: string, files: readonly string[]): BuiltSite {
  const site: BuiltSite = {
    pages: new Map(),
    feeds: new Map(),
    files: [],
    redirects: [],
    gone: [],
  };
  const trees = new Map<string, Nodes>();
  for (const path of files.filter((path) => !PASSING.test(path))) {
    const address = encodeURI(`/${path.replace(/(^|\/)index\.html$/, '$1')}`);
    const text = () => readFileSync(join(dir, path), 'utf8');
    if (path.endsWith('.html')) trees.set(address, fromHtml(text()));
    else if (/(?:rss|atom)\.xml$/.test(path)) site.feeds.set(address, readXmlFeed(text()));
    else if (/feed\.json$/.test(path)) site.feeds.set(address, readJsonFeed(text()));
    else site.files.push(address);
  }
  for (const [address, tree] of trees) {
    site.pages.set(address, {
      meaning: meaningOf(tree),
      source: sourceOf(address),
      anchors: new Map(),
    });
  }
  for (const [address, tree] of trees) {
    const anchors = site.pages.get(address)?.anchors;
    for (const { element, parents } of elements(tree)) {
      const id = String(element.properties.id ?? '');
      if (id === '' || FRAME.has(id)) continue;
      anchors?.set(id, anchorOf(id, element, parents, site));
    }
  }
  const table = JSON.parse(readFileSync(join(dir, '.edge', 'table.json'), 'utf8'));
  site.redirects = table.redirects.map(({ from, to }: { from: string; to: string }) => ({
    from: pathOf(from),
    to: pathOf(to),
  }));
  site.gone = table.gone.map(pathOf);
  return site;
}

function readXmlFeed(xml: string): SiteFeed {
  const root = parseXml(xml);
  const channel = childrenOf(root, 'channel')[0];
  const links = (element: XmlElement, name: string, rel: string) =>
    childrenOf(element, name).find(({ attributes }) => attributes.rel === rel)?.attributes.href;
  if (!channel) {
    const entries = childrenOf(root, 'entry').map((entry): [string, string] => [
      textOf(entry, 'id') ?? '',
      pathOf(links(entry, 'link', 'alternate')),
    ]);
    return { id: textOf(root, 'id') ?? '', items: new Map(entries) };
  }
  const items = childrenOf(channel, 'item').map((item): [string, string] => [
    textOf(item, 'guid') ?? '',
    pathOf(textOf(item, 'link')),
  ]);
  return { id: pathOf(links(channel, 'atom:link', 'self')), items: new Map(items) };
}

function readJsonFeed(json: string): SiteFeed {
  const { feed_url, items }: { feed_url: string; items: { id: string; url: string }[] } =
    JSON.parse(json);
  return { id: pathOf(feed_url), items: new Map(items.map(({ id, url }) => [id, pathOf(url)])) };
}

/** The path of an address from the site's root, without the base path, with its fragment. */
export function pathOf(url = ''): string {
  const { pathname, hash } = new URL(url, config.url);
  return `/${pathname.slice(new URL(config.url).pathname.length)}${hash}`;
}

/** The article's number, as its structured data has it; else the heading, unless it is a link. */
function meaningOf(tree: Nodes): string {
  for (const { element } of elements(tree)) {
    if (element.properties.type === 'application/ld+json') {
      const { '@graph': graph = [] }: { '@graph'?: { identifier?: string }[] } = JSON.parse(
        allText(element),
      );
      const number = graph.find(({ identifier }) => identifier !== undefined)?.identifier;
      if (number !== undefined) return number;
    }
    if (element.tagName === 'h1') {
      return inside(element, ({ tagName }) => tagName === 'a') ? '' : allText(element);
    }
  }
  return '';
}

/**
 * The digest of what a page's anchors are made from: of a text without its frontmatter, and of the
 * sources and corrections of an article; the form of line ends does not count.
 */
function sourceOf(address: string): string {
  const file = ['content/articles', 'content/pages']
    .map((folder) => join(ROOT, folder, `${decodeURI(address).replace(/^\/|\/$/g, '')}.mdx`))
    .find((file) => existsSync(file));
  if (file === undefined) return '-';
  const source = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const [, fields = '', body = ''] = /^---\n([\s\S]*?)^---\n([\s\S]*)$/m.exec(source) ?? [];
  const { sources = [], corrections = [] } = parse(fields) ?? {};
  return digest(JSON.stringify([sources, corrections, body.trim()]));
}

function anchorOf(
  id: string,
  element: Element,
  parents: readonly Element[],
  site: BuiltSite,
): Anchor {
  if (PRESENT.test(id)) return { digest: '', words: '' };
  const words = meant(id, element, parents, site);
  const letters = words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return { digest: digest(letters), words: words.slice(0, 40).trim() };
}

/** What an anchor means: the words that it names, or the number of the article. */
function meant(
  id: string,
  element: Element,
  parents: readonly Element[],
  { pages }: BuiltSite,
): string {
  if (/^part-\d+$/.test(id)) {
    const link = inside(element, ({ tagName }) => tagName === 'a');
    return pages.get(pathOf(String(link?.properties.href)))?.meaning ?? '';
  }
  if (/^fnref-/.test(id)) {
    const block = parents.find(({ tagName }) => !/^(?:a|sup|em|strong|b|i|span)$/.test(tagName));
    return ownText(block ?? element);
  }
  const names = ['figcaption', 'cite', 'dt'];
  const name = /^(?:s\d+|exhibit-.*)$/.test(id) || element.tagName === 'div' ? names : [];
  return ownText(inside(element, ({ tagName }) => name.includes(tagName)) ?? element);
}

/** Every element with those around it, the nearest first. */
function* elements(
  node: Nodes,
  parents: readonly Element[] = [],
): Generator<{ element: Element; parents: readonly Element[] }> {
  if (node.type === 'element') yield { element: node, parents };
  if (!('children' in node)) return;
  const around = node.type === 'element' ? [node, ...parents] : parents;
  for (const child of node.children) yield* elements(child, around);
}

function inside(element: Element, is: (element: Element) => boolean): Element | undefined {
  for (const found of elements(element)) {
    if (found.element !== element && is(found.element)) return found.element;
  }
  return undefined;
}

function allText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(allText).join('') : '';
}

/** The words of an element without its marks: links within the page, and what is only seen. */
function ownText(node: Nodes): string {
  const text = (inner: Nodes): string => {
    if (inner.type === 'text') return inner.value;
    if (!('children' in inner)) return '';
    if (inner.type === 'element' && inner !== node) {
      const { href, ariaHidden } = inner.properties;
      if (String(href ?? '').startsWith('#') || ariaHidden === 'true') return '';
    }
    return inner.children.map(text).join('');
  };
  return text(node).replace(/\s+/g, ' ').trim();
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
