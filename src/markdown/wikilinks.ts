import GithubSlugger from 'github-slugger';
import type { PhrasingContent, Root, Text } from 'mdast';
import { isArticleName } from '../record/article-file.ts';
import { positionFrom } from './places.ts';

/** What wikilinks name, each with the path of the one file that fits. */
export type WikiTargets = ReadonlyMap<string, string>;

/** `[[Note]]`, `[[Note#Heading|words]]`, `![[picture.png]]`. */
const WIKILINK = /!?\[\[[^[\]\n]{1,300}\]\]/g;

/** What the wikilinks of a text name, each once; what stands in code among it. */
export function wikilinksIn(text: string): string[] {
  if (!text.includes('[[')) return [];
  return [...new Set(Array.from(text.matchAll(WIKILINK), ([mark]) => partsOf(mark).name))];
}

/** A wikilink as an address and its words; undefined where no file fits, or several do. */
export function readWikilink(
  mark: string,
  targets: WikiTargets,
): { url: string; words: string; isPicture: boolean } | undefined {
  const { name, heading, words } = partsOf(mark);
  const path = targets.get(name);
  // a part of a note has no name here
  const fragment = heading === '' || heading.startsWith('^') ? '' : `#${anchorOf(heading)}`;
  if (name === '' && fragment !== '')
    return { url: fragment, words: words || heading, isPicture: false };
  if (path === undefined) return undefined;
  if (isArticleName(path)) {
    const url = `../${path.split('/').slice(-2).join('/')}${fragment}`;
    return {
      url,
      words: words || [name, fragment && heading].filter(Boolean).join(' › '),
      isPicture: false,
    };
  }
  // Obsidian gives a width in place of words
  const alt = /^\d*(?:x\d+)?$/.test(words) ? '' : words;
  return mark.startsWith('!')
    ? { url: encodeURI(path.replace(/^content/, '')), words: alt, isPicture: true }
    : undefined;
}

/** Puts links and pictures in place of the wikilinks of a text. */
export function linkWikilinks(tree: Root, body: string, targets: WikiTargets): void {
  visit(tree as unknown as { children: PhrasingContent[] });

  function visit(parent: { children: PhrasingContent[] }): void {
    parent.children = parent.children.flatMap((node): PhrasingContent[] => {
      // no link stands within a link
      if ('children' in node && !/^link/.test(node.type)) visit(node as never);
      return node.type === 'text' && node.value.includes('[[') ? split(node) : [node];
    });
  }

  function split(node: Extract<PhrasingContent, { type: 'text' }>): PhrasingContent[] {
    const parts: PhrasingContent[] = [];
    let end = 0;
    let from = node.position?.start.offset ?? 0;
    for (const { 0: mark, index } of node.value.matchAll(WIKILINK)) {
      const link = readWikilink(mark, targets);
      if (!link) continue;
      const { url, words, isPicture } = link;
      // within a table its bar is escaped
      const escaped = mark.replaceAll('|', '\\|');
      const position = positionFrom(body, from, body.includes(mark, from) ? mark : escaped);
      parts.push(textFrom(from, node.value.slice(end, index)));
      from = position.end.offset ?? from;
      if (isPicture) parts.push({ type: 'image', url, alt: words, position });
      else
        parts.push({
          type: 'link',
          url,
          children: [textFrom(position.start.offset ?? from, words)],
          position,
        });
      end = index + mark.length;
    }
    if (end === 0) return [node];
    parts.push(textFrom(from, node.value.slice(end)));
    return parts.filter((part) => part.type !== 'text' || part.value !== '');
  }

  function textFrom(offset: number, value: string): Text {
    return { type: 'text', value, position: positionFrom(body, offset, value) };
  }
}

function partsOf(mark: string): { name: string; heading: string; words: string } {
  // within a table the bar is escaped
  const [target = '', ...words] = mark.replace(/^!?\[\[|\]\]$/g, '').split(/\\?\|/);
  const [name = '', ...headings] = target.split('#');
  return {
    name: name.trim(),
    heading: (headings.at(-1) ?? '').trim(),
    words: words.join('|').trim(),
  };
}

function anchorOf(heading: string): string {
  return new GithubSlugger().slug(heading.normalize('NFC'));
}
