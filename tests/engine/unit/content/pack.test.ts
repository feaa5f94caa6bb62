import {
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Pack } from '../../../../src/content/pack.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pack-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A value of some hundred kilobytes. */
const long = (n: number): string => String(n).padEnd(300_000, 'é');

function filled(count: number): Pack<string> {
  const pack = new Pack<string>(folder);
  for (let n = 0; n < count; n += 1) pack.set(`digest ${n}`, long(n));
  return pack;
}

test('a value is there at once, and for who opens the pack after it was closed', () => {
  const pack = filled(5);
  expect(pack.get('digest 4')).toBe(long(4));
  pack.set('one more', 'x');
  expect(pack.get('one more')).toBe('x');
  pack.close();
  const again = new Pack<string>(folder);
  for (let n = 0; n < 5; n += 1) expect(again.get(`digest ${n}`)).toBe(long(n));
  expect(again.get('one more')).toBe('x');
  again.close();
});

test('a pack that is compacted keeps what is used, what was just written too', () => {
  const pack = filled(3);
  pack.compact(new Set(['digest 0', 'digest 2']));
  expect(pack.has('digest 1')).toBe(false);
  expect(pack.get('digest 2')).toBe(long(2));
  pack.close();
  const again = new Pack<string>(folder);
  expect(again.get('digest 0')).toBe(long(0));
  again.close();
});

test('what was cut off is not there, and can be written again', () => {
  filled(2).close();
  const file = join(folder, readdirSync(folder).find((name) => name.endsWith('.pack')) ?? '');
  truncateSync(file, statSync(file).size - 1);
  const pack = new Pack<string>(folder);
  expect(pack.get('digest 0')).toBe(long(0));
  expect(pack.has('digest 1')).toBe(false);
  pack.set('digest 1', 'new');
  expect(pack.get('digest 1')).toBe('new');
  pack.close();
});

test('who reads while another process tidies up finds nothing, and all of it when it opens anew', () => {
  filled(3).close();
  const reader = new Pack<string>(folder);
  const other = new Pack<string>(folder);
  other.compact(new Set(['digest 0', 'digest 2']));
  other.close();
  expect(reader.get('digest 2')).toBeUndefined();
  reader.close();
  const again = new Pack<string>(folder);
  expect(again.get('digest 2')).toBe(long(2));
  again.close();
});

test('the file of a process that ended before it wrote an index goes after a day', () => {
  const forgotten = join(folder, 'forgotten.pack');
  const busy = join(folder, 'busy.pack');
  for (const file of [forgotten, busy]) writeFileSync(file, 'x');
  utimesSync(forgotten, 0, 0);
  const pack = filled(1);
  pack.compact(new Set(['digest 0']));
  pack.close();
  expect([existsSync(forgotten), existsSync(busy)]).toEqual([false, true]);
});
