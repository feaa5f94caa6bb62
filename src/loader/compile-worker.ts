import type { CompileOptions } from '../markdown/scope.ts';
import { type SourceFile, type WrittenFile, writeFile } from './compile-all.ts';
import { compileFile } from './compile-file.ts';

/** A thread's work: compiles a batch of articles. */
export default async function compileBatch(work: {
  files: SourceFile[];
  options: CompileOptions;
}): Promise<WrittenFile[]> {
  const written: WrittenFile[] = [];
  for (const { file, source } of work.files) {
    written.push(writeFile(await compileFile(source, file, work.options)));
  }
  return written;
}
