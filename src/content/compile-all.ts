import { setImmediate } from 'node:timers/promises';
import { Tinypool } from 'tinypool';
import { threadsAtOnce } from '../lib/threads.ts';
import type { CompileOptions } from '../markdown/scope.ts';
import type { ArticleFile } from '../record/article-file.ts';
import { type CompileJob, compileFiles } from './compile-worker.ts';

/** Work for a thread: enough files that sending them costs little. */
const BATCH = 25;
/** Work of this thread between two looks at what the others have done. */
const OWN_BATCH = 5;
/** Below this, starting threads costs more than it saves. */
const FEW = 200;

/**
 * Compiles articles: a few here; of many, other threads take their share. This one works too: it is
 * at work already while the others still load the compiler.
 * @param made where they lie, and what compiling depends on
 * @param onCompiled told of each, in no particular order; its text is JSON
 */
export async function compileAll(
  jobs: readonly CompileJob[],
  made: { root: string; options: CompileOptions },
  onCompiled: (article: ArticleFile, text: string) => void,
): Promise<void> {
  let begun = 0;
  const others = jobs.length < FEW ? 0 : threadsAtOnce() - 1;
  const pool = others > 0 ? openPool(others) : undefined;
  const work = async (size: number, compile: typeof compileFiles): Promise<void> => {
    while (begun < jobs.length) {
      const batch = jobs.slice(begun, begun + size);
      begun += size;
      for (const [article, text] of await compile({ jobs: batch, ...made })) {
        onCompiled(JSON.parse(article), text);
      }
      await setImmediate();
    }
  };
  try {
    // a batch in the hand of each other thread, and one waiting
    const sent = Array.from({ length: 2 * others }, () =>
      work(BATCH, (batch) => pool?.run(batch) ?? compileFiles(batch)),
    );
    await Promise.all([...sent, work(OWN_BATCH, compileFiles)]);
  } finally {
    await pool?.destroy();
  }
}

function openPool(threads: number): Tinypool {
  const filename = new URL('./compile-worker.ts', import.meta.url).href;
  return new Tinypool({ filename, name: 'compileFiles', minThreads: threads, maxThreads: threads });
}
