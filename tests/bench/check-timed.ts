import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../src/loader/files.ts';

/*
 * `node check-timed.ts parse|check ROOT`: reads the articles of a folder, or checks them,
 * and prints what it took.
 */

const [work, root = ''] = process.argv.slice(2);
const { parseSource } = await import('../../src/markdown/source.ts');
const { parseMdx } = await import('../../src/markdown/parse.ts');
const { checkContent } = await import('../../src/loader/content.ts');
const { default: site } = await import('../../src/site.config.ts');

const before = process.cpuUsage();
const begun = performance.now();
if (work === 'parse') {
  for (const file of listFiles(root, 'content/articles', '.mdx')) {
    parseMdx(parseSource(readFileSync(join(root, file), 'utf8'), file).body, file);
  }
} else {
  await checkContent(root, site, Date.parse('2026-11-22T12:00:00Z'));
}
const { user, system } = process.cpuUsage(before);
const wall = Math.round(performance.now() - begun);
console.log(JSON.stringify({ cpu: Math.round((user + system) / 1000), wall }));
