import type { CompileOptions } from '../markdown/scope.ts';
import type { ArticleBrief } from './brief.ts';
import type { SentFiles, SourceFile } from './compile-all.ts';
import { compileFile } from './compile-file.ts';

/** A thread's work: compiles a batch of articles. */
export default async function compileBatch(work: {
  files: SourceFile[];
  options: CompileOptions;
}): Promise<SentFiles> {
  const briefs: ArticleBrief[] = [];
  const texts: string[] = [];
  for (const { file, source } of work.files) {
    const { brief, text } = await compileFile(source, file, work.options);
    briefs.push(brief);
    texts.push(JSON.stringify(text));
  }
  return { briefs: JSON.stringify(briefs), texts };
}
