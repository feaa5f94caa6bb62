import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { TEST_NOW } from '../support/project.ts';
import { makeEntry } from './corpus.ts';
import { describeMachine, thisMachine } from './machine.ts';
import { figure, markdownTable } from './markdown-table.ts';
import { ours, QUIET } from './ours.ts';
import { median } from './statistics.ts';

/** Between two looks at a page, in milliseconds. */
const PAUSE = 10;
/** A preview that takes longer than this is broken, in milliseconds. */
const PATIENCE = 300_000;

/**
 * `npm run bench -- preview`: how long `npm run dev` takes to its first page, and from a saved word to
 * the page that has it.
 *
 *     --sizes 1000,10000   numbers of articles
 *     --runs 10            how many words are saved
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '1000,10000' },
      runs: { type: 'string', default: '10' },
    },
  });
  const rows: string[][] = [];
  for (const size of values.sizes.split(',').map(Number)) {
    const { cold, warm, saved } = await measurePreview(size, Number(values.runs));
    rows.push([
      figure(size, 0),
      figure(cold, 1),
      figure(warm, 1),
      figure(median(saved), 2),
      figure(Math.max(...saved), 2),
    ]);
  }
  const head = ['articles', 'first page, cold', 'first page, warm', 'a saved word', 'the slowest'];
  console.log(`${describeMachine(thisMachine())} Seconds by the clock.\n`);
  console.log(markdownTable(head, rows));
  return 0;
}

async function measurePreview(size: number, runs: number) {
  const entries = Array.from({ length: size }, (_, i) => makeEntry(i, size));
  const [core] = ours();
  const site = await core?.open(entries);
  const middle = entries[Math.floor(size / 2)];
  if (!site || !middle) throw new Error('A preview needs an article: --sizes 1.');
  const [file] = site.file(middle);
  const first = await start(site.folder);
  const cold = await first.shows(middle.id, middle.title);
  first.stop();
  const second = await start(site.folder);
  const warm = await second.shows(middle.id, middle.title);
  const saved: number[] = [];
  for (let n = 0; n < runs; n += 1) {
    const word = `Amended${n}x`;
    const text = site.file({ ...middle, mdx: `${word} ${middle.mdx}` })[1];
    writeFileSync(join(site.folder, file), text);
    const began = performance.now();
    await second.shows(middle.id, word);
    saved.push((performance.now() - began) / 1000);
    // as a writer does: the next word is not saved while the last is read
    await sleep(300);
  }
  second.stop();
  return { cold, warm, saved };
}

/** A running preview. */
async function start(folder: string) {
  const began = performance.now();
  const child = spawn(process.execPath, [join('src', 'cli', 'dev.ts')], {
    cwd: folder,
    env: { ...process.env, ...QUIET, SITE_NOW: TEST_NOW, VITEST: '' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const url = await until(child, () => /http:\/\/localhost:\d+/.exec(said)?.[0]);
  return {
    /** Seconds since its start until the page of an entry shows a text. */
    async shows(id: string, text: string): Promise<number> {
      await until(child, async () => {
        const response = await fetch(`${url}/${id}/`);
        return (await response.text()).includes(text) || undefined;
      });
      return (performance.now() - began) / 1000;
    },
    stop: () => child.kill(),
  };
}

async function until<Value>(
  child: ChildProcess,
  ask: () => Value | undefined | Promise<Value | undefined>,
): Promise<Value> {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end && child.exitCode === null) {
    const value = await Promise.resolve(ask()).catch(() => undefined);
    if (value !== undefined) return value;
    await sleep(PAUSE);
  }
  throw new Error('The preview does not show what it should.');
}
