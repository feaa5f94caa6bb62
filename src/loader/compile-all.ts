import { availableParallelism } from 'node:os';
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

/** Work for one thread: enough files that sending them costs little. */
const BATCH = 50;
/** Below this, starting threads costs more than it saves. */
const FEW = 200;

/**
 * Compiles articles: a few here, many in worker threads.
 * @param onCompiled told of each, in no particular order
 */
export async function compileAll(
  files: readonly SourceFile[],
  options: CompileOptions,
  onCompiled: (digest: string, compiled: WrittenFile) => void,
): Promise<void> {
  const threads = availableParallelism();
  if (files.length < FEW || threads < 2) {
    for (const { file, source, digest } of files) {
      onCompiled(digest, writeFile(await compileFile(source, file, options)));
    }
    return;
  }
  const pool = new Tinypool({
    filename: new URL('./compile-worker.ts', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
  });
  try {
    const batches = Array.from({ length: Math.ceil(files.length / BATCH) }, (_, i) =>
      files.slice(i * BATCH, (i + 1) * BATCH),
    );
    await Promise.all(
      batches.map(async (batch) => {
        const compiled = (await pool.run({ files: batch, options })) as WrittenFile[];
        for (const [i, { digest }] of batch.entries()) {
          const one = compiled[i];
          if (one) onCompiled(digest, one);
        }
      }),
    );
  } finally {
    await pool.destroy();
  }
}
