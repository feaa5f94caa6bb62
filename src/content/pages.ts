import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Nodes } from 'mdast';
import { checkCopy } from '../checks/check.ts';
import { checkTexts } from '../checks/leftovers.ts';
import type { PageSheet } from '../checks/sheet.ts';
import { walk } from '../lib/tree.ts';
import { tooDeep } from '../markdown/limits.ts';
import { PageAnchors } from '../markdown/page-anchors.ts';
import { parseMdx } from '../markdown/parse.ts';
import { placeOf } from '../markdown/scope.ts';
import { parseSource } from '../markdown/source.ts';
import { pageSchema } from '../record/frontmatter.ts';
import type { Problem } from '../record/problem.ts';
import type { Reference } from '../record/text.ts';
import { unreadable } from './compile-file.ts';
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

interface LoadedPage {
  sheet: PageSheet;
  problems: Problem[];
}

function loadPage(root: string, file: string): LoadedPage {
  const source = readFileSync(join(root, file), 'utf8');
  const refused = (problem: Problem): LoadedPage => ({
    sheet: { file, id: basename(file, '.mdx'), links: [] },
    problems: [problem],
  });
  const problem = unreadable(source, file);
  if (problem) return refused(problem);
  try {
    return readPage(source, file);
  } catch (error) {
    // the stack is full, as it may be over an article
    if (error instanceof RangeError) return refused(tooDeep(file));
    throw error;
  }
}

function readPage(source: string, file: string): LoadedPage {
  const { frontmatter, body } = parseSource(source, file);
  const parsed = parseMdx(body, file);
  const links: Reference[] = [];
  const anchors = new PageAnchors();
  if ('tree' in parsed) {
    walk<Nodes>(parsed.tree, (node) => {
      if (node.type === 'link') links.push({ target: node.url, ...placeOf(node) });
      anchors.add(node);
    });
  }
  const fields: ReturnType<typeof validate<typeof pageSchema>> =
    frontmatter.problems.length > 0
      ? { problems: frontmatter.problems }
      : validate(pageSchema, frontmatter, file);
  const problems = [
    ...fields.problems,
    ...checkTexts(fields.data ?? {}, file, (field) => frontmatter.place([field])),
    ...('problem' in parsed
      ? [parsed.problem]
      : checkCopy({ tree: parsed.tree, body, draft: false }, file)),
  ];
  const known = 'tree' in parsed && anchors.known;
  const sheet: PageSheet = {
    file,
    id: basename(file, '.mdx'),
    links,
    ...(known && { anchors: anchors.ids }),
  };
  return { sheet, problems };
}
