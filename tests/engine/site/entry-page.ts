import type { Element, ElementContent, Root } from 'hast';
import { toString as wordsIn } from 'hast-util-to-string';
import { EXIT, visit } from 'unist-util-visit';

/** What a page says to search engines of its entry. */
interface NewsData {
  url: string;
  headline: string;
  datePublished: string;
  dateModified: string;
  author: { name: string }[];
  keywords: string[];
}

/** What the page of an entry says to search engines. */
export function newsOf(html: string): NewsData {
  const [, json = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  const { '@graph': graph } = JSON.parse(json) as { '@graph': (NewsData & { '@id': string })[] };
  const news = graph.find((thing) => thing['@id']?.endsWith('#article'));
  if (!news) throw new Error('The page says nothing of an article.');
  return news;
}

/** Blocks of a page's entry whose words a feed must have, squeezed. */
export function blocksOf(page: Root): string[] {
  const blocks: string[] = [];
  visit(page, 'element', (element) => {
    const { id } = element.properties;
    const isText = /^(?:p\d+|fn-\d+|s\d+)$/.test(String(id));
    const isFact = element.tagName === 'dd' && insideFacts(page, element);
    if (isText || isFact) blocks.push(squeeze(wordsIn(withoutMarks(element))));
  });
  return blocks;
}

function insideFacts(page: Root, fact: Element): boolean {
  let found = false;
  visit(page, 'element', (element) => {
    if (element.properties.className?.toString() !== 'facts') return;
    visit(element, (node) => {
      if (node === fact) found = true;
    });
    return EXIT;
  });
  return found;
}

/** Without what belongs to the page alone: paragraph numbers, ways back, lists of paragraphs. */
function withoutMarks(element: Element): Element {
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    const names = child.properties.className?.toString() ?? '';
    return ['para', 'back', 'label'].includes(names) ? [] : [withoutMarks(child)];
  });
  return { ...element, children };
}

/** Without spaces: where they stand between elements is no matter of words. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
