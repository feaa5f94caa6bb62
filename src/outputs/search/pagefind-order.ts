import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { compareText } from '../../lib/text.ts';

/*
 * Pagefind writes the values of a filter in the order of a hash map, another one at every run, and
 * names the files by their content: two builds of one record would differ. Here the values are put
 * in order, and the files get the names that follow from what is in them.
 * (Format: Pagefind 1.5, `pagefind_index/src/*`: gzip of "pagefind_dcd" and CBOR.)
 */

/** A file that Pagefind made. */
interface PagefindFile {
  path: string;
  content: Uint8Array;
}

const MAGIC = Buffer.from('pagefind_dcd');

/** `[filter, [[value, pages], …]]` */
type Filter = [name: string, values: [value: string, pages: number[]][]];
/** `[version, texts, chunks, [[filter, hash], …], [[sort, pages], …], fields]` */
type Meta = [string, unknown, unknown, [string, string][], [string, unknown][], unknown];
interface Entry {
  languages: Record<string, { hash: string }>;
}

/** The same index, its filters in order. */
export function inOrder(files: readonly PagefindFile[]): PagefindFile[] {
  /** New hashes, by the old ones. */
  const hashes = new Map<string, string>();
  const nameOf = (old: string) => hashes.get(old) ?? old;
  const renamed = (path: string, value: unknown): PagefindFile => {
    const packed = Buffer.concat([MAGIC, encode(value)]);
    const [old = '', language = ''] = /([^/.]+_)[^/.]+(?=\.pf_\w+$)/.exec(path) ?? [];
    const name = language + createHash('sha256').update(packed).digest('hex').slice(0, 10);
    hashes.set(old, name);
    return { path: path.replace(old, name), content: gzipSync(packed, { level: 9 }) };
  };
  const ofKind = (kind: RegExp, work: (file: PagefindFile) => PagefindFile) =>
    files.filter(({ path }) => kind.test(path)).map(work);

  return [
    ...ofKind(/\.pf_filter$/, ({ path, content }) => {
      const [name, values] = unpack<Filter>(content);
      return renamed(path, [name, values.sort(byName)]);
    }),
    ...ofKind(/\.pf_meta$/, ({ path, content }) => {
      const [version, texts, chunks, filters, sorts, fields] = unpack<Meta>(content);
      const named = filters.map(([name, hash]): [string, string] => [name, nameOf(hash)]);
      return renamed(path, [
        version,
        texts,
        chunks,
        named.sort(byName),
        sorts.sort(byName),
        fields,
      ]);
    }),
    ...ofKind(/^pagefind-entry\.json$/, ({ path, content }) => {
      const entry = JSON.parse(Buffer.from(content).toString()) as Entry;
      for (const language of Object.values(entry.languages)) language.hash = nameOf(language.hash);
      return { path, content: Buffer.from(JSON.stringify(entry)) };
    }),
    ...files.filter(({ path }) => !/\.pf_(?:filter|meta)$|^pagefind-entry\.json$/.test(path)),
  ];
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return compareText(a, b);
}

function unpack<T>(content: Uint8Array): T {
  return decode(gunzipSync(content).subarray(MAGIC.length)) as T;
}
