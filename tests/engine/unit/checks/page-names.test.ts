import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadPages } from '../../../../src/content/pages.ts';
import { formatProblem } from '../../../../src/record/problem.ts';

/** What is said of a page with this text. */
function said(text: string): string[] {
  const root = mkdtempSync(join(tmpdir(), 'page-'));
  try {
    mkdirSync(join(root, 'content/pages'), { recursive: true });
    const page = `---\ntitle: About\ndescription: Us.\n---\n\n${text}\n`;
    writeFileSync(join(root, 'content/pages/about.mdx'), page);
    return loadPages(root).problems.map(formatProblem);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test('a page that imports nothing is told of names that nothing gives it', () => {
  expect(said('In all {entries}.\n\n<Foo>Words</Foo>')).toEqual([
    'content/pages/about.mdx:6:8 There is no "entries" here. Write {props.entries}, or the words themselves.',
    'content/pages/about.mdx:8:1 There is no component <Foo> here. Import it, or write it in HTML.',
  ]);
});

test('what a page is given, works out or imports is no problem', () => {
  expect(said('In all {props.entries}, {1 + 1}, {[1].map((n) => n)}, <b>{null}</b>.')).toEqual([]);
  expect(said("import Foo from './Foo.astro';\n\n<Foo>{Foo}</Foo>")).toEqual([]);
});
