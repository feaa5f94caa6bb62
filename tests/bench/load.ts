import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startEngine } from '../../src/cli/engines.ts';
import { listAll } from '../../src/content/files.ts';
import { finishFiles } from '../support/finish.ts';

/*
 * `node tests/bench/load.ts [PATH]`: nginx on this machine serves the built site under load, half a
 * minute for one article and half a minute for a mix of all pages and search files, while a new
 * release is uploaded five times. Readers open pages meanwhile and ask for everything they name.
 * Needs nginx, wrk and rsync, and an otherwise quiet machine.
 */

const SECONDS = 30;
const RELEASES = 5;

const root = fileURLToPath(new URL('../..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'load-'));
const live = join(work, 'live');
const run = promisify(execFile);

try {
  const site = join(root, process.env.SITE_OUT ?? 'dist');
  const releases = [join(work, 'a'), join(work, 'b')] as const;
  for (const release of releases)
    cpSync(site, release, { recursive: true, preserveTimestamps: true });
  await renameAssets(releases[1]);
  await upload(releases[0]);
  const server = await startEngine('nginx', { dir: live, port: 0 });
  try {
    const article = process.argv[2] ?? '2018/china-walls-off-124-exchanges/';
    await measure('one article', server.url + article, [], releases);
    const mix = join(work, 'mix.lua');
    writeFileSync(mix, mixOf(site));
    await measure('all pages and search files', server.url, ['-s', mix], releases);
  } finally {
    await server.close();
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Another release of the same pages: every style, script and font has another name. */
async function renameAssets(release: string): Promise<void> {
  const files = listAll(join(release, '_assets')).filter((path) => !/\.(?:br|gz)$/.test(path));
  const renamed = files.map((path): [string, string] => [path, path.replace(/\.(\w+)$/, 'X.$1')]);
  const texts = listAll(release).filter((path) => /\.(?:html|css|js)$/.test(path));
  for (const path of texts) {
    let text = readFileSync(join(release, path), 'utf8');
    for (const [from, to] of renamed) text = text.replaceAll(from, to);
    writeFileSync(join(release, path), text);
  }
  for (const [from, to] of renamed) {
    renameSync(join(release, '_assets', from), join(release, '_assets', to));
  }
  for (const path of listAll(release)) if (/\.(?:br|gz)$/.test(path)) rmSync(join(release, path));
  await finishFiles(release, join(work, 'compressed'));
}

/** Readers go on meanwhile: what they meet while it runs is what this is about. */
async function upload(release: string): Promise<void> {
  await run(join(root, '.github', 'rsync.sh'), [release, live]);
}

async function measure(
  what: string,
  url: string,
  options: readonly string[],
  releases: readonly [string, string],
): Promise<void> {
  const load = run('wrk', [
    '-t1',
    '-c32',
    `-d${SECONDS}s`,
    '--latency',
    '-H',
    'Accept-Encoding: br',
    ...options,
    url,
  ]);
  const end = performance.now() + SECONDS * 1000;
  const readers = read(url, end);
  for (let n = 1; n <= RELEASES; n += 1) {
    await sleep((SECONDS * 1000) / (RELEASES + 1));
    await upload(releases[n % 2 === 1 ? 1 : 0]);
  }
  const { stdout } = await load;
  const { pages, files, missing } = await readers;
  console.log(`== ${what}, ${RELEASES} releases in ${SECONDS} s`);
  console.log(
    stdout
      .split('\n')
      .filter((line) => /Latency|99%|requests in|Requests\/sec|Socket|Non-2xx/.test(line))
      .join('\n'),
  );
  console.log(`  errors: ${/Non-2xx|Socket errors/.test(stdout) ? 'yes' : 'none'}`);
  console.log(
    `  readers opened ${pages} pages and ${files} files that they name; missing: ${missing.length === 0 ? 'none' : missing.slice(0, 5).join(', ')}`,
  );
  if (missing.length > 0 || /Non-2xx|Socket errors/.test(stdout)) process.exitCode = 1;
}

/** Opens a page again and again, and everything that it names, as a browser would. */
async function read(url: string, end: number) {
  const missing: string[] = [];
  let pages = 0;
  let files = 0;
  while (performance.now() < end) {
    const html = await (await fetch(url)).text();
    pages += 1;
    const names = html.matchAll(/(?:href|src)="(\/_assets\/[^"]+)"/g);
    for (const name of new Set([...names].map(([, path = '']) => path))) {
      const answer = await fetch(new URL(name, url));
      await answer.arrayBuffer();
      files += 1;
      if (!answer.ok) missing.push(`${answer.status} ${name}`);
    }
    await sleep(20);
  }
  return { pages, files, missing };
}

/** A script for wrk that asks for every page and every file of the search in turn. */
function mixOf(site: string): string {
  const paths = listAll(site)
    .filter((path) => path.endsWith('index.html') || /^pagefind\/.*(?<!\.br|\.gz)$/.test(path))
    .map((path) => `/${path.replace(/(?:^|(?<=\/))index\.html$/, '')}`);
  return `local paths = { ${paths.map((path) => JSON.stringify(path)).join(', ')} }
local i = 0
function request()
  i = i % #paths + 1
  return wrk.format('GET', paths[i])
end
`;
}
