import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readFolder } from '../../../bench/search-folder.ts';
import { judgeByKind } from '../../../support/judge.ts';

const TEXTS = [
  { title: 'Bridges', date: '2019-05-02', text: 'They cross.', url: 'https://a.example/bridges' },
  { title: 'Boats', date: '2020-01-01', text: 'They float.', url: 'https://a.example/boats' },
];

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function folder(queries: string): string {
  const path = mkdtempSync(join(tmpdir(), 'corpus-'));
  folders.push(path);
  writeFileSync(join(path, 'texts.jsonl'), TEXTS.map((text) => JSON.stringify(text)).join('\n'));
  writeFileSync(join(path, 'queries.yaml'), `locale: en-GB\nqueries:\n${queries}`);
  return path;
}

test('the texts of a folder are entries, and what answers a query is one of them', () => {
  const { locale, queries } = readFolder(
    folder('  - { kind: near, query: what floats, answers: [https://a.example/boats] }\n'),
  );
  expect(locale).toBe('en-GB');
  expect(queries).toEqual([{ kind: 'near', query: 'what floats', answers: ['20-2'] }]);
});

test('a folder without its files, or with an answer that is no text of it, is refused with what is wrong', () => {
  const wrong = folder(
    '  - { kind: near, query: what flies, answers: [https://a.example/kites] }\n',
  );
  expect(() => readFolder(wrong)).toThrow(
    `The query "what flies" is answered by https://a.example/kites, which is no text of ${wrong}.`,
  );
  rmSync(join(wrong, 'queries.yaml'));
  expect(() => readFolder(wrong)).toThrow(`${wrong} has no queries.yaml`);
});

test('a search is scored by kind and over all', async () => {
  const asked = [
    { kind: 'near', query: 'a', answers: ['20-2'] },
    { kind: 'far', query: 'b', answers: ['19-1'] },
    { kind: 'far', query: 'c', answers: ['19-1'] },
  ];
  const found: Record<string, string[]> = { a: ['20-2'], b: ['20-2', '19-1'], c: [] };
  const scores = await judgeByKind(asked, async (query) => found[query] ?? []);
  expect(scores).toMatchObject({
    all: { queries: 3, mrr: 0.5, success1: 1 / 3, success5: 2 / 3 },
    near: { queries: 1, mrr: 1, success1: 1, success5: 1 },
    far: { queries: 2, mrr: 0.25, success1: 0, success5: 0.5 },
  });
});
