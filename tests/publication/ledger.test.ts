import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/content/content.ts';
import { loadLedger } from '../../src/content/ledger.ts';
import config from '../../src/publication/site.config.ts';
import { LEDGER, OLD_LEDGER, oldLedgerSchema } from '../../src/record/ledger-files.ts';
import { formatProblem } from '../../src/record/problem.ts';

/*
 * A ledger of an earlier day (`frozen/ledger.json`, written by an earlier engine) is accepted: what
 * it has is in today's ledger, and no article that was not filed anew since counts as changed.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FROZEN = new URL('frozen/ledger.json', import.meta.url);
const EMPTY = { articles: {}, pages: {} };

// a publication that has just begun has none
describe.runIf(existsSync(FROZEN))('a ledger of an earlier day', () => {
  const before = oldLedgerSchema.parse(
    existsSync(FROZEN) ? JSON.parse(readFileSync(FROZEN, 'utf8')) : EMPTY,
  );
  const { ledger: now } = loadLedger(ROOT);

  test('every article, address and day of it is in the ledger of today', () => {
    const articles = Object.entries(before.articles).flatMap(([key, { first, urls }]) => {
      const entry = now.articles[key];
      if (!entry) return [`The article ${key} is not in ${LEDGER}/ any more. Put its file back.`];
      const lost = urls.filter((url) => !entry.urls.includes(url));
      return [
        ...(entry.feed === `docket/${key}`
          ? []
          : [
              `${LEDGER}/: ${key} was docket/${key} in feeds and is ${entry.feed} now. Put it back.`,
            ]),
        ...lost.map((url) => `${LEDGER}/: ${key} was at ${url} and has lost it. Put it back.`),
        ...(entry.first === first
          ? []
          : [`${LEDGER}/: ${key} came out on ${first} and has ${entry.first} now. Put it back.`]),
      ];
    });
    const pages = Object.entries(before.pages).flatMap(([url, day]) =>
      now.pages[url] === day
        ? []
        : [`${LEDGER}/: ${url} is there since ${day} and has ${now.pages[url]} now. Put it back.`],
    );
    expect([...articles, ...pages].join('\n')).toBe('');
  });

  test('no article counts as changed that was not filed anew', async () => {
    const root = mkdtempSync(join(tmpdir(), 'ledger-'));
    try {
      writeFileSync(join(root, 'package-lock.json'), '{}');
      cpSync(join(ROOT, 'content'), join(root, 'content'), { recursive: true });
      rmSync(join(root, LEDGER), { recursive: true, force: true });
      writeFileSync(join(root, OLD_LEDGER), readFileSync(FROZEN));
      const { problems } = await checkContent(root, config, Date.now());
      const same = new Set(
        Object.entries(before.articles).flatMap(([key, { text, record }]) => {
          const entry = now.articles[key];
          const isSame = entry?.text === text && entry.record === record;
          return isSame ? [`content/articles/${entry.id}.mdx`] : [];
        }),
      );
      const changed = problems.filter(
        ({ code, severity, file }) =>
          severity === 'error' && code.startsWith('ledger-') && same.has(file),
      );
      expect(changed.map(formatProblem).join('\n')).toBe('');
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
