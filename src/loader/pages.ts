import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageSheet } from '../checks/sheet.ts';
import { pageSchema } from '../domain/frontmatter.ts';
import type { Problem } from '../domain/problem.ts';
import { parseMdx } from '../markdown/parse.ts';
import { parseSource } from '../markdown/source.ts';
import { listFiles } from './files.ts';
import { validate } from './validate.ts';

const FOLDER = 'content/pages';

/** Reads the owner's pages as far as the checks need them; Astro renders them. */
export function loadPages(root: string): { sheets: PageSheet[]; problems: Problem[] } {
  const files = listFiles(root, FOLDER, '.mdx');
  return {
    sheets: files.map((file) => ({ file, id: file.slice(FOLDER.length + 1, -'.mdx'.length) })),
    problems: files.flatMap((file) => {
      const { frontmatter, body } = parseSource(readFileSync(join(root, file), 'utf8'), file);
      const parsed = parseMdx(body, file);
      return [
        ...(frontmatter.problems.length > 0
          ? frontmatter.problems
          : validate(pageSchema, frontmatter, file).problems),
        ...('problem' in parsed ? [parsed.problem] : []),
      ];
    }),
  };
}
