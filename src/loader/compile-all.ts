import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Tinypool } from 'tinypool';
import type { CompileOptions } from '../markdown/scope.ts';
import type { CompiledFile } from './brief.ts';
import { compileFile } from './compile-file.ts';

/** An article's file as read, with the digest that its compiled form is kept under. */
export interface SourceFile {
  file: string;
  source: string;
  digest: string;
}

/**
 * A compiled file as JSON. Strings are far cheaper to send between threads than the trees they stand
 * for, and the cache keeps the text as it comes.
 */
export interface WrittenFile {
  brief: string;
  text: string;
}

export function writeFile({ brief, text }: CompiledFile): WrittenFile {
  return { brief: JSON.stringify(brief), text: JSON.stringify(text) };
}

/** Work for a thread: enough files that sending them costs little. */
const BATCH = 25;
/** Work of this thread between two looks at what the others have done. */
const OWN_BATCH = 5;
/** Below this, starting threads costs more than it saves. */
const FEW = 200;

/**
 * Compiles articles: a few here; of many, other threads take their share. This one works too: it is
 * at work already while the others still load the compiler.
 * @param onCompiled told of each, in no particular order
 */
export async function compileAll(
  files: readonly SourceFile[],
  options: CompileOptions,
  onCompiled: (digest: string, compiled: WrittenFile) => void,
): Promise<void> {
  let begun = 0;
  const take = (count: number): readonly SourceFile[] => {
    begun += count;
    return files.slice(begun - count, begun);
  };
  const others = files.length < FEW ? 0 : availableParallelism() - 1;
  const pool = others > 0 ? openPool(others) : undefined;
  const sendAll = async (): Promise<void> => {
    for (let batch = take(BATCH); pool && batch.length > 0; batch = take(BATCH)) {
      const compiled = (await pool.run({ files: batch, options })) as WrittenFile[];
      for (const [i, one] of compiled.entries()) onCompiled(batch[i]?.digest ?? '', one);
    }
  };
  const compileHere = async (): Promise<void> => {
    for (let batch = take(OWN_BATCH); batch.length > 0; batch = take(OWN_BATCH)) {
      for (const { file, source, digest } of batch) {
        onCompiled(digest, writeFile(await compileFile(source, file, options)));
      }
      await setImmediate();
    }
  };
  try {
    // a batch in the hand of each other thread, and one waiting
    const sent = Array.from({ length: 2 * others }, sendAll);
    await Promise.all([...sent, compileHere()]);
  } finally {
    await pool?.destroy();
  }
}

function openPool(threads: number): Tinypool {
  const filename = new URL('./compile-worker.ts', import.meta.url).href;
  return new Tinypool({ filename, minThreads: threads, maxThreads: threads });
}
