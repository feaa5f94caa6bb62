import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { freePort, nginxModules } from '../../../src/cli/engines.ts';
import { nginxConfig } from '../../../src/outputs/edge/nginx.ts';
import { searchFiles } from '../../../src/outputs/edge/search-files.ts';
import type { EdgeTable } from '../../../src/outputs/edge/table.ts';
import { allParts } from '../../../src/outputs/search/index-parts.ts';
import { writeDatabase } from '../../../src/outputs/search/server/database.ts';
import { buildArchive } from '../../../src/record/archive.ts';
import { corpus } from '../../bench/search-corpus.ts';
import { siteWith } from '../../bench/search-weight.ts';
import { listen } from '../../support/browser.ts';
import { ENGLISH } from '../../support/build-site.ts';
import { loadFixture, type Texts } from '../../support/search.ts';
import { launchChromium } from '../../tools/chromium.ts';
import { NOTHING_WRONG } from '../browser/search-page.ts';

/*
 * The search server is killed and begun again while a reader searches and others load it: behind nginx with the lines
 * that the build writes, the index beside the pages answers meanwhile.
 */

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SERVER = '/search.json';
/** Years of the index beside the pages. */
const YEARS = 8;
/** Bytes that the server may take, and questions that others ask at once. */
const MEMORY = 300e6;
const OTHERS = 3;
/** How long a page leaves a server alone that did not answer, and a little more. */
const REST = 16_000;
const WORDS = [
  'ferry',
  'toll',
  'council',
  'permit',
  'pilots',
  'harbour',
  'grain',
  'pier',
  'strike',
];

const work = mkdtempSync(join(tmpdir(), 'away-'));
const database = join(work, 'search.sqlite');
let site: string;
let url: string;
let upstream: number;
let nginx: ChildProcess;
let server: ChildProcess;

beforeAll(async () => {
  const record = await longRecord();
  site = siteWith(record, ENGLISH.dir);
  writeDatabase({ ...record, root: work }, allParts(record.archive), database);
  upstream = await freePort(0);
  server = await begin();
  const port = await freePort(0);
  nginx = startNginx(port, record);
  url = `http://127.0.0.1:${port}/`;
  await vi.waitFor(() => fetch(url), 10_000);
});
afterAll(async () => {
  nginx.kill();
  server.kill();
  rmSync(site, { recursive: true });
  rmSync(work, { recursive: true });
});

/** A record of many years that names a server and lets browsers have the newest of them. */
async function longRecord(): Promise<Texts> {
  const { archive, text } = await loadFixture('english');
  const made = corpus(archive, text, 1000);
  const named = { ...archive.site, search: { server: SERVER, years: YEARS } };
  return { ...made, archive: buildArchive(made.archive, named, archive.now, made.archive) };
}

/** Begins the server as `npm run search-server` does, and waits until it listens. */
async function begin(): Promise<ChildProcess> {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const [, ...args] = (scripts['search-server'] ?? '').split(' ');
  const own = ['--database', database, '--port', String(upstream), '--rate', '0', '--kept', '0'];
  const begun = spawn(process.execPath, [...args, ...own], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(begun.stdout as NodeJS.ReadableStream, 'data');
  return begun;
}

/** nginx as the build configures it, with the lines for the search server included. */
function startNginx(port: number, { archive }: Texts): ChildProcess {
  const table = JSON.parse(readFileSync(join(site, '.edge/table.json'), 'utf8')) as EdgeTable;
  const config = nginxConfig(table, { root: site, listen: { plain: [`127.0.0.1:${port}`] } });
  const lines = searchFiles(table, archive.site.search, archive.site.url)[
    '.edge/search-nginx.conf'
  ];
  const own = (lines ?? '').replaceAll('127.0.0.1:4322', `127.0.0.1:${upstream}`);
  writeFileSync(
    join(work, 'site.conf'),
    config.replace('server_name _;', `server_name _;\n${own}`),
  );
  writeFileSync(
    join(work, 'nginx.conf'),
    `${nginxModules()}
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off; pid ${work}/pid; error_log stderr crit; events {} http { access_log off; include ${work}/site.conf; }`,
  );
  const args = ['-e', 'stderr', '-p', work, '-c', join(work, 'nginx.conf')];
  execFileSync('nginx', ['-t', '-q', ...args]);
  return spawn('nginx', args, { stdio: 'ignore' });
}

/** Types a word and waits for what is found of it. */
async function search(page: Page, word: string): Promise<string> {
  await page.getByRole('searchbox').fill(word);
  const status = page.locator('.state p').first();
  await status.getByText(`“${word}”`).waitFor();
  await page.locator('search-page[aria-busy="false"]').waitFor();
  await page.locator('.results h2').first().waitFor();
  return (await status.textContent()) ?? '';
}

/** Others who search until they are told to stop: what they were answered, and the memory that the server took at most. */
function others() {
  const statuses = new Set<number>();
  let most = 0;
  let isOver = false;
  const one = async (n: number) => {
    for (let i = n; !isOver; i += OTHERS) {
      const query = `${WORDS[i % WORDS.length]} ${WORDS[(i * 7 + 3) % WORDS.length]} ${i}`;
      const { status } = await fetch(
        `${url}search.json?${new URLSearchParams({ q: query, count: '5' })}`,
      );
      statuses.add(status);
      most = Math.max(most, residentOf(server));
      await sleep(20);
    }
  };
  const all = Promise.all(Array.from({ length: OTHERS }, (_, n) => one(n)));
  return {
    async stop() {
      isOver = true;
      await all;
      return { statuses: [...statuses].sort(), most };
    },
  };
}

/** Bytes of memory that a process has; 0 when it has ended. */
function residentOf({ pid }: ChildProcess): number {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) * 1000;
  } catch {
    return 0;
  }
}

test('what the server says of caching holds, and nothing keeps that it is away', async () => {
  const answer = await fetch(`${url}search.json?q=ferry&count=1`);
  expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=60/);
  expect(answer.headers.get('x-content-type-options')).toMatch(/^nosniff/);
  server.kill('SIGKILL');
  await once(server, 'exit');
  const away = await fetch(`${url}search.json?q=ferry&count=1`);
  expect([away.status, away.headers.get('cache-control')]).toEqual([204, 'no-store']);
  server = await begin();
});

test('a server that is killed under load leaves no error on the page, and answers again once it is back', {
  timeout: 300_000,
}, async () => {
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const complaints = listen(page, url);
  const load = others();
  const partly = page.getByText('because the search server does not answer');
  await page.goto(`${url}search/`);
  for (const word of ['ferry', 'council']) {
    expect(await search(page, word)).toMatch(/^\d+ entr/);
    expect(await partly.count()).toBe(0);
  }
  const all = await search(page, 'ferry');

  server.kill('SIGKILL');
  await once(server, 'exit');
  for (const word of ['harbour', 'ferry', 'pilots']) {
    expect(await search(page, word)).toMatch(
      /^\d+ entr.*Only the years from \d{4} on were searched/,
    );
  }
  // more of what the index found comes from the index
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.locator('.results h2').nth(5).waitFor();
  expect(await partly.count()).toBe(1);
  // a reader who tries again while it is away is told again
  await page.getByRole('link', { name: 'Try again' }).click();
  await page.locator('search-page[aria-busy="false"]').waitFor();
  await partly.waitFor();

  server = await begin();
  await page.getByRole('searchbox').fill('ferry');
  await partly.waitFor();
  await page.getByRole('link', { name: 'Try again' }).click();
  await expect.poll(() => page.locator('.state p').first().textContent()).toBe(all);

  server.kill('SIGKILL');
  await once(server, 'exit');
  await search(page, 'toll');
  expect(await partly.count()).toBe(1);
  server = await begin();
  await sleep(REST);
  expect(await search(page, 'ferry')).toBe(all);

  const { statuses, most } = await load.stop();
  expect(statuses).toEqual([200, 204]);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThan(MEMORY);
  expect(complaints).toEqual(NOTHING_WRONG);
  await browser.close();
});
