import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/*
 * `node --import save-while-read.ts`: a person who saves a file while a build reads it. `SAVE_FILE` is the
 * file, `SAVE_AS` its texts, a JSON list: each time that the build has read it, it becomes the next;
 * with `SAVE_ALWAYS=yes` in every round of the build.
 */

const { SAVE_FILE = '', SAVE_AS = '[]', SAVE_ALWAYS, BUILD_ROUND } = process.env;
const texts = JSON.parse(SAVE_AS) as string[];

if (BUILD_ROUND === undefined || SAVE_ALWAYS === 'yes') {
  const read = fs.readFileSync as (...args: unknown[]) => unknown;
  const readAndSave = (...args: unknown[]): unknown => {
    const text = read(...args);
    if (String(args[0]).endsWith(SAVE_FILE) && texts.length > 0) {
      fs.writeFileSync(String(args[0]), texts.shift() ?? '');
    }
    return text;
  };
  Object.assign(fs, { readFileSync: readAndSave });
  syncBuiltinESMExports();
}
