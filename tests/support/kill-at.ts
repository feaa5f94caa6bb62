import fs, { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/*
 * `node --import kill-at.ts`: kills its process at one of the changes that it makes to the files of some
 * folders, as a loss of power would. `KILL_AT` is the number of that change, `KILL_IN` the folders, with
 * line breaks between them. `KILL_LOG` takes a line a change.
 */

const { KILL_AT, KILL_IN = '', KILL_LOG } = process.env;
const folders = KILL_IN.split('\n').filter((folder) => folder !== '');
let changes = 0;

for (const name of [
  'renameSync',
  'rmSync',
  'rmdirSync',
  'copyFileSync',
  'writeFileSync',
] as const) {
  const real = fs[name] as (...args: unknown[]) => unknown;
  const killing = (...args: unknown[]): unknown => {
    const here = args
      .slice(0, 2)
      .some((path) => folders.some((folder) => String(path).startsWith(folder)));
    if (!here) return real(...args);
    changes += 1;
    if (KILL_LOG) appendFileSync(KILL_LOG, `${name} ${args[0]}\n`);
    if (String(changes) === KILL_AT) process.kill(process.pid, 'SIGKILL');
    return real(...args);
  };
  Object.assign(fs, { [name]: killing });
}
syncBuiltinESMExports();
