import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { bundlePress, compileTemplates } from './compile.ts';
import { type Compiling, pressFolder, templatesFolder } from './templates.ts';

/* A process that compiles what is not kept, given as JSON; it sends what went wrong and ends with 1. */

const compiling = JSON.parse(process.argv[2] ?? '') as Compiling;
const press = pressFolder(compiling);
try {
  // an edit is slower without it, and as right
  if (!existsSync(press)) await bundlePress(press).catch(() => {});
  const templates = templatesFolder(compiling);
  if (!existsSync(templates)) {
    await compileTemplates(compiling.root, templates, compiling.verbose);
  }
} catch (error) {
  process.send?.(messageOf(error));
  process.exitCode = 1;
}
process.disconnect?.();

/** What the compiler says, and of which file. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { loc, id } = error as { loc?: { file?: string; line?: number }; id?: string };
  const file = loc?.file ?? id;
  if (file === undefined || error.message.includes(file)) return error.message;
  const line = loc?.line === undefined ? '' : `:${loc.line}`;
  return `${relative(compiling.root, file)}${line}: ${error.message}`;
}
