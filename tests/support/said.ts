import { parse } from 'parse5';
import type { Project } from './project.ts';

/* What the pages and feeds of a built site say to their readers. */

/** Attributes whose values are words for readers. */
const SPOKEN = ['alt', 'title', 'aria-label', 'placeholder', 'content', 'data-failed'];
/** Properties of a page whose content no reader reads. */
const MACHINES =
  /^(?:viewport|robots|color-scheme|theme-color|og:(?:type|url|locale|image.*)|twitter:card|article:(?:published_time|modified_time|author))$/;

/** Names that are the same in every language: formats, and addresses of machines. */
const NAMES = /RSS|Atom|JSON Feed|OPML|[\w.-]+@[\w.-]+|https?:\/\/\S+|[\w-]+\.example\b\S*/g;

interface Node {
  nodeName: string;
  value?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
}

/** A text without the names that are the same in every language. */
export function withoutNames(text: string): string {
  return text.replace(NAMES, '');
}

/** Everything that HTML says, piece by piece. */
export function saidIn(html: string): string[] {
  return [...saidBy(parse(html, { scriptingEnabled: false }) as unknown as Node)];
}

function* saidBy(node: Node): Generator<string> {
  if (['script', 'style', 'code'].includes(node.nodeName)) return;
  // the address of a feed, cut where a line may end
  if (node.attrs?.some(({ name, value }) => name === 'class' && value === 'address')) return;
  if (node.nodeName === '#text') yield node.value ?? '';
  const attrs = new Map(node.attrs?.map(({ name, value }) => [name, value]));
  const isForMachines =
    MACHINES.test(attrs.get('name') ?? attrs.get('property') ?? '') || attrs.has('charset');
  if (!isForMachines) for (const name of SPOKEN) if (attrs.has(name)) yield attrs.get(name) ?? '';
  for (const child of node.childNodes ?? []) yield* saidBy(child);
}

/** What each page of a project's site says, by its path. */
export function saidByPages(project: Project): [page: string, said: string[]][] {
  return project
    .files()
    .filter((file) => file.endsWith('.html'))
    .map((page) => [page, saidIn(project.read(`dist/${page}`))]);
}

/** What each of its feeds says, with the titles of their list and the line above a raw one. */
export function saidByFeeds(project: Project): [feed: string, said: string[]][] {
  return project
    .files()
    .filter((file) => /(?:rss|atom)\.xml$|\.opml$|feed\.css$/.test(file))
    .map((feed) => {
      const text = project.read(`dist/${feed}`);
      if (feed.endsWith('.css')) return [feed, [/--explain:("[^"]*")/.exec(text)?.[1] ?? '']];
      const words =
        /<(title|description|summary|content|subtitle)\b[^>]*>([\s\S]*?)<\/\1>|(?:text|title)="([^"]*)"/g;
      const said = [...text.matchAll(words)].flatMap(([, , element = '', attribute = '']) => [
        element,
        attribute,
      ]);
      const html = said.map((one) =>
        one
          .replace(/&lt;|<!\[CDATA\[/g, '<')
          .replace(/&gt;|\]\]>/g, '>')
          .replace(/&amp;/g, '&'),
      );
      return [feed, html.flatMap(saidIn)];
    });
}
