import { createHash } from 'node:crypto';

/** A file of the index. */
export interface IndexFile {
  /** Below the site's folder. */
  path: string;
  content: Uint8Array;
}

/** What a file has that is JSON. */
export function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}

/** A name for some bytes, of so many hexadecimal letters. */
export function digest(bytes: Uint8Array, length = 8): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, length);
}
