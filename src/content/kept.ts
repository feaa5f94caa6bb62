import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeForLater } from './files.ts';

/*
 * Files that are kept in `.cache` to be used in a later build. Each ends with the digest of what comes
 * before it: one that a full disk, a crash or a person has damaged is not used but made again. They go
 * out as copies, so nothing that happens to a site reaches them.
 */

/** Bytes of SHA-256. */
const SEAL = 32;

/** What was kept at a path; undefined when nothing was, or it is not whole. */
export function readKept(path: string): Buffer | undefined {
  let sealed: Buffer;
  try {
    sealed = readFileSync(path);
  } catch {
    return undefined;
  }
  const bytes = sealed.subarray(0, Math.max(0, sealed.length - SEAL));
  return sealOf(bytes).equals(sealed.subarray(bytes.length)) ? bytes : undefined;
}

/** Keeps bytes at a path. */
export function keep(path: string, bytes: Uint8Array): void {
  writeForLater(path, Buffer.concat([bytes, sealOf(bytes)]));
}

/** What was kept at a path by {@link keepJson}; undefined when nothing was, or it is not whole. */
export function readKeptJson(path: string): unknown {
  const bytes = readKept(path);
  return bytes && JSON.parse(bytes.toString());
}

/** Keeps plain data at a path, if it is not kept there already. */
export function keepJson(path: string, data: unknown): void {
  const bytes = Buffer.from(JSON.stringify(data));
  if (!readKept(path)?.equals(bytes)) keep(path, bytes);
}

function sealOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
