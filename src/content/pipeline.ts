import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './files.ts';

/** The folders of code that decide what an article compiles to. */
const CODE = ['src/lib', 'src/record', 'src/markdown', 'src/checks', 'src/content'];

/**
 * Digest of the compiler: its own code and the packages it uses. A change of either compiles every
 * article again; no version has to be counted up by hand.
 */
export function pipelineDigest(root: string): string {
  const hash = createHash('sha256');
  const files = [...CODE.flatMap((folder) => listFiles(root, folder, '.ts')), 'package-lock.json'];
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
