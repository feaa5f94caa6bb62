import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Tinypool } from 'tinypool';
import type { CompileOptions } from '../markdown/scope.ts';
import type { ArticleBrief } from './brief.ts';
import { compileFile } from './compile-file.ts';

/** An article's file as read, with the digest that its compiled form is kept under. */
export interface SourceFile {
  file: string;
  source: string;
  digest: string;
}

/** A compiled file as the cache takes it: its text as JSON, which is how it is kept. */
export interface KeptFile {
  brief: ArticleBrief;
  text: string;
}

/**
 * A batch of compiled files as one thread sends it to another: strings are far cheaper to send than
 * the trees they stand for.
 */
export interface SentFiles {
  /** A JSON list of {@link ArticleBrief}. */
  briefs: string;
  texts: string[];
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
  onCompiled: (digest: string, compiled: KeptFile) => void,
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
      const { briefs, texts } = (await pool.run({ files: batch, options })) as SentFiles;
      for (const [i, brief] of (JSON.parse(briefs) as ArticleBrief[]).entries()) {
        onCompiled(batch[i]?.digest ?? '', { brief, text: texts[i] ?? '' });
      }
    }
  };
  const compileHere = async (): Promise<void> => {
    for (let batch = take(OWN_BATCH); batch.length > 0; batch = take(OWN_BATCH)) {
      for (const { file, source, digest } of batch) {
        const { brief, text } = await compileFile(source, file, options);
        // through JSON too: strings that were cut out of the source would keep all of it in memory
        const own = JSON.parse(JSON.stringify(brief)) as ArticleBrief;
        onCompiled(digest, { brief: own, text: JSON.stringify(text) });
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
