import GithubSlugger from 'github-slugger';
import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot } from 'hast';
import { h } from 'hastscript';
import type { Nodes, Root } from 'mdast';
import { letterOf } from '../lib/letters.ts';
import { countWords } from '../lib/text.ts';
import { walk } from '../lib/tree.ts';
import type { FootNote, Heading, Paragraph, Text } from '../record/text.ts';
import { parseMarkdown } from './commonmark.ts';
import { setSummaries } from './details.ts';
import { marked } from './elements.ts';
import { setEmoji } from './emoji.ts';
import { prepareTree, type Render, renderer } from './hast.ts';
import { setLevels, withoutHeadings } from './heading-levels.ts';
import { highlight } from './highlight.ts';
import { isEntryId } from './page-ids.ts';
import { parseMdx } from './parse.ts';
import { type CompileOptions, isMarkdown, Scope } from './scope.ts';
import { linkWikilinks, type WikiTargets } from './wikilinks.ts';

/** What an article's file gives the compiler. */
export interface CompileInput {
  /** Path from the project's root. */
  file: string;
  /** The text; its lines are those of the file. */
  body: string;
  /** Ids of the frontmatter's sources, in order; undefined for a source without one. */
  sourceIds: readonly (string | undefined)[];
  /** What wikilinks mean, which plain Markdown may have. */
  wiki?: WikiTargets;
}

/**
 * Compiles an article's text. Never throws for what a writer wrote: problems are part of the result.
 * @param inspect shown the tree as it was written, before it is made into HTML
 */
export async function compile(
  input: CompileInput,
  options: CompileOptions,
  inspect?: (tree: Root) => void,
): Promise<Text> {
  const { tree, problems } = isMarkdown(input.file)
    ? { tree: parseMarkdown(input.body), problems: [] }
    : parseMdx(input.body, input.file);
  if (isMarkdown(input.file) && input.body.includes('[['))
    linkWikilinks(tree, input.body, input.wiki ?? new Map());
  inspect?.(tree);
  if (/:[\w+-]+:/.test(input.body)) await setEmoji(tree);
  const { hast, notes, structure, scope } = await renderText(tree, input, options);
  const text = blocksOf([...hast.children] as ElementContent[]).join('\n');
  const noteText = notes.map((note) => note.text).join('\n');
  return {
    tree: plain(hast),
    headings: structure.headings,
    paragraphs: structure.paragraphs,
    notes,
    exhibits: scope.exhibits,
    citations: input.sourceIds.map((_, i) => structure.citations.get(i + 1) ?? []),
    terms: scope.terms,
    images: scope.images,
    links: scope.links,
    words: countWords(text) + countWords(noteText),
    text: noteText === '' ? text : `${text}\n${noteText}`,
    problems: [...problems, ...scope.problems],
  };
}

/** A text as HTML, with what was found in it. */
export async function renderText(
  tree: Root,
  { file, body, sourceIds }: CompileInput,
  options: CompileOptions,
) {
  const sources = new Map(
    sourceIds.flatMap((id, i): [string, number][] => (id === undefined ? [] : [[id, i + 1]])),
  );
  const scope = new Scope(file, body, options, sources);
  const code = await highlightAll(tree);
  prepareTree(tree, scope);
  const render = renderer(tree, code, scope);
  const hast = render(tree);
  if (scope.isMarkdown) setLevels(hast, scope);
  if (/<(?:details|summary)\b/i.test(body)) setSummaries(hast, options.labels.details);
  const structure = number(hast, scope);
  const notes = renderNotes(render, structure, scope);
  return { hast, structure, notes, scope };
}

/** The nodes of a tree without their places in the source, which only problems tell. */
function plain(tree: HastRoot): ElementContent[] {
  walk<HastNodes>(tree, (node) => {
    if ('position' in node) delete node.position;
  });
  return tree.children as ElementContent[];
}

/** What is made of a text that cannot be read. */
export const NO_TEXT: Text = {
  tree: [],
  headings: [],
  paragraphs: [],
  notes: [],
  exhibits: [],
  citations: [],
  terms: [],
  images: [],
  links: [],
  words: 0,
  text: '',
  problems: [],
};

async function highlightAll(tree: Root): Promise<Map<object, Element>> {
  const blocks: { node: object; code: string; lang: string }[] = [];
  walk<Nodes>(tree, (node) => {
    if (node.type === 'code') blocks.push({ node, code: node.value, lang: node.lang ?? '' });
  });
  const drawn = blocks.map(
    async ({ node, code, lang }): Promise<[object, Element]> => [node, await highlight(code, lang)],
  );
  return new Map(await Promise.all(drawn));
}

interface Structure {
  headings: Heading[];
  paragraphs: Paragraph[];
  /** Source number to the paragraphs that cite it. */
  citations: Map<number, number[]>;
  /** Note number to the paragraph with its first mark. */
  noteParagraphs: Map<number, number>;
}

/** Numbers the paragraphs and names the headings, as a judgment does. */
function number(tree: HastRoot, scope: Scope): Structure {
  const slugger = new GithubSlugger();
  const structure: Structure = {
    headings: [],
    paragraphs: [],
    citations: new Map(),
    noteParagraphs: new Map(),
  };
  let heading = '';
  let waiting: Heading[] = [];
  for (const node of tree.children) {
    if (node.type !== 'element' && node.type !== 'component') continue;
    const n = structure.paragraphs.length + 1;
    if (node.type === 'component') {
      collectMarks(node, Math.max(1, n - 1), structure);
    } else if (/^h[1-6]$/.test(node.tagName)) {
      const text = textOf(node);
      const { id: own } = node.properties;
      const isOwn = typeof own === 'string' && !isEntryId(own) && !(own in slugger.occurrences);
      const slug = isOwn ? own : slugger.slug(text.normalize('NFC'));
      if (isOwn) slugger.occurrences[own] = 0;
      heading = slug === '' || isEntryId(slug) ? slugger.slug(`section-${slug || n}`) : slug;
      node.properties.id = heading;
      const depth = Number(node.tagName.slice(1));
      const entry: Heading = { depth, id: heading, text, paragraph: 0 };
      structure.headings.push(entry);
      // a section ends where the next of its rank begins, with or without a paragraph in it
      waiting = [...waiting.filter((open) => open.depth < depth), entry];
    } else if (node.tagName === 'p' && !isOnlyComponents(node)) {
      structure.paragraphs.push({ n, text: textOf(node), heading });
      for (const open of waiting.splice(0)) open.paragraph = n;
      collectMarks(node, n, structure);
      node.properties.id = `p${n}`;
      if (!scope.options.numbered) continue;
      const label = scope.options.labels.paragraph.replace('{n}', String(n));
      const link = h('a', { class: 'para', href: `#p${n}`, ariaLabel: label }, String(n));
      node.children.unshift(marked(link), { type: 'text', value: ' ' });
      continue;
    }
    collectMarks(node, Math.max(1, n - 1), structure);
  }
  nameItems(tree);
  return structure;
}

/**
 * Items of lists have a series of their own after each paragraph, `p7-1`, `p7-2`, so that they can be linked to
 * and paragraphs keep their numbers.
 */
function nameItems(tree: HastRoot): void {
  let paragraph = 'p0';
  let items = 0;
  for (const node of tree.children) {
    const id = node.type === 'element' && node.tagName === 'p' ? node.properties.id : undefined;
    if (typeof id === 'string') {
      paragraph = id;
      items = 0;
    }
    walk<HastNodes>(node, (inner) => {
      if (inner.type !== 'element' || inner.tagName !== 'li') return;
      items += 1;
      inner.properties.id ??= `${paragraph}-${items}`;
    });
  }
}

function collectMarks(node: ElementContent, paragraph: number, structure: Structure): void {
  walk<ElementContent>(node, (inner) => {
    if (inner.type !== 'element') return;
    const { source, note } = inner.data ?? {};
    if (source !== undefined) {
      const cited = structure.citations.get(source) ?? [];
      if (!cited.includes(paragraph)) cited.push(paragraph);
      structure.citations.set(source, cited);
    }
    if (note !== undefined && !structure.noteParagraphs.has(note)) {
      structure.noteParagraphs.set(note, paragraph);
    }
  });
}

/** An image alone in its paragraph is not a paragraph of the text. */
function isOnlyComponents(node: Element): boolean {
  return node.children.every(
    (child) => child.type === 'component' || (child.type === 'text' && child.value.trim() === ''),
  );
}

/**
 * The notes in the order of their first marks; marks within notes add to the list. What a note cites
 * is cited by the paragraph that the note belongs to.
 */
function renderNotes(render: Render, structure: Structure, scope: Scope): FootNote[] {
  const notes: FootNote[] = [];
  const { labels, letters } = scope.options;
  for (let n = 1; n <= scope.noteMarks.size; n += 1) {
    const [identifier = '', marks = 0] = [...scope.noteMarks][n - 1] ?? [];
    const definition = scope.definitions.get(identifier);
    if (!definition) continue;
    const hast = render(definition);
    withoutHeadings(hast);
    setSummaries(hast, labels.details);
    const text = blocksOf(hast.children as ElementContent[]).join('\n');
    const paragraph = structure.noteParagraphs.get(n) ?? 0;
    for (const node of hast.children) {
      collectMarks(node as ElementContent, paragraph, structure);
    }
    const back = Array.from({ length: marks }, (_, i) => {
      const href = i === 0 ? `#fnref-${n}` : `#fnref-${n}-${i + 1}`;
      const ariaLabel = labels.back.replace('{letter}', letterOf(n, letters));
      return [
        { type: 'text' as const, value: ' ' },
        h('a', { class: 'back', href, ariaLabel }, labels.backText),
      ];
    }).flat();
    const last = hast.children.findLast((node) => node.type === 'element');
    if (last?.type === 'element' && last.tagName === 'p') last.children.push(...back);
    else hast.children.push(h('p', back));
    notes.push({
      n,
      paragraph,
      tree: plain(hast),
      text,
    });
  }
  return notes;
}

const BLOCKS = new Set(
  'p h1 h2 h3 h4 h5 h6 pre blockquote ul ol li details summary div table thead tbody tr th td'.split(
    ' ',
  ),
);

/** The text of every innermost block, without marks. */
function blocksOf(nodes: readonly ElementContent[]): string[] {
  const blocks: string[] = [];
  let words = '';
  const end = (): void => {
    if (words.trim() !== '') blocks.push(words.trim());
    words = '';
  };
  for (const node of nodes) {
    if (node.type === 'component' || (node.type === 'element' && BLOCKS.has(node.tagName))) {
      end();
      blocks.push(...blocksOf(node.children));
    } else {
      words += textOf(node);
    }
  }
  end();
  return blocks;
}

/** The words of a node, without citation and note marks. */
function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'component') return node.children.map(textOf).join('');
  if (node.type !== 'element' || node.data?.mark) return '';
  if (node.tagName === 'br') return ' ';
  return node.children.map(textOf).join('');
}
