import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Space for one file after another: a buffer for each of thousands piles up until it is collected. */
let space = Buffer.allocUnsafeSlow(1 << 20);

/** The bytes of a file; they are there until the next one is read. */
export function readForNow(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size > space.length) space = Buffer.allocUnsafeSlow(2 * size);
    let end = 0;
    for (let read = 1; end < size && read > 0; end += read) {
      read = readSync(file, space, end, size - end, end);
    }
    return space.subarray(0, end);
  } finally {
    closeSync(file);
  }
}
