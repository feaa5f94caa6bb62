import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { childrenOf, parseXml, textOf, type XmlElement } from './xml.ts';

/*
 * The rules of the W3C Feed Validation Service for what we publish, errors and warnings alike, with
 * the names that it gives them: https://validator.w3.org/feed/docs/. Each function returns what is
 * wrong, so that an empty list is a pass.
 */

const RFC822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const TAG_URI = /^tag:[a-z0-9.-]+,\d{4}(?:-\d{2}(?:-\d{2})?)?:[\w\-.~:@!$&'()*+,;=/?%]+$/;

/** Elements that the validator lets pass in HTML content; any other is a SecurityRisk. */
const SAFE_ELEMENTS = new Set(
  'a abbr aside b bdi blockquote br caption cite code dd del dfn dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q rp rt ruby s samp small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr'.split(
    ' ',
  ),
);

/** What is wrong with an RSS 2.0 feed that is published at `location`. */
export function rssProblems(xml: string, location: string): string[] {
  const rss = parseXml(xml);
  const [channel] = childrenOf(rss, 'channel');
  if (!channel) return ['MissingElement: channel'];
  const items = childrenOf(channel, 'item');
  const self = childrenOf(channel, 'atom:link').filter(
    ({ attributes }) => attributes.rel === 'self',
  );
  const wrong = [
    ...encodingProblems(xml),
    ...must(rss.attributes.version === '2.0', 'InvalidRSSVersion'),
    ...only(channel, [
      'title',
      'link',
      'description',
      'language',
      'copyright',
      'lastBuildDate',
      'docs',
      'ttl',
    ]),
    ...plain(channel, ['title', 'description']),
    ...must(isAbsolute(textOf(channel, 'link')), 'InvalidFullLink: channel'),
    ...must(Intl.getCanonicalLocales(textOf(channel, 'language')).length === 1, 'InvalidLanguage'),
    ...must(
      RFC822.test(textOf(channel, 'lastBuildDate') ?? ''),
      'InvalidRFC2822Date: lastBuildDate',
    ),
    ...must(
      /^[1-9]\d?$/.test(textOf(channel, 'ttl') ?? '') && Number(textOf(channel, 'ttl')) <= 60,
      'InvalidInteger: ttl',
    ),
    ...must(self.length === 1, 'MissingSelf'),
    ...must(self[0]?.attributes.href === location, 'SelfDoesntMatchLocation'),
    ...must(self[0]?.namespace === 'http://www.w3.org/2005/Atom', 'UnknownNamespace: atom'),
    ...unique(
      items.map((item) => textOf(item, 'guid')),
      'DuplicateValue: guid',
    ),
  ];
  return [...wrong, ...items.flatMap(rssItemProblems)];
}

function rssItemProblems(item: XmlElement): string[] {
  const names = item.children.map(({ name }) => name);
  const [guid] = childrenOf(item, 'guid');
  return [
    ...only(item, [
      'title',
      'link',
      'guid',
      'description',
      'pubDate',
      'content:encoded',
      'dc:creator',
      'atom:updated',
    ]),
    ...plain(item, ['title', 'description']),
    ...must(isAbsolute(textOf(item, 'link')), 'InvalidFullLink: item'),
    ...must(
      guid?.attributes.isPermaLink === 'false' && TAG_URI.test(guid.text),
      'InvalidPermalink: guid',
    ),
    ...must(RFC822.test(textOf(item, 'pubDate') ?? ''), 'InvalidRFC2822Date: pubDate'),
    ...must(RFC3339.test(textOf(item, 'atom:updated') ?? ''), 'InvalidRFC3339Date: atom:updated'),
    ...must(!names.includes('author'), 'InvalidContact: author'),
    ...must(!names.includes('enclosure'), 'DuplicateEnclosure'),
    ...must(
      names.indexOf('description') < names.indexOf('content:encoded'),
      'content before description',
    ),
    ...childrenOf(item, 'category').flatMap(({ text, attributes }) =>
      must(text !== '' && isAbsolute(attributes.domain), 'NotBlank: category'),
    ),
    ...childrenOf(item, 'media:content').flatMap(({ attributes }) =>
      must(
        isAbsolute(attributes.url) &&
          attributes.medium === 'image' &&
          /^image\//.test(attributes.type ?? '') &&
          Number(attributes.width) > 0 &&
          Number(attributes.height) > 0,
        'InvalidMRSS: media:content',
      ),
    ),
    ...contentProblems(textOf(item, 'content:encoded') ?? ''),
  ].map((problem) => `${textOf(item, 'guid')}: ${problem}`);
}

/** What is wrong with an Atom 1.0 feed that is published at `location`. */
export function atomProblems(xml: string, location: string): string[] {
  const feed = parseXml(xml);
  const entries = childrenOf(feed, 'entry');
  return [
    ...encodingProblems(xml),
    ...must(
      feed.name === 'feed' && feed.namespace === 'http://www.w3.org/2005/Atom',
      'InvalidNamespace',
    ),
    ...must(feed.attributes['xml:lang'] !== undefined, 'xml:lang is missing'),
    ...only(feed, ['id', 'title', 'subtitle', 'updated', 'rights', 'icon']),
    ...must(TAG_URI.test(textOf(feed, 'id') ?? ''), 'InvalidFullLink: feed id'),
    ...must(RFC3339.test(textOf(feed, 'updated') ?? ''), 'InvalidRFC3339Date: feed'),
    ...must(isAbsolute(textOf(feed, 'icon')), 'InvalidFullLink: icon'),
    ...must(linkOf(feed, 'self') === location, 'SelfDoesntMatchLocation'),
    ...must(isAbsolute(linkOf(feed, 'alternate')), 'MissingAlternateLink'),
    ...unique(
      entries.map((entry) => textOf(entry, 'id')),
      'DuplicateEntries',
    ),
    ...unique(
      entries.map((entry) => textOf(entry, 'updated')),
      'DuplicateUpdated',
    ),
    ...entries.flatMap(atomEntryProblems),
  ];
}

function atomEntryProblems(entry: XmlElement): string[] {
  const [content] = childrenOf(entry, 'content');
  return [
    ...only(entry, ['id', 'title', 'published', 'updated', 'summary', 'content']),
    ...must(TAG_URI.test(textOf(entry, 'id') ?? ''), 'InvalidFullLink: id'),
    ...must(RFC3339.test(textOf(entry, 'published') ?? ''), 'InvalidRFC3339Date: published'),
    ...must(RFC3339.test(textOf(entry, 'updated') ?? ''), 'InvalidRFC3339Date: updated'),
    ...must(
      (textOf(entry, 'updated') ?? '') >= (textOf(entry, 'published') ?? ''),
      'updated before published',
    ),
    ...must(
      childrenOf(entry, 'summary')[0]?.attributes.type === 'html' ||
        !/&(?:#\d+|\w+);/.test(textOf(entry, 'summary') ?? ''),
      'ContainsUndeclaredHTML: summary',
    ),
    ...must(isAbsolute(linkOf(entry, 'alternate')), 'MissingAlternateLink'),
    ...must(childrenOf(entry, 'author').length > 0, 'MissingElement: author'),
    ...childrenOf(entry, 'author').flatMap((author) =>
      must(
        Boolean(textOf(author, 'name')) && isAbsolute(textOf(author, 'uri')),
        'NotBlank: author',
      ),
    ),
    ...childrenOf(entry, 'category').flatMap(({ attributes }) =>
      must(
        Boolean(attributes.term && attributes.label) && isAbsolute(attributes.scheme),
        'MissingAttribute: category',
      ),
    ),
    ...must(content?.attributes.type === 'html', 'content is not html'),
    ...contentProblems(content?.text ?? ''),
  ].map((problem) => `${textOf(entry, 'id')}: ${problem}`);
}

/** What is wrong with an OPML 2.0 list of subscriptions. */
export function opmlProblems(xml: string): string[] {
  const opml = parseXml(xml);
  const [head] = childrenOf(opml, 'head');
  const [body] = childrenOf(opml, 'body');
  const outlines = body ? leaves(body) : [];
  return [
    ...encodingProblems(xml),
    ...must(opml.name === 'opml' && opml.attributes.version === '2.0', 'InvalidOPMLVersion'),
    ...must(Boolean(head && textOf(head, 'title')), 'MissingElement: title'),
    // the validator knows no docs in a head
    ...must(head?.children.every(({ name }) => name !== 'docs') === true, 'UndefinedElement: docs'),
    ...must(outlines.length > 0, 'MissingElement: outline'),
    ...outlines.flatMap(({ attributes }) => [
      ...must(attributes.type === 'rss', 'InvalidOutlineType'),
      ...must(Boolean(attributes.text), 'MissingAttribute: text'),
      ...must(Boolean(attributes.title), 'MissingTitleAttr'),
      ...must(!/[&<>]/.test(`${attributes.text}${attributes.title}`), 'NotHtml'),
      ...must(isAbsolute(attributes.xmlUrl), 'MissingXmlURL'),
      ...must(isAbsolute(attributes.htmlUrl), 'MissingUrlAttr'),
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

/** What is wrong with HTML content: relative addresses, what may run or be blocked, what is hidden. */
export function contentProblems(html: string): string[] {
  const problems: string[] = [];
  visit(fromHtml(html, { fragment: true }), 'element', ({ tagName, properties }) => {
    if (!SAFE_ELEMENTS.has(tagName)) problems.push(`SecurityRisk: <${tagName}>`);
    for (const [name, value] of Object.entries(properties)) {
      if (/^(?:on|style$|class|data|aria|hidden|srcSet|tabIndex)/.test(name)) {
        problems.push(`SecurityRiskAttr: ${name} on <${tagName}>`);
      }
      const url = ['href', 'src', 'cite', 'poster'].includes(name);
      if (url && !/^(?:https?:\/\/|mailto:|tel:)/.test(String(value))) {
        problems.push(`ContainsRelRef: ${String(value)}`);
      }
    }
    const sized = Number(properties.width) > 0 && Number(properties.height) > 0;
    if (tagName === 'img' && (!sized || properties.alt === undefined)) {
      problems.push('an image without size or alt');
    }
  });
  return [...problems, ...(html.trim() === '' ? ['NotBlank: content'] : [])];
}

/** Characters that the document may not or should not have, written out or as references. */
function encodingProblems(xml: string): string[] {
  const references = [...xml.matchAll(/&#(x[\da-f]+|\d+);/gi)].map(([, code = '']) =>
    Number(code.startsWith('x') ? `0${code}` : code),
  );
  const allowed = (code: number) =>
    [9, 10, 13].includes(code) || (code >= 32 && (code < 127 || code > 159));
  return [
    ...must(/^<\?xml version="1\.0" encoding="utf-8"\?>/i.test(xml), 'encoding is not said'),
    ...must(!/\p{Cs}|[\ufffe\uffff]/u.test(xml), 'BadCharacters: surrogate'),
    ...must(
      [...xml].every((char) => allowed(char.codePointAt(0) ?? 0)),
      'BadCharacters: control',
    ),
    ...must(references.every(allowed), 'BadCharacters: reference'),
  ];
}

/** Each of these is there, once, and not blank. */
function only(element: XmlElement, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const found = childrenOf(element, name);
    if (found.length !== 1)
      return [`${found.length === 0 ? 'Missing' : 'Duplicate'}Element: ${name}`];
    return must(found[0]?.text.trim() !== '', `NotBlank: ${name}`);
  });
}

/** None of these contains markup. */
function plain(element: XmlElement, names: readonly string[]): string[] {
  return names.flatMap((name) =>
    must(!/<\/?[a-z][^>]*>/i.test(textOf(element, name) ?? ''), `ContainsHTML: ${name}`),
  );
}

function unique(values: readonly (string | undefined)[], problem: string): string[] {
  return must(new Set(values).size === values.length, problem);
}

function must(holds: boolean, problem: string): string[] {
  return holds ? [] : [problem];
}

function linkOf(element: XmlElement, rel: string): string | undefined {
  return childrenOf(element, 'link').find(({ attributes }) => attributes.rel === rel)?.attributes
    .href;
}

function isAbsolute(url: string | undefined): boolean {
  return url !== undefined && /^https?:\/\/[^/]+\//.test(url) && URL.canParse(url);
}
