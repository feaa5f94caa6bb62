import type { ElementContent } from 'hast';
import { voiceOf } from '../../i18n/index.ts';
import { escapeXml } from '../../lib/xml.ts';
import type { Archive } from '../../record/archive.ts';
import { type Article, shownNumber } from '../../record/article.ts';
import type { InstanceName } from '../../record/components.ts';
import { idsOf, usualGroup } from '../../record/lists.ts';
import type { Component, ComponentOf, Text } from '../../record/text.ts';
import { DAY, META, PARTS } from './names.ts';
import { spaced } from './script.ts';
import { otherNames } from './synonyms.ts';
import { otherSpellings, termsOf } from './terms.ts';

/** An entry as the index takes it in. */
export interface SearchRecord {
  /** Address below the base path, with a slash before it. */
  path: string;
  /** A page made for the index: the entry's text and facts, nothing that pages repeat. */
  html: string;
}

/** How much a word counts by where it stands, at most 10. */
const WEIGHTS = {
  title: 8,
  standfirst: 2.5,
  facts: 1.5,
  heading: 3,
  // Pagefind counts in 24ths and writes 25 of them, and no other number, without saying so
  text: 25 / 24 + 0.001,
  notes: 0.7,
  sources: 0.3,
  about: 2,
  synonyms: 0.3,
};

/** The record of an entry. */
export function searchRecord(article: Article, archive: Archive, text: Text): SearchRecord {
  const said = `${article.title} ${article.description} ${text.text}`;
  const spelt = otherSpellings(said, termsOf(article.lang ?? archive.site.locale));
  const html = [
    `<!doctype html><html lang="en"><body>`,
    `<a id="${PARTS.title}"></a><h1 data-pagefind-weight="${WEIGHTS.title}">${escapeXml(article.title)}</h1>`,
    `<a id="${PARTS.standfirst}"></a><p data-pagefind-weight="${WEIGHTS.standfirst}">${escapeXml(article.description)}</p>`,
    `<div data-pagefind-weight="${WEIGHTS.text}">${nodesHtml(text.tree)}</div>`,
    section(
      PARTS.facts,
      WEIGHTS.facts,
      article.keyFacts.map((fact) => fact.text),
    ),
    text.notes
      .map(
        (note) =>
          `<a id="fn-${note.n}"></a><p data-pagefind-weight="${WEIGHTS.notes}">${escapeXml(note.text)}</p>`,
      )
      .join(''),
    section(
      PARTS.sources,
      WEIGHTS.sources,
      article.sources.map(({ title, publisher }) => `${title}, ${publisher}`),
    ),
    section(PARTS.about, WEIGHTS.about, aboutWords(article, archive)),
    section(`${PARTS.about}-2`, WEIGHTS.synonyms, otherNames(article, archive, text.text)),
    section(`${PARTS.about}-3`, WEIGHTS.synonyms, spelt.length > 0 ? [spelt.join(' ')] : []),
    facts(article, archive),
    '</body></html>',
  ].join('\n');
  const { routes } = archive;
  return { path: `/${routes.below(routes.article(article))}`, html: spaced(html) };
}

function section(id: string, weight: number, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const blocks = lines.map((line) => `<p>${escapeXml(line)}</p>`).join('');
  return `<a id="${id}"></a><div data-pagefind-weight="${weight}">${blocks}</div>`;
}

/** What an entry is filed under, as a reader may type it: number, dates, names. */
function aboutWords(article: Article, archive: Archive): string[] {
  const { day } = article.pubDate;
  const storyline = archive.position(article)?.storyline;
  return [
    ...(article.number === undefined
      ? []
      : [voiceOf(archive.site).t.no({ number: article.number })]),
    voiceOf(archive.site).f.day(day),
    day,
    voiceOf(archive.site).named.kind(article.kind),
    ...(storyline ? [storyline.name] : []),
    ...article.authors.map((id) => archive.authors.get(id)?.name ?? id),
    ...article.tags.map((id) => archive.tags.get(id)?.name ?? id),
  ];
}

/** Filters, and what a result shows; all of it outside the text. */
function facts(article: Article, archive: Archive): string {
  const position = archive.position(article);
  const usual = usualGroup(idsOf(archive.site.groups));
  const filters: [name: string, value: string][] = [
    ...article.tags.map((id): [string, string] => [archive.tags.get(id)?.group ?? usual, id]),
    ...(position ? [['storyline', position.storyline.id] as [string, string]] : []),
    ['kind', article.kind],
    ...article.authors.map((id): [string, string] => ['author', id]),
    ['year', article.pubDate.day.slice(0, 4)],
    [DAY, article.pubDate.day],
  ];
  const meta: [name: string, value: string | undefined][] = [
    [META.number, shownNumber(article, archive.site)],
    [META.figure, article.figure?.value],
    [META.unit, article.figure?.label],
    [META.part, position && String(position.part)],
    [META.lang, article.lang],
  ];
  return [
    '<div data-pagefind-ignore>',
    ...filters.map(([name, value]) => tagged('filter', name, value)),
    ...meta.map(([name, value]) => (value === undefined ? '' : tagged('meta', name, value))),
    '</div>',
  ].join('');
}

function tagged(what: 'filter' | 'meta', name: string, value: string): string {
  return `<i data-pagefind-${what}="${name}">${escapeXml(value)}</i>`;
}

/**
 * A text's words for the index, without its marks. Headings count for more than sentences. Pagefind
 * keeps the text of each element with an id, so a paragraph's id moves to an empty element before
 * it; it puts a space between the cells of a table, and none after its headings.
 */
function nodesHtml(nodes: readonly ElementContent[]): string {
  return nodes.map(nodeHtml).join('');
}

function nodeHtml(node: ElementContent): string {
  if (node.type === 'text') return escapeXml(node.value);
  if (node.type === 'component') return componentHtml(node);
  if (node.type !== 'element') return '';
  const { tagName, properties, data } = node;
  const id = properties.id === undefined ? '' : ` id="${properties.id}"`;
  const anchor = id === '' ? '' : `<a${id}></a>`;
  if (data?.mark) return anchor;
  const inner = nodesHtml(node.children);
  if (/^h[2-6]$/.test(tagName)) {
    return `<${tagName} data-pagefind-weight="${WEIGHTS.heading}"${id}>${inner}</${tagName}>`;
  }
  const name = tagName === 'th' ? 'td' : tagName;
  return anchor + (VOID.has(name) ? `<${name}>` : `<${name}>${inner}</${name}>`);
}

/** Elements of a text that hold nothing. */
const VOID = new Set(['br', 'hr', 'input', 'wbr']);

/** Props that are words for readers, whichever component has them. */
const WORDS = ['title', 'caption', 'by', 'publisher', 'text', 'alt', 'note', 'credit'];

/** The words of components that have more than those; numbers of a chart say nothing without their drawing. */
const words: { [Name in InstanceName]?: (props: ComponentOf<Name>['props']) => string[] } = {
  Own: () => [],
  Timeline: ({ caption, events }) => [caption ?? '', ...events.map(({ text }) => text)],
};

function componentHtml(node: Component): string {
  const lines = wordsOf(node).filter((line) => line !== '');
  const inner = lines.map((line) => `<p>${escapeXml(line)}</p>`).join('');
  return `<a id="${idOf(node)}"></a><div>${inner}${nodesHtml(node.name === 'Own' ? node.props.instead : [])}${nodesHtml(node.children)}</div>`;
}

function wordsOf<Name extends InstanceName>({ name, props }: ComponentOf<Name>): string[] {
  return words[name]?.(props) ?? WORDS.map((prop) => String(Reflect.get(props, prop) ?? ''));
}

/** The component's id on the page, where a result can link to it. */
function idOf({ name, props }: Component): string {
  if (name === 'Note') return props.id;
  if (name === 'Figure' || name === 'Chart') return `exhibit-${props.letter.toLowerCase()}`;
  return PARTS.box;
}
