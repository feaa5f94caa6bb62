import {
  before,
  characters,
  contentProblems,
  email,
  encoding,
  known,
  language,
  link,
  linkOf,
  mediaType,
  must,
  namespaces,
  noEmail,
  notAfter,
  only,
  plain,
  rfc822,
  rfc3339,
  tagUri,
  textsOf,
  unique,
} from './feed-checks.ts';
import { childrenOf, parseXml, textOf, type XmlElement } from './xml.ts';

/*
 * The rules of the W3C Feed Validation Service for what we publish, errors, warnings and advice alike.
 * Each function returns what is wrong, so that an empty list is a pass.
 */

const ATOM = 'http://www.w3.org/2005/Atom';
const NAMESPACES = {
  'xmlns:atom': ATOM,
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
};

const CHANNEL = 'title link description language copyright lastBuildDate docs ttl image'.split(' ');
const ITEM = 'title link guid description pubDate content:encoded atom:updated'.split(' ');

/** What is wrong with an RSS 2.0 feed that is published at `location`. */
export function rssProblems(xml: string, location: string): string[] {
  const rss = parseXml(xml);
  const [channel] = childrenOf(rss, 'channel');
  if (!channel) return ['MissingElement: channel'];
  const items = childrenOf(channel, 'item');
  const selves = childrenOf(channel, 'atom:link').filter(
    ({ attributes }) => attributes.rel === 'self',
  );
  const changed = textOf(channel, 'lastBuildDate');
  return [
    ...encoding(xml),
    ...must(rss.attributes.version === '2.0', 'InvalidRSSVersion'),
    ...namespaces(rss, NAMESPACES),
    ...only(channel, [...CHANNEL.filter((name) => name !== 'image')]),
    ...known(channel, [...CHANNEL, 'atom:link', 'item']),
    ...before(channel, 'item', 'MisplacedItem'),
    ...['title', 'description', 'copyright'].flatMap((name) =>
      characters(textOf(channel, name), name),
    ),
    ...link(textOf(channel, 'link'), 'channel'),
    ...link(textOf(channel, 'docs'), 'docs'),
    ...language(textOf(channel, 'language'), 'channel'),
    ...rfc822(changed, 'lastBuildDate'),
    ...must(/^(?:[1-9]|[1-5]\d|60)$/.test(textOf(channel, 'ttl') ?? ''), 'InvalidInteger: ttl'),
    ...image(channel),
    ...must(selves.length === 1, 'MissingAtomSelfLink'),
    ...must(selves[0]?.attributes.href === location, 'SelfDoesntMatchLocation'),
    ...links(childrenOf(channel, 'atom:link')),
    ...unique(textsOf(items, 'guid'), 'DuplicateValue: guid'),
    ...notAfter(changed, [...textsOf(items, 'pubDate'), ...textsOf(items, 'atom:updated')]),
    ...items.flatMap(rssItemProblems),
  ];
}

/** The picture of a channel repeats its title and link, so that a program can show it alone. */
function image(channel: XmlElement): string[] {
  return childrenOf(channel, 'image').flatMap((picture) => [
    ...only(picture, ['url', 'title', 'link']),
    ...link(textOf(picture, 'url'), 'image'),
    ...must(/\.(?:png|jpe?g|gif)$/.test(textOf(picture, 'url') ?? ''), 'ImageUrlFormat'),
    ...must(textOf(picture, 'link') === textOf(channel, 'link'), 'ImageLinkDoesntMatch'),
    ...must(textOf(picture, 'title') === textOf(channel, 'title'), 'ImageTitleDoesntMatch'),
  ]);
}

function rssItemProblems(item: XmlElement): string[] {
  const names = item.children.map(({ name }) => name);
  const [guid] = childrenOf(item, 'guid');
  return [
    ...only(item, ITEM),
    ...known(item, [...ITEM, 'dc:creator', 'category', 'media:content']),
    ...childrenOf(item, 'dc:creator').flatMap(({ text }) => must(text !== '', 'NotBlank: creator')),
    ...characters(textOf(item, 'title'), 'title'),
    ...link(textOf(item, 'link'), 'item'),
    ...must(guid?.attributes.isPermaLink === 'false', 'InvalidPermalink'),
    ...tagUri(guid?.text, 'guid'),
    ...rfc822(textOf(item, 'pubDate'), 'pubDate'),
    ...rfc3339(textOf(item, 'atom:updated'), 'atom:updated'),
    ...must(
      names.indexOf('description') < names.indexOf('content:encoded'),
      'NeedDescriptionBeforeContent',
    ),
    ...childrenOf(item, 'category').flatMap(({ text, attributes }) => [
      ...must(text !== '', 'NotBlank: category'),
      ...characters(text, 'category'),
      ...link(attributes.domain, 'category'),
    ]),
    ...childrenOf(item, 'media:content').flatMap(media),
    ...contentProblems(textOf(item, 'description') ?? ''),
    ...contentProblems(textOf(item, 'content:encoded') ?? ''),
  ].map((problem) => `${textOf(item, 'guid')}: ${problem}`);
}

function media(content: XmlElement): string[] {
  const { url, type, medium, width, height } = content.attributes;
  return [
    ...link(url, 'media:content'),
    ...mediaType(type, 'media:content'),
    ...must(medium === 'image', 'InvalidMediaMedium'),
    ...must(Number(width) > 0 && Number(height) > 0, 'InvalidInteger: media:content'),
    ...characters(textOf(content, 'media:description'), 'media:description'),
  ];
}

const FEED = 'id title subtitle updated rights icon'.split(' ');
const ENTRY = 'id title published updated summary content'.split(' ');

/** What is wrong with an Atom 1.0 feed that is published at `location`. */
export function atomProblems(xml: string, location: string): string[] {
  const feed = parseXml(xml);
  const entries = childrenOf(feed, 'entry');
  return [
    ...encoding(xml),
    ...must(feed.name === 'feed' && feed.namespace === ATOM, 'InvalidNamespace'),
    ...namespaces(feed, {
      xmlns: ATOM,
      'xmlns:media': NAMESPACES['xmlns:media'],
      'xmlns:fh': 'http://purl.org/syndication/history/1.0',
    }),
    ...language(feed.attributes['xml:lang'], 'xml:lang'),
    ...only(feed, FEED),
    ...known(feed, [...FEED, 'author', 'link', 'fh:archive', 'fh:complete', 'entry']),
    ...archived(feed),
    ...before(feed, 'entry', 'MisplacedMetadata'),
    ...['title', 'subtitle', 'rights'].flatMap((name) => plain(textOf(feed, name), name)),
    ...tagUri(textOf(feed, 'id'), 'feed id'),
    ...rfc3339(textOf(feed, 'updated'), 'feed'),
    ...link(textOf(feed, 'icon'), 'icon'),
    ...must(linkOf(feed, 'self') !== undefined, 'MissingSelf'),
    ...must(linkOf(feed, 'self') === location, 'SelfDoesntMatchLocation'),
    ...must(linkOf(feed, 'alternate') !== undefined, 'MissingAlternateLink'),
    ...links(childrenOf(feed, 'link')),
    ...people(feed),
    ...unique(textsOf(entries, 'id'), 'DuplicateEntries'),
    ...unique(textsOf(entries, 'updated'), 'DuplicateUpdated'),
    ...notAfter(textOf(feed, 'updated'), [
      ...textsOf(entries, 'published'),
      ...textsOf(entries, 'updated'),
    ]),
    ...entries.flatMap((entry) => atomEntryProblems(entry, feed)),
  ];
}

/** A page of an archive names the feed that it is of, and another page if there is one. */
function archived(feed: XmlElement): string[] {
  if (childrenOf(feed, 'fh:archive').length === 0) return [];
  const [older, newer] = [linkOf(feed, 'prev-archive'), linkOf(feed, 'next-archive')];
  return [
    ...must(linkOf(feed, 'current') !== undefined, 'MissingCurrentInArchive'),
    ...must(older !== undefined || newer !== undefined, 'ArchiveIncomplete'),
  ];
}

function atomEntryProblems(entry: XmlElement, feed: XmlElement): string[] {
  const [content] = childrenOf(entry, 'content');
  const [summary] = childrenOf(entry, 'summary');
  const authors = [...childrenOf(entry, 'author'), ...childrenOf(feed, 'author')];
  return [
    ...only(entry, ENTRY),
    ...known(entry, [...ENTRY, 'author', 'link', 'category', 'media:content']),
    ...childrenOf(entry, 'media:content').flatMap(media),
    ...tagUri(textOf(entry, 'id'), 'id'),
    ...plain(textOf(entry, 'title'), 'title'),
    ...rfc3339(textOf(entry, 'published'), 'published'),
    ...rfc3339(textOf(entry, 'updated'), 'updated'),
    ...must(
      (textOf(entry, 'updated') ?? '') >= (textOf(entry, 'published') ?? ''),
      'updated before published',
    ),
    ...must(linkOf(entry, 'alternate') !== undefined, 'MissingAlternateLink'),
    ...links(childrenOf(entry, 'link')),
    ...must(authors.length > 0, 'MissingElement: author'),
    ...people(entry),
    ...childrenOf(entry, 'category').flatMap(({ attributes }) => [
      ...must(Boolean(attributes.term && attributes.label), 'MissingAttribute: category'),
      ...plain(attributes.label, 'category'),
      ...link(attributes.scheme, 'category'),
    ]),
    ...must(content?.attributes.type === 'html', 'content is not html'),
    ...contentProblems(content?.text ?? ''),
    ...(summary?.attributes.type === 'html'
      ? contentProblems(summary.text)
      : plain(summary?.text, 'summary')),
  ].map((problem) => `${textOf(entry, 'id')}: ${problem}`);
}

/** Relations of links that the validator knows (RFC 4287 and the registry) and that we may use. */
const RELATIONS = [
  'self',
  'alternate',
  'license',
  'hub',
  'prev-archive',
  'next-archive',
  'current',
];

function links(elements: readonly XmlElement[]): string[] {
  const kinds = elements.map(
    ({ attributes: { rel, type, href } }) =>
      `${rel} ${type ?? ''} ${rel === 'alternate' ? '' : href}`,
  );
  return [
    ...unique(kinds, 'DuplicateAtomLink'),
    ...elements.flatMap(({ attributes: { rel = 'alternate', type, href }, namespace, text }) => [
      ...must(namespace === ATOM, 'UnknownNamespace: link'),
      ...must(text === '', 'AtomLinkNotEmpty'),
      ...must(RELATIONS.includes(rel), `UnregisteredAtomLinkRel: ${rel}`),
      ...link(href, rel),
      ...(type === undefined ? [] : mediaType(type, rel)),
      ...must(rel !== 'self' || /^application\/(?:rss|atom)\+xml$/.test(type ?? ''), 'SelfNotAtom'),
    ]),
  ];
}

function people(element: XmlElement): string[] {
  return childrenOf(element, 'author').flatMap((author) => [
    ...only(author, ['name', 'uri']),
    ...known(author, ['name', 'uri']),
    ...plain(textOf(author, 'name'), 'name'),
    ...noEmail(textOf(author, 'name')),
    ...link(textOf(author, 'uri'), 'author'),
  ]);
}

/** What is wrong with an OPML 2.0 list of subscriptions. */
export function opmlProblems(xml: string): string[] {
  const opml = parseXml(xml);
  const [head] = childrenOf(opml, 'head');
  const [body] = childrenOf(opml, 'body');
  const outlines = body ? leaves(body) : [];
  return [
    ...encoding(xml),
    ...must(opml.name === 'opml' && opml.attributes.version === '2.0', 'InvalidOPMLVersion'),
    ...(head ? only(head, ['title', 'ownerName', 'ownerEmail']) : ['MissingElement: head']),
    // the validator knows no docs in a head
    ...(head ? known(head, ['title', 'ownerName', 'ownerEmail']) : []),
    ...email(head && textOf(head, 'ownerEmail'), 'ownerEmail'),
    ...must(outlines.length > 0, 'MissingElement: outline'),
    ...outlines.flatMap(({ attributes, text }) => [
      ...must(attributes.type === 'rss', 'InvalidOutlineType'),
      ...must(Boolean(attributes.text), 'MissingAttribute: text'),
      ...must(Boolean(attributes.title), 'MissingTitleAttr'),
      ...must(!/[&<>]/.test(`${attributes.text}${attributes.title}`), 'NotHtml'),
      ...must(text === '', 'UnexpectedText'),
      ...must(attributes.xmlUrl !== undefined, 'MissingXmlURL'),
      ...link(attributes.xmlUrl, 'xmlUrl'),
      ...link(attributes.htmlUrl, 'htmlUrl'),
      ...language(attributes.language, 'outline'),
    ]),
    ...unique(
      outlines.map(({ attributes }) => attributes.xmlUrl),
      'a feed is listed twice',
    ),
  ];
}

function leaves(element: XmlElement): XmlElement[] {
  return childrenOf(element, 'outline').flatMap((outline) =>
    outline.children.length === 0 ? [outline] : leaves(outline),
  );
}
