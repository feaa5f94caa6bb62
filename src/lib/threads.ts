import { availableParallelism, totalmem } from 'node:os';

/** What a thread that compiles, renders or draws may come to need, in bytes. */
const PER_THREAD = 400 * 2 ** 20;

/**
 * How many threads may work at once: one a processor, and fewer where memory is short, as in a small
 * container. This one is among them.
 * @param memory that there is, in bytes
 */
export function threadsAtOnce(memory = memoryHere(), processors = availableParallelism()): number {
  return Math.max(1, Math.min(processors, Math.floor(memory / PER_THREAD)));
}

/** The memory of the machine, or what a container may have of it. */
function memoryHere(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
