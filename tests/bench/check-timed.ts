import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { listFiles } from '../../src/content/files.ts';

/*
 * `node check-timed.ts remark|parse|check ROOT`: reads the articles of a folder with remark as it
 * comes, or as this project does, or checks them, and prints what it took.
 */

const [work, root = ''] = process.argv.slice(2);
const { parseSource } = await import('../../src/markdown/source.ts');
const { parseMdx } = await import('../../src/markdown/parse.ts');
const { checkContent } = await import('../../src/content/content.ts');
const { default: site } = await import('../../src/publication/site.config.ts');
const remark = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze();

const before = process.cpuUsage();
const begun = performance.now();
if (work === 'check') {
  await checkContent(root, site, Date.now());
} else {
  for (const file of listFiles(root, 'content/articles', '.mdx')) {
    const { body } = parseSource(readFileSync(join(root, file), 'utf8'), file);
    if (work === 'remark') remark.parse(body);
    else parseMdx(body, file);
  }
}
const { user, system } = process.cpuUsage(before);
const wall = Math.round(performance.now() - begun);
console.log(JSON.stringify({ cpu: Math.round((user + system) / 1000), wall }));
