import type { Element, ElementContent, Root as HastRoot } from 'hast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { Instance } from '../record/compiled.ts';
import { INSTANCE_TAG } from '../record/components.ts';
import { type CompileInput, renderText } from './compile.ts';
import { parseMdx } from './parse.ts';
import { type CompileOptions, INSTANCE } from './scope.ts';

/** Where articles lie. */
const ARTICLES = 'content/articles/';

/** A file as `@astrojs/mdx` gives it to its plugins; as a string it is the text. */
interface MdxFile {
  path: string;
  data: { astro?: { frontmatter?: { sources?: { id?: string }[] } } };
}

/**
 * A rehype plugin for articles with code: the tree that `@astrojs/mdx` runs is the one that every
 * other article is made of, so that both ways look the same. Other files keep their own.
 * @param root the project's folder, with forward slashes
 */
export function rehypeArticles(root: string, options: CompileOptions) {
  const folder = `${root.replace(/\/$/, '')}/`;
  return () =>
    async (tree: HastRoot, file: MdxFile): Promise<HastRoot> => {
      const path = file.path.replaceAll('\\', '/');
      if (!path.startsWith(`${folder}${ARTICLES}`)) return tree;
      const sourceIds = (file.data.astro?.frontmatter?.sources ?? []).map(({ id }) => id);
      const input = { file: path.slice(folder.length), body: String(file), sourceIds };
      return mdxTree(input, { ...options, code: 'allow' });
    };
}

/** An article's text as a tree with its code in it; instances of components are tags for MDX. */
async function mdxTree(input: CompileInput, options: CompileOptions): Promise<HastRoot> {
  const parsed = parseMdx(input.body, input.file);
  if ('problem' in parsed) return { type: 'root', children: [] };
  const { hast, scope } = await renderText(parsed.tree, input, options, 'keep');
  const article = input.file.slice(ARTICLES.length, -'.mdx'.length);
  return {
    ...hast,
    children: withTags(hast.children as ElementContent[], article, scope.instances),
  };
}

/** The nodes with every stand-in of an instance made a tag. */
function withTags(
  nodes: readonly ElementContent[],
  article: string,
  instances: readonly Omit<Instance, 'children'>[],
): ElementContent[] {
  return nodes.map((node) => {
    if (!('children' in node)) return node;
    const children = withTags(node.children, article, instances);
    const inner = { ...node, children } as Element;
    return inner.tagName === INSTANCE
      ? tag(article, instances[Number(inner.properties.index)], children)
      : inner;
  });
}

function tag(
  article: string,
  instance: Omit<Instance, 'children'> | undefined,
  children: ElementContent[],
): ElementContent {
  const attribute = (name: string, value: string) => ({
    type: 'mdxJsxAttribute' as const,
    name,
    value,
  });
  const element: Omit<MdxJsxFlowElement, 'children'> = {
    type: 'mdxJsxFlowElement',
    name: INSTANCE_TAG,
    attributes: [attribute('of', article), attribute('part', JSON.stringify(instance))],
  };
  return { ...element, children } as unknown as ElementContent;
}
