import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { childrenOf, textOf, type XmlElement } from './xml.ts';

/*
 * Single checks of the W3C Feed Validation Service (https://validator.w3.org/feed/docs/), under its
 * names for what is wrong. Each returns what it finds, so that an empty list is a pass.
 */

/** A URI in the letters of RFC 3986, absolute: the validator refuses others even where browsers do not. */
const HTTP_URI = /^https?:\/\/[\w.-]+(?::\d+)?\/[\w;/?:@&=+$.\-!~*'()%,#]*$/;
const TAG_URI = /^tag:[a-z0-9.-]+,\d{4}(?:-\d{2}(?:-\d{2})?)?:[\w\-.~:@!$&'()*+,;=/?%]+$/;
const RFC822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (?:GMT|[+-]\d{4})$/;
const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const MIME = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/;
const EMAIL = /[\w.!#$%&'*+/=?^`{|}~-]+@(?:[a-z\d-]+\.)+[a-z\d][a-z\d-]*/i;
/** What the validator takes for markup in a plain text: an end tag or a reference. */
const MARKUP = /<\/[a-z]+>|&(?:#\w+|\w+;)/i;

/** Elements that the validator lets pass in HTML content; any other is a SecurityRisk. */
const SAFE_ELEMENTS = new Set(
  'a abbr aside b bdi blockquote br caption cite code dd del dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q rp rt ruby s samp small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr'.split(
    ' ',
  ),
);

export function must(holds: boolean, problem: string): string[] {
  return holds ? [] : [problem];
}

export function unique(values: readonly (string | undefined)[], problem: string): string[] {
  return must(new Set(values).size === values.length, problem);
}

/** Each of these is there, once, and not blank. */
export function only(element: XmlElement, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const found = childrenOf(element, name);
    if (found.length !== 1) {
      return [`${found.length === 0 ? 'Missing' : 'Duplicate'}Element: ${name}`];
    }
    return must(found[0]?.text.trim() !== '', `NotBlank: ${name}`);
  });
}

/** Nothing but these stands in it. */
export function known(element: XmlElement, names: readonly string[]): string[] {
  return element.children.flatMap(({ name }) =>
    must(names.includes(name), `UndefinedElement: ${name} in ${element.name}`),
  );
}

/** What is said of the whole feed stands before its entries. */
export function before(element: XmlElement, entry: string, problem: string): string[] {
  const names = element.children.map(({ name }) => name);
  const first = names.indexOf(entry);
  return must(first < 0 || names.slice(first).every((name) => name === entry), problem);
}

/** A plain text that is not taken for HTML. */
export function plain(text: string | undefined, where: string): string[] {
  return must(!MARKUP.test(text ?? ''), `ContainsHTML: ${where}`);
}

/** The same in RSS, where a start tag is asked about too. */
export function characters(text: string | undefined, where: string): string[] {
  return [...plain(text, where), ...must(!/<[a-z]/i.test(text ?? ''), `CharacterData: ${where}`)];
}

export function link(uri: string | undefined, where: string): string[] {
  return must(uri !== undefined && HTTP_URI.test(uri), `InvalidFullLink: ${where}`);
}

export function tagUri(uri: string | undefined, where: string): string[] {
  return must(uri !== undefined && TAG_URI.test(uri), `InvalidTAG: ${where}`);
}

export function mediaType(type: string | undefined, where: string): string[] {
  return must(MIME.test(type ?? ''), `InvalidMIMEType: ${where}`);
}

export function email(text: string | undefined, where: string): string[] {
  return must(EMAIL.exec(text ?? '')?.[0] === text, `InvalidContact: ${where}`);
}

/** A name of a person that is not an address too. */
export function noEmail(name: string | undefined): string[] {
  return must(!new RegExp(`<${EMAIL.source}>`, 'i').test(name ?? ''), 'ContainsEmail: name');
}

/** A language that ISO 639 knows, in the form of BCP 47. */
export function language(tag: string | undefined, where: string): string[] {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const [code = ''] = (tag ?? '').split('-');
  return must(
    /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag ?? '') && names.of(code) !== undefined,
    `InvalidLanguage: ${where}`,
  );
}

/** A date of RFC 822 with the right day of the week, and not from before feeds. */
export function rfc822(date: string | undefined, where: string): string[] {
  if (date === undefined || !RFC822.test(date)) return [`InvalidRFC2822Date: ${where}`];
  const read = new Date(date);
  return [
    ...must(
      new Date(date.replace(/[+-]\d{4}$/, 'GMT')).toUTCString().slice(0, 25) === date.slice(0, 25),
      `IncorrectDOW: ${where}`,
    ),
    ...must(read.getUTCFullYear() >= 1990, `ImplausibleDate: ${where}`),
  ];
}

/** A date of RFC 3339, not from before feeds. */
export function rfc3339(date: string | undefined, where: string): string[] {
  if (date === undefined || !RFC3339.test(date) || Number.isNaN(Date.parse(date))) {
    return [`InvalidRFC3339Date: ${where}`];
  }
  return must(date >= '1990', `ImplausibleDate: ${where}`);
}

/** No entry is dated after the last change of the feed: it would lie in the future. */
export function notAfter(feed: string | undefined, entries: readonly (string | undefined)[]) {
  const last = Date.parse(feed ?? '');
  // RSS has whole seconds
  return entries.flatMap((date) =>
    must(Date.parse(date ?? '') < last + 1000, `ImplausibleDate: ${date}`),
  );
}

/** Namespaces are those that the validator knows, under the prefixes that it expects. */
export function namespaces(root: XmlElement, expected: Readonly<Record<string, string>>) {
  return Object.entries(root.attributes)
    .filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
    .flatMap(([name, uri]) => must(expected[name] === uri, `UnknownNamespace: ${name}=${uri}`));
}

/** Characters that the document may not or should not have, written out or as references. */
export function encoding(xml: string): string[] {
  const references = [...xml.matchAll(/&#(x[\da-f]+|\d+);/gi)].map(([, code = '']) =>
    String.fromCodePoint(Number(code.startsWith('x') ? `0${code}` : code)),
  );
  const bad = /[^\t\n\r -~\u{a0}-\u{10ffff}]|\p{Cs}|\p{Noncharacter_Code_Point}|\ufffd/u;
  return [
    ...must(/^<\?xml version="1\.0" encoding="utf-8"\?>/i.test(xml), 'MissingEncoding'),
    ...must(!bad.test(xml), 'BadCharacters'),
    ...must(!references.some((char) => bad.test(char)), 'BadCharacters: reference'),
  ];
}

/** What is wrong with HTML content: broken markup, relative addresses, what may run, what is hidden. */
export function contentProblems(html: string): string[] {
  const problems: string[] = [];
  const tree = fromHtml(html, {
    fragment: true,
    onerror: ({ ruleId }) => {
      problems.push(`NotHtml: ${ruleId}`);
    },
  });
  visit(tree, 'element', ({ tagName, properties }) => {
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
  return [
    ...problems,
    ...must(html.trim() !== '', 'NotBlank: content'),
    // what lacks an end or stands where it may not, a parser puts right
    ...must(
      toHtml(tree) === html.replaceAll('&amp;', '&#x26;').replaceAll('&lt;', '&#x3C;'),
      'NotHtml',
    ),
  ];
}

/** The address of the first link of a kind. */
export function linkOf(element: XmlElement, rel: string): string | undefined {
  return childrenOf(element, 'link').find(({ attributes }) => attributes.rel === rel)?.attributes
    .href;
}

/** Texts of the children of a name. */
export function textsOf(elements: readonly XmlElement[], name: string): (string | undefined)[] {
  return elements.map((element) => textOf(element, name));
}
