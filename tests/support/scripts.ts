import { readFileSync } from 'node:fs';

/** The scripts of `package.json`, by their names. */
export const scripts = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    scripts: Record<string, string>;
  }
).scripts;
