import { setImmediate } from 'node:timers/promises';
import { Tinypool } from 'tinypool';
import type { SnapshotParts } from '../content/snapshot.ts';
import { threadsAtOnce } from '../lib/threads.ts';
import type { RenderWork } from './render-worker.ts';
import type { PagePath } from './renderer.ts';

/** Below this many pages, starting threads costs more than it saves. */
const FEW = 400;
/** Pages that a thread is sent at once, and those that this one renders between two looks at the others. */
const BATCH = 24;
const OWN_BATCH = 8;

/** What threads need. */
export interface Threads {
  /** The program that renders in a thread. */
  worker: string;
  entry: string;
  parts: SnapshotParts;
}

/**
 * Renders pages: a few in this thread; of many, other threads take their share.
 * @param onPage told of each, in no particular order
 */
export async function renderAll(
  pages: readonly PagePath[],
  threads: Threads,
  onPage: (page: PagePath, bytes: Uint8Array) => void,
): Promise<void> {
  const others = pages.length < FEW ? 0 : threadsAtOnce() - 1;
  const pool = others > 0 ? openPool(threads, others) : undefined;
  let begun = 0;
  const work = async (
    size: number,
    render: (batch: readonly PagePath[]) => Promise<Uint8Array[]>,
  ): Promise<void> => {
    while (begun < pages.length) {
      const batch = pages.slice(begun, begun + size);
      begun += size;
      const rendered = await render(batch);
      for (const [i, page] of batch.entries()) onPage(page, rendered[i] ?? Buffer.of());
      // drawing, and what threads send, has its turn
      await setImmediate();
    }
  };
  const elsewhere = (batch: readonly PagePath[]): Promise<Uint8Array[]> =>
    pool?.run(batch.map(({ pathname, component }) => [pathname, component])) ?? here(batch);
  try {
    // a batch in the hand of each other thread, and one waiting
    const sent = Array.from({ length: 2 * others }, () => work(BATCH, elsewhere));
    await Promise.all([...sent, work(OWN_BATCH, here)]);
  } finally {
    await pool?.destroy();
  }
}

async function here(batch: readonly PagePath[]): Promise<Uint8Array[]> {
  const pages: Uint8Array[] = [];
  for (const page of batch) pages.push(await page.render());
  return pages;
}

function openPool({ worker, entry, parts }: Threads, threads: number): Tinypool {
  const workerData: RenderWork = { entry, parts };
  return new Tinypool({ filename: worker, workerData, minThreads: threads, maxThreads: threads });
}
