import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import type { Artist } from './drawn.ts';

/** Below this many, starting threads takes longer than drawing. */
const FEW = 24;

/**
 * An artist whose work takes the processor: many drawings are made in threads, few here.
 * @param module whose default export draws, loaded when there is something to draw
 * @param count how many drawings there are
 * @param orderOf what a drawing follows from, as data that can be sent to a thread
 */
export async function artistFor<File, Order>(
  module: URL,
  count: number,
  orderOf: (file: File) => Order,
): Promise<Artist<File>> {
  if (count < FEW) {
    const { default: draw } = (await import(module.href)) as {
      default: (order: Order) => Promise<Uint8Array>;
    };
    return { draw: (file) => draw(orderOf(file)), hands: 1 };
  }
  const threads = availableParallelism();
  const pool = new Tinypool({ filename: module.href, minThreads: threads, maxThreads: threads });
  return {
    draw: (file) => pool.run(orderOf(file)),
    // one in the hand of each, one waiting: this thread is busy with pages
    hands: 2 * threads,
    close: () => pool.destroy(),
  };
}

/**
 * Digest of what a drawing follows from beside its matter: another tool, another file in the cache.
 * @param code files of the artist
 * @param packages that it uses
 * @param rest what else it is given, as JSON has it
 */
export function toolsDigest(
  code: readonly URL[],
  packages: readonly string[],
  rest: unknown = '',
): string {
  const hash = createHash('sha256').update(JSON.stringify(rest));
  for (const file of code) hash.update(readFileSync(file));
  for (const name of packages)
    hash.update(readFileSync(findPackageJSON(name, import.meta.url) ?? ''));
  return hash.digest('hex').slice(0, 10);
}
