import './mistakes.ts';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listAll } from '../content/files.ts';
import { portablePage, portableStyle } from '../outputs/portable.ts';
import site from '../publication/site.config.ts';
import { Routes } from '../record/routes.ts';
import { root, sitePlace } from './paths.ts';
import { fail, readArguments } from './say.ts';
import { hold } from './settle.ts';

/*
 * `npm run portable`: a copy of the built site in `portable/` that opens without a server; `--drafts`
 * copies the one with drafts and future entries.
 */

const { values: flags } = readArguments(
  { options: { drafts: { type: 'boolean', default: false } } },
  'npm run portable -- [--drafts]',
);
const place = sitePlace(flags.drafts);
const { dist } = place;
const out = join(root, 'portable');
const { base } = new Routes(site);
const giveBack = await hold(place);
const files = listAll(dist).filter(
  (path) =>
    !/\.(?:br|gz)$|^(?:\.edge\/|\.assetsignore|_)/.test(path) || path.startsWith('_assets/'),
);
if (!files.includes('index.html')) {
  fail(
    `There is no built site. Build it with "npm run build${flags.drafts ? ' -- --drafts' : ''}".`,
  );
}
rmSync(out, { recursive: true, force: true });
for (const path of files) {
  const [from, to] = [join(dist, path), join(out, path)];
  mkdirSync(dirname(to), { recursive: true });
  if (path.endsWith('.html'))
    writeFileSync(to, portablePage(readFileSync(from, 'utf8'), path, base));
  else if (path.endsWith('.css'))
    writeFileSync(to, portableStyle(readFileSync(from, 'utf8'), path, base));
  else copyFileSync(from, to);
}
giveBack();
console.log(`portable/index.html: ${files.length} files. Open it in a browser.`);
