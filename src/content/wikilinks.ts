import { createHash } from 'node:crypto';
import { slugify } from '../lib/slug.ts';
import { isArticleName } from '../record/article-file.ts';
import { listFiles } from './files.ts';

/** Which file a wikilink means: the one whose name, slug or end of path it is. */
export class Wikilinks {
  readonly #root: string;
  #files: Map<string, string[]> | undefined;

  /** @param root the project's folder */
  constructor(root: string) {
    this.#root = root;
  }

  /** Names of which exactly one file fits, with its path from the root. */
  resolve(names: readonly string[]): [name: string, path: string][] {
    if (names.length === 0) return [];
    this.#files ??= byName(this.#root);
    return names.flatMap((name): [string, string][] => {
      const [last = '', ...folders] = name
        .replace(/\.mdx?$/, '')
        .split('/')
        .reverse();
      const found = this.#files?.get(nameKey(last)) ?? [];
      const fitting = found.filter((path) => {
        const above = path.split('/').reverse().slice(1);
        return folders.every((folder, i) => folder === above[i]);
      });
      return fitting.length === 1 ? [[name, fitting[0] ?? '']] : [];
    });
  }

  /**
   * The digest of a file with wikilinks: it covers what they mean.
   * @param digest of its text
   */
  digestOf(digest: string, names: readonly string[] = []): string {
    if (names.length === 0) return digest;
    const hash = createHash('sha256')
      .update(digest)
      .update(JSON.stringify(this.resolve(names)));
    return hash.digest('hex').slice(0, 32);
  }
}

function byName(root: string): Map<string, string[]> {
  const files = new Map<string, string[]>();
  for (const path of listFiles(root, 'content', '')) {
    const isPicture = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(path);
    if (!isPicture && !(path.startsWith('content/articles/') && isArticleName(path))) continue;
    const key = nameKey((path.split('/').at(-1) ?? '').replace(/\.mdx?$/, ''));
    files.set(key, [...(files.get(key) ?? []), path]);
  }
  return files;
}

/** A name as it is compared: of a note as its slug, of letters that have none as they are. */
function nameKey(name: string): string {
  return slugify(name) || name.normalize('NFC').toLowerCase();
}
