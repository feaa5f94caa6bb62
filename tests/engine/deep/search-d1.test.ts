import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Answer, Query } from '../../../src/outputs/search/answer.ts';
import { allParts } from '../../../src/outputs/search/index-parts.ts';
import { statements } from '../../../src/outputs/search/server/d1-file.ts';
import { writeDatabase } from '../../../src/outputs/search/server/database.ts';
import { writeWish } from '../../../src/outputs/search/server/wish.ts';
import { indexOf, loadFixture } from '../../support/search.ts';

const ROOT = new URL('../../../', import.meta.url);
const WRANGLER = fileURLToPath(new URL('tests/node_modules/wrangler/bin/wrangler.js', ROOT));
const ENV = { ...process.env, CI: 'true', WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1' };

test('a Worker on D1 answers as the index in a browser does', { timeout: 300_000 }, async () => {
  const work = mkdtempSync(join(tmpdir(), 'd1-'));
  const texts = await loadFixture('english');
  const index = await indexOf(texts);
  const path = join(work, 'search.sqlite');
  writeDatabase({ ...texts, root: work }, allParts(texts.archive), path);
  const database = new DatabaseSync(path, { readOnly: true });
  writeFileSync(join(work, 'search.sql'), `${[...statements(database)].join(';\n')};\n`);
  database.close();
  const config = join(work, 'wrangler.jsonc');
  writeFileSync(
    config,
    JSON.stringify({
      name: 'search',
      main: fileURLToPath(new URL('src/outputs/search/server/worker.ts', ROOT)),
      compatibility_date: '2026-01-01',
      d1_databases: [{ binding: 'DB', database_name: 'search', database_id: 'search' }],
      vars: { BASE: '/', ORIGIN: 'https://docket.example' },
    }),
  );
  const state = ['--config', config, '--persist-to', join(work, 'state')];
  const load = ['d1', 'execute', 'search', '--local', '--yes', '--file', join(work, 'search.sql')];
  execFileSync(process.execPath, [WRANGLER, ...load, ...state], { env: ENV, cwd: work });
  const port = await freePort();
  const worker = spawn(
    process.execPath,
    [
      WRANGLER,
      'dev',
      ...state,
      '--ip',
      '127.0.0.1',
      '--port',
      String(port),
      '--inspector-port',
      '0',
    ],
    { env: ENV, cwd: work, stdio: 'ignore' },
  );
  try {
    const ask = async (query: Query): Promise<Answer> => {
      const address = `http://127.0.0.1:${port}/${writeWish(query, { count: 5 })}`;
      return (await (await fetch(address)).json()) as Answer;
    };
    const query = (text: string): Query => ({ text, chosen: {}, order: 'best' });
    await expect
      .poll(() => ask(query('ferry')).catch(() => undefined), { timeout: 60_000 })
      .toBeDefined();
    for (const text of [
      'ferry toll',
      '"grain toll"',
      'ferrry',
      '24 August 2021',
      'council -ferry',
    ]) {
      const [served, own] = [
        await ask(query(text)),
        await index.finder.answer(query(text), { count: 5 }),
      ];
      expect([served.total, served.instead, served.results[0]?.url], text).toEqual([
        own.total,
        own.instead,
        own.results[0]?.url,
      ]);
    }
  } finally {
    worker.kill();
    index.close();
    rmSync(work, { recursive: true });
  }
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
