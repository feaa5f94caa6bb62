import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Options of every command of the bench that gives results. */
export const OUTPUT_OPTIONS = {
  json: { type: 'string' },
  markdown: { type: 'string' },
} as const;

/** Prints results, and writes them to the files that were asked for. */
export function putOut(
  result: unknown,
  markdown: string,
  { json, markdown: path }: { json?: string | undefined; markdown?: string | undefined },
): void {
  console.log(`\n${markdown}`);
  if (json !== undefined) write(json, JSON.stringify(result, null, 2));
  if (path !== undefined) write(path, markdown);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(resolve(path)), { recursive: true });
  writeFileSync(path, `${text}\n`);
}
