import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type CheckedContent, checkContent } from '../../../../src/content/content.ts';
import { compareProblems, formatProblem, type Problem } from '../../../../src/record/problem.ts';
import type { Site } from '../../../../src/record/site.ts';
import { testSite } from '../../../support/article.ts';

/** The moment of these tests. */
export const NOW = Date.parse('2026-11-22T12:00:00Z');

/** What the articles of these tests may name. */
export const SHELVES: Readonly<Record<string, string>> = {
  'content/tags.yaml': [
    'china: { name: China, group: place, description: About China. }',
    'banks: { name: Banks, description: About banks. }',
    '',
  ].join('\n'),
  'content/authors/desk.yaml': 'name: The Docket desk\n',
  'content/authors/ada.yaml': 'name: Ada Example\n',
  'content/storylines/china-ban.yaml':
    'name: The ban\ndescription: What was banned.\nshort: A ban.\n',
  'content/glossary.yaml': 'ico: { name: ICO, text: A sale of tokens. }\n',
  'content/articles/2017/first.mdx': [
    '---',
    'title: The first entry',
    'description: What came first.',
    'pubDate: 2017-01-02',
    'number: 17-1',
    'authors: [ada]',
    'tags: [china, banks]',
    'storyline: china-ban',
    '---',
    '## What happened',
    '',
    'Something happened.',
    '',
  ].join('\n'),
};

/** Checks files in a folder of their own. */
export async function checkFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  { now = NOW, site = testSite() }: { now?: number; site?: Site } = {},
): Promise<CheckedContent> {
  const root = mkdtempSync(join(tmpdir(), 'desk-'));
  try {
    writeFileSync(join(root, 'package-lock.json'), '{}');
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    return await checkContent(root, site, now);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Problems as people read them, in order; a warning says that it is one. */
export function lines(problems: readonly Problem[]): string[] {
  return [...problems]
    .sort(compareProblems)
    .map((problem) =>
      problem.severity === 'warning'
        ? `${formatProblem(problem)} (warning)`
        : formatProblem(problem),
    );
}

/** A case of a table of small files. */
export interface Case {
  /** What is wrong with it. */
  is: string;
  file: string;
  source: string;
  /** Every line that the check must print of it. */
  says: string[];
}

/**
 * Reads a table of small files: `=== path what is wrong`, the file, and `>>> line` for every line
 * that is expected. `\u{202E}` stands for a character that would not be seen here.
 */
export function readCases(table: string): Case[] {
  const seen = (text: string) =>
    text.replace(/\\u\{([0-9A-F]+)\}/g, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    );
  return table
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [head = '', ...rest] = part.split('\n');
      const [file = '', ...is] = head.split(' ');
      const expected = rest.findIndex((line) => line.startsWith('>>> '));
      const source = (expected === -1 ? rest : rest.slice(0, expected)).join('\n');
      const says = rest.filter((line) => line.startsWith('>>> ')).map((line) => line.slice(4));
      return {
        is: is.join(' '),
        file,
        source: seen(source),
        says: says.map(seen),
      };
    });
}
