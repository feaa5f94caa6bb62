import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file whole or not at all, in a folder that is made if it is not there.
 * @param flush whether it must outlive a loss of power
 */
export function writeWhole(path: string, content: string | Uint8Array, flush = false): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, content, { flush });
  renameSync(temporary, path);
}
