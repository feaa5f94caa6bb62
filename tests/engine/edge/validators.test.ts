import { cpSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEngine } from '../../../src/cli/engines.ts';
import { listAll } from '../../../src/content/files.ts';
import { ENGLISH } from '../../support/build-site.ts';
import { finishFiles } from '../../support/finish.ts';
import { page } from './fixture.ts';
import { ask } from './request.ts';

/*
 * What nginx tells a cache of a file: the same after a rebuild, another after a change.
 */

const work = mkdtempSync(join(tmpdir(), 'validators-'));
const first = join(work, 'first');
const again = join(work, 'again');

/** The built site as a build from nothing leaves it: no twins, every file as old as the build. */
async function rebuilt(dir: string): Promise<void> {
  cpSync(ENGLISH.dir, dir, { recursive: true });
  for (const path of listAll(dir)) {
    if (/\.(?:br|gz)$/.test(path)) rmSync(join(dir, path));
    else utimesSync(join(dir, path), new Date(), new Date());
  }
  await finishFiles(dir, join(work, `cache-${dir === first ? 'first' : 'again'}`));
}

beforeAll(async () => {
  await rebuilt(first);
  await rebuilt(again);
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Validators of every page, feed and asset, in each coding. */
async function validators(dir: string): Promise<Map<string, string>> {
  const paths = listAll(ENGLISH.dir).filter(
    (path) => /\.(?:html|xml|json|css|js|woff2)$/.test(path) && !/^(?:404|\.edge)/.test(path),
  );
  const found = new Map<string, string>();
  const server = await startEngine('nginx', { dir, port: 0 });
  try {
    for (const path of paths) {
      for (const coding of ['', 'br', 'gzip']) {
        const address = `/${path.replace(/(?:^|(?<=\/))index\.html$/, '')}`;
        const { headers } = await ask(server.url, encodeURI(address), {
          method: 'HEAD',
          headers: { 'accept-encoding': coding },
        });
        found.set(`${path} ${coding}`, `${headers.etag} ${headers['last-modified']}`);
      }
    }
  } finally {
    await server.close();
  }
  return found;
}

test('a rebuild without changes leaves every validator as it was', async () => {
  const before = await validators(first);
  expect(before.size).toBeGreaterThan(100);
  expect([...before.values()].filter((validator) => validator.startsWith('undefined'))).toEqual([]);
  expect(await validators(again)).toEqual(before);
});

test('another text of the same length has another validator, compressed or not', async () => {
  const tags = async (text: string) => {
    const dir = mkdtempSync(join(work, 'page-'));
    cpSync(join(ENGLISH.dir, '.edge'), join(dir, '.edge'), { recursive: true });
    writeFileSync(join(dir, 'index.html'), page(text));
    await finishFiles(dir, join(work, 'cache'));
    const server = await startEngine('nginx', { dir, port: 0 });
    const answers = await Promise.all(
      ['', 'br', 'gzip'].map((coding) =>
        ask(server.url, '/', { headers: { 'accept-encoding': coding } }),
      ),
    );
    await server.close();
    return answers.map(({ headers }) => headers.etag);
  };
  const [one, other] = [await tags('A ban on coins'), await tags('A nab on coins')];
  expect(new Set([...one, ...other]).size).toBe(6);
});
