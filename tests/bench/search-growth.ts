import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Element } from 'hast';
import { FOLDER, MANIFEST } from '../../src/outputs/search/names.ts';
import { searchIndex } from '../../src/outputs/search/search-index.ts';
import { buildArchive } from '../../src/record/archive.ts';
import type { Article } from '../../src/record/article.ts';
import type { Text } from '../../src/record/text.ts';
import { writeIndex } from '../support/search.ts';
import type { Corpus } from './search-corpus.ts';

/** What one more entry changes in the index. */
export interface Growth {
  files: number;
  /** As they are sent. */
  bytes: number;
}

/** Indexes a record without its newest entry, then with it, and compares what was written. */
export async function growth({ archive, text }: Corpus, openFrom: string): Promise<Growth> {
  const root = mkdtempSync(join(tmpdir(), 'growth-'));
  try {
    const without = buildArchive(
      { ...archive, articles: archive.articles.slice(1) },
      archive.site,
      archive.now,
      archive,
    );
    await writeIndex({ archive: without, text }, join(root, 'before'), { openFrom });
    await writeIndex({ archive, text }, join(root, 'after'), { openFrom });
    const before = digests(join(root, 'before', FOLDER));
    const changed = [...digests(join(root, 'after', FOLDER))].filter(
      ([path, digest]) => before.get(path) !== digest,
    );
    const sizes = changed.map(([path]) =>
      sent(path, readFileSync(join(root, 'after', FOLDER, path))),
    );
    return { files: changed.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Writes a sentence more into an entry of a record, and compares the files of the index, uncompressed. */
export function edited({ archive, text }: Corpus, nth: number): Growth {
  const root = mkdtempSync(join(tmpdir(), 'edited-'));
  try {
    const entry = archive.articles.at(-nth) as Article;
    const { tree } = text(entry);
    const first = tree.findIndex((node) => node.type === 'element' && node.tagName === 'p');
    const paragraph = tree[first] as Element;
    const more = { type: 'text' as const, value: ` ${SENTENCE}` };
    const longer: Text = {
      ...text(entry),
      tree: tree.with(first, { ...paragraph, children: [...paragraph.children, more] }),
    };
    const articles = archive.articles.map((one) =>
      one === entry ? { ...one, digest: 'edited' } : one,
    );
    const after = buildArchive({ ...archive, articles }, archive.site, archive.now, archive);
    const before = new Set(searchIndex({ archive, text, root }).map(({ path }) => path));
    const changed = searchIndex({
      archive: after,
      text: (article) => (article.digest === 'edited' ? longer : text(article)),
      root,
    }).filter(({ path }) => path.endsWith(MANIFEST) || !before.has(path));
    const bytes = changed.reduce((sum, { content }) => sum + content.length, 0);
    return { files: changed.length, bytes };
  } finally {
    rmSync(root, { recursive: true });
  }
}

const SENTENCE =
  'The guarantor told every pilot that a permit for the eastern pier had been refunded.';

/** Bytes of a file of the index over the wire: what is not compressed yet goes out in brotli. */
export function sent(path: string, content: Uint8Array): number {
  return /\.(?:js|json|pagefind)$/.test(path) ? brotliCompressSync(content).length : content.length;
}

function digests(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      const digest = createHash('sha256').update(readFileSync(path)).digest('hex');
      return [path.slice(folder.length), digest];
    }),
  );
}
