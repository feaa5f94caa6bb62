import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { componentSchemas } from '../../../src/record/components.ts';
import { frontmatterSchema } from '../../../src/record/frontmatter.ts';
import { siteSchema } from '../../../src/record/site.ts';
import { DOCUMENTS, documentsWith, isThere } from '../../support/documents.ts';
import { Project } from '../../support/project.ts';
import { ROOMS } from '../../support/rooms.ts';
import { scripts } from '../../support/scripts.ts';

/*
 * What the engine's documents say of commands, files and tables is so. A document or a table that is
 * not there says nothing wrong.
 */

/** What stands in backquotes in the first column of the table with this head. */
function column(text: string, head: string): string[] {
  const table = text.slice(text.indexOf(head)).split('\n\n')[0] ?? '';
  return table
    .split('\n')
    .slice(2)
    .flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
    );
}

test('commands that documents name are there', () => {
  const unknown = DOCUMENTS.flatMap(({ path, text }) =>
    [...text.matchAll(/npm run (?!-)([a-z:-]*[a-z])/g)]
      .map(([, name = '']) => name)
      .filter((name) => !(name in scripts))
      .map((name) => `${path}: npm run ${name}`),
  );
  expect(unknown).toEqual([]);
});

test('files that documents name are there', () => {
  const missing = DOCUMENTS.flatMap(({ path, text }) =>
    [...text.matchAll(/`((?:src|tests|\.ci|\.github|\.vscode)\/[\w./-]*)`/g)]
      .map(([, named = '']) => named)
      .filter((named) => !isThere(named))
      .map((named) => `${path}: ${named}`),
  );
  expect(missing).toEqual([]);
});

test('what documents say is tried is tried there', () => {
  const missing = documentsWith('is tried in').flatMap(({ text }) =>
    [...text.matchAll(/^\| (.+?) \| `(tests\/[^`]+)` \|$/gm)]
      .filter(([, what = '', file = '']) => !readFileSync(file, 'utf8').includes(what))
      .map(([row]) => row),
  );
  expect(missing).toEqual([]);
});

test.each([
  ['| field | rule |', frontmatterSchema.shape, (name: string) => name],
  ['| component | for |', componentSchemas, (tag: string) => /<(\w+)/.exec(tag)?.[1] ?? tag],
  ['| field of `src/publication/site.config.ts` |', siteSchema.shape, (name: string) => name],
])('a table “%s” has every row, and no other', (head, rows, nameOf) => {
  for (const { path, text } of documentsWith(head)) {
    expect(column(text, head).map(nameOf).sort(), path).toEqual(Object.keys(rows).sort());
  }
});

test('of every room it is said what it may import', () => {
  for (const { path, text } of documentsWith('| `lib` |')) {
    for (const [room, allowed] of Object.entries(ROOMS)) {
      const row = text.split('\n').find((line) => line.startsWith(`| \`${room}\` |`));
      const named = [...(row?.split('|')[3] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name);
      expect(named, `${path}: ${room}`).toEqual(allowed);
    }
  }
});

describe('what a document shows of a command is what it prints, on the English fixture', () => {
  let project: Project;
  beforeAll(() => {
    project = Project.of('english');
    project.write({
      'content/articles/2026/two-mistakes.mdx':
        '---\ntitle: 2027\ndescription: A hurried entry.\npubDate: 2026-02-30\ntags: [pires]\n---\n\nThe order bans everything.<Cite id="order" />\n',
    });
  });
  afterAll(() => project.remove());

  test.each([
    [
      'npm run check -- content/articles/2026/two-mistakes.mdx',
      'check',
      ['content/articles/2026/two-mistakes.mdx'],
    ],
    [
      'npm run new -- "A pier is painted" --tags northquay,piers',
      'new',
      ['A pier is painted', '--tags', 'northquay,piers'],
    ],
  ] as const)('%s', async (shown, name, args) => {
    const { output } = await project.run(name, [...args]);
    expect(output).not.toContain('    at ');
    for (const { path, text } of documentsWith(`$ ${shown}\n`)) {
      const start = text.indexOf(`$ ${shown}\n`) + `$ ${shown}\n`.length;
      expect(text.slice(start, text.indexOf('```', start)), path).toBe(output);
    }
  });
});
