import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Nodes } from 'mdast';
import { checkCopy } from '../checks/check.ts';
import type { PageSheet } from '../checks/sheet.ts';
import type { Reference } from '../domain/compiled.ts';
import { pageSchema } from '../domain/frontmatter.ts';
import type { Problem } from '../domain/problem.ts';
import { walk } from '../lib/tree.ts';
import { parseMdx } from '../markdown/parse.ts';
import { placeOf } from '../markdown/scope.ts';
import { parseSource } from '../markdown/source.ts';
import { listFiles } from './files.ts';
import { validate } from './validate.ts';

const FOLDER = 'content/pages';

/** Reads the owner's pages as far as the checks need them; Astro renders them. */
export function loadPages(root: string): { sheets: PageSheet[]; problems: Problem[] } {
  const pages = listFiles(root, FOLDER, '.mdx')
    .filter((file) => dirname(file) === FOLDER)
    .map((file) => loadPage(root, file));
  return {
    sheets: pages.map(({ sheet }) => sheet),
    problems: pages.flatMap(({ problems }) => problems),
  };
}

function loadPage(root: string, file: string): { sheet: PageSheet; problems: Problem[] } {
  const { frontmatter, body } = parseSource(readFileSync(join(root, file), 'utf8'), file);
  const parsed = parseMdx(body, file);
  const links: Reference[] = [];
  if ('tree' in parsed) {
    walk<Nodes>(parsed.tree, (node) => {
      if (node.type === 'link') links.push({ target: node.url, ...placeOf(node) });
    });
  }
  const problems = [
    ...(frontmatter.problems.length > 0
      ? frontmatter.problems
      : validate(pageSchema, frontmatter, file).problems),
    ...('problem' in parsed
      ? [parsed.problem]
      : checkCopy({ tree: parsed.tree, body, draft: false }, file)),
  ];
  return { sheet: { file, id: basename(file, '.mdx'), links }, problems };
}
