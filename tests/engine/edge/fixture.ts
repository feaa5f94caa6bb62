import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { edgeFiles } from '../../../src/outputs/edge/edge-files.ts';
import { type EdgeTable, edgeTable } from '../../../src/outputs/edge/table.ts';
import { finishFiles } from '../../support/finish.ts';

/** A page of more than 1 KB, so that it is compressed. */
export function page(text: string): string {
  return `<!doctype html><html lang="en"><title>${text}</title><p>${`${text} `.repeat(200)}</html>\n`;
}

/** The rules of the site below: old addresses of every sort, and a withdrawn entry. */
export const TABLE = tableAt('/');

/** The rules of the same site at a base path. */
export function tableAt(base: string): EdgeTable {
  return edgeTable(
    {
      url: `https://docket.example${base}`,
      hsts: { seconds: 63_072_000, subdomains: true, preload: false },
    },
    [
      'old',
      '2017/старый-адрес',
      '2017/é-on-a-mac',
      // its own page differs by a letter's size alone
      '2018/Entry',
      // longer than the place that nginx has for a string by itself
      `2016/${'очень-длинный-'.repeat(12)}адрес`,
      `blog/what's-"new",$uri;{now}.php`,
    ].map((from) => ({ from: base + from, to: `${base}2018/entry/` })),
    [`${base}2018/withdrawn/`, `${base}2018/撤回/`],
    { 'p=123': `${base}2018/entry/` },
  );
}

/** A file of every kind, by path. */
export const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'index.html': page('Home'),
  '404.html': page('There is no such page'),
  '2018/entry/index.html': page('An entry'),
  '2018/withdrawn/index.html': page('This entry was withdrawn'),
  '2018/撤回/index.html': page('This entry was withdrawn'),
  'topics/中国/index.html': page('China'),
  '_assets/site.abc123.css': 'p { color: inherit }\n'.repeat(200),
  '_assets/search.abc123.js': 'export const a = 1;\n'.repeat(200),
  '_assets/type.abc123.woff2': new Uint8Array(4000),
  'images/chart.abc123.png': new Uint8Array(4000),
  'rss.xml': `<rss>${'<item/>'.repeat(300)}</rss>\n`,
  'topics/china/rss.xml': `<rss>${'<item/>'.repeat(300)}</rss>\n`,
  'feed.json': `{"items":[${'1,'.repeat(1000)}1]}\n`,
  'feeds/feeds.opml': `<opml>${'<body/>'.repeat(300)}</opml>\n`,
  'sitemap.xml': `<urlset>${'<url/>'.repeat(300)}</urlset>\n`,
  'robots.txt': 'User-agent: *\n',
  '.well-known/security.txt': 'Contact: mailto:security@docket.example\n',
  'speculation-rules.json': '{}\n',
  'site.webmanifest': '{}\n',
  'favicon.ico': new Uint8Array(400),
  'opensearch.xml': '<OpenSearchDescription/>\n',
  'pagefind/manifest.json': `{"version":1}\n`,
  'pagefind/pagefind-entry.json': `{"version":"1","languages":{}}\n`,
  'pagefind/fragment/en_abc.pf_fragment': new Uint8Array(2000),
  'pagefind/wasm.en.pagefind': new Uint8Array(2000),
  'pagefind/pagefind.js': 'export const a = 1;\n'.repeat(200),
  'pagefind/parts/words/0123abcd/0.json': `{"a":[${'1,'.repeat(500)}1]}\n`,
  'next-change.json': '{"next":null}',
  'feed.css': 'item { display: block }\n'.repeat(100),
};

/** Writes the site into a temporary folder. */
export async function fixtureSite(table = TABLE): Promise<{ dir: string; remove(): void }> {
  const work = mkdtempSync(join(tmpdir(), 'edge-'));
  const dir = join(work, 'site');
  for (const [path, content] of Object.entries({ ...FILES, ...edgeFiles(table, 'Docket') })) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  mkdirSync(join(dir, 'empty'));
  await finishFiles(dir, join(work, 'cache'));
  return { dir, remove: () => rmSync(work, { recursive: true, force: true }) };
}
