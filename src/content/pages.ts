import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Nodes } from 'mdast';
import { checkMarkdown } from '../checks/check.ts';
import type { PageFile } from '../checks/model.ts';
import { pageNameProblems } from '../checks/page-names.ts';
import { checkTexts } from '../checks/todo-markers.ts';
import { walk } from '../lib/tree.ts';
import { tooDeep } from '../markdown/limits.ts';
import { PageAnchors } from '../markdown/page-anchors.ts';
import { parseMdx } from '../markdown/parse.ts';
import { placeOf } from '../markdown/scope.ts';
import { parseSource } from '../markdown/source.ts';
import { pageSchema } from '../record/frontmatter.ts';
import { isModule } from '../record/own-page.ts';
import type { Problem } from '../record/problem.ts';
import type { Reference } from '../record/text.ts';
import { unreadable } from './compile-file.ts';
import { listFiles } from './files.ts';
import { validate } from './validate.ts';

const FOLDER = 'content/pages';

/** Reads the owner's pages, in the order of their ids, and checks each. */
export function loadPages(root: string): { files: PageFile[]; problems: Problem[] } {
  const pages = listFiles(root, FOLDER, '.mdx')
    .filter((file) => dirname(file) === FOLDER)
    .map((file) => loadPage(root, file));
  return {
    files: pages.map(({ page }) => page).sort((a, b) => (a.id < b.id ? -1 : 1)),
    problems: pages.flatMap(({ problems }) => problems),
  };
}

interface LoadedPage {
  page: PageFile;
  problems: Problem[];
}

function loadPage(root: string, file: string): LoadedPage {
  const source = readFileSync(join(root, file), 'utf8');
  const refused = (problem: Problem): LoadedPage => ({
    page: { file, id: basename(file, '.mdx'), data: {}, places: {}, links: [] },
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
  const { tree, problems: slips } = parseMdx(body, file);
  const links: Reference[] = [];
  const anchors = new PageAnchors();
  const names: Problem[] = [];
  walk<Nodes>(tree, (node) => {
    if (node.type === 'link') links.push({ target: node.url, ...placeOf(node) });
    anchors.add(node);
    if (!isModule(body)) names.push(...pageNameProblems(node, file));
  });
  const fields = validate(pageSchema, frontmatter, file);
  const problems = [
    ...fields.problems,
    ...checkTexts(fields.data ?? {}, file, (field) => frontmatter.place([field])),
    ...slips,
    ...names,
    ...checkMarkdown({ tree, body, draft: false, lang: '' }, file),
  ];
  const id = basename(file, '.mdx');
  const known = slips.length === 0 && anchors.known;
  const page: PageFile = {
    file,
    id,
    data: fields.data ?? {},
    places: frontmatter.places(),
    links,
    ...(known && { anchors: anchors.ids }),
    ...(fields.data && { page: { ...fields.data, id, file, body } }),
  };
  return { page, problems };
}
