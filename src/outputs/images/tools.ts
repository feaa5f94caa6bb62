import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';

/**
 * Digest of what a drawing follows from beside its matter: another tool, another file in the cache.
 * @param code files that draw
 * @param packages that they use
 * @param rest what else they are given, as JSON has it
 */
export function toolsDigest(
  code: readonly URL[],
  packages: readonly string[],
  rest: unknown = '',
): string {
  const hash = createHash('sha256').update(JSON.stringify(rest));
  for (const file of code) hash.update(readFileSync(file));
  for (const name of packages)
    hash.update(readFileSync(findPackageJSON(name, import.meta.url) ?? ''));
  return hash.digest('hex').slice(0, 10);
}
