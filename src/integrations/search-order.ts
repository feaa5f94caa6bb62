import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { compareText } from '../lib/text.ts';

/*
 * Pagefind writes the values of a filter in the order of a hash map, another one at every run, and
 * names the files by their content: two builds of one record would differ. Here the values are put
 * in order, and the files that name each other get the names that follow. Texts get shorter names
 * too: the first query fetches the names of all of them. (Format: Pagefind 1.5,
 * `pagefind_index/src/*`: gzip of "pagefind_dcd" and CBOR.)
 */

/** A file that Pagefind made. */
interface PagefindFile {
  path: string;
  content: Uint8Array;
}

const MAGIC = Buffer.from('pagefind_dcd');

/** `[filter, [[value, pages], …]]` */
type Filter = [name: string, values: [value: string, pages: number[]][]];
/** `[version, [[text, words], …], chunks, [[filter, hash], …], [[sort, pages], …], fields]` */
type Meta = [string, [string, number][], unknown, [string, string][], [string, unknown][], unknown];
interface Entry {
  languages: Record<string, { hash: string }>;
}

/** The same index, its filters in order: what was searched for finds the same. */
export function inOrder(files: readonly PagefindFile[]): PagefindFile[] {
  const renamed = new Map<string, string>();
  const texts = shortNames(files);
  const filters = files
    .filter(({ path }) => path.endsWith('.pf_filter'))
    .map(({ path, content }) => {
      const [name, values] = unpack<Filter>(content);
      const packed = pack([name, values.sort(([a], [b]) => compareText(a, b))]);
      const old = /([^/]+)\.pf_filter$/.exec(path)?.[1] ?? '';
      const hash = `${old.replace(/_.*$/, '')}_${digest(packed, 7)}`;
      renamed.set(old, hash);
      return { path: path.replace(old, hash), content: gzip(packed) };
    });
  const metas = files
    .filter(({ path }) => path.endsWith('.pf_meta'))
    .map(({ path, content }) => {
      const [version, pages, chunks, names, sorts, fields] = unpack<Meta>(content);
      const packed = pack([
        version,
        pages.map(([text, words]) => [texts.get(text) ?? text, words]),
        chunks,
        names
          .map(([name, hash]): [string, string] => [name, renamed.get(hash) ?? hash])
          .sort(([a], [b]) => compareText(a, b)),
        sorts.sort(([a], [b]) => compareText(a, b)),
        fields,
      ]);
      const old = /pagefind\.([^/]+)\.pf_meta$/.exec(path)?.[1] ?? '';
      const hash = `${old.replace(/_.*$/, '')}_${digest(packed, 10)}`;
      renamed.set(old, hash);
      return { path: path.replace(old, hash), content: gzip(packed) };
    });
  const others = files.filter(({ path }) => !/\.pf_(?:filter|meta)$/.test(path));
  return [
    ...others.map((file) => withNames(withShortName(file, texts), renamed)),
    ...filters,
    ...metas,
  ];
}

const TEXT = /([^/]+)\.pf_fragment$/;

/** For each text a name of few characters that follows from its content. */
function shortNames(files: readonly PagefindFile[]): Map<string, string> {
  const texts = files.flatMap(({ path, content }) => {
    const old = TEXT.exec(path)?.[1];
    if (old === undefined) return [];
    const hex = createHash('sha256').update(gunzipSync(content)).digest('hex');
    return [{ old, long: BigInt(`0x${hex}`).toString(36) }];
  });
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { old, long } of texts.sort((a, b) => compareText(a.long, b.long))) {
    let length = 5;
    while (taken.has(long.slice(0, length))) length += 1;
    taken.add(long.slice(0, length));
    names.set(old, long.slice(0, length));
  }
  return names;
}

function withShortName(file: PagefindFile, texts: ReadonlyMap<string, string>): PagefindFile {
  const old = TEXT.exec(file.path)?.[1];
  const name = old === undefined ? undefined : texts.get(old);
  return name === undefined
    ? file
    : { ...file, path: file.path.replace(TEXT, `${name}.pf_fragment`) };
}

/** The file that names the others, with their new names. */
function withNames(file: PagefindFile, renamed: ReadonlyMap<string, string>): PagefindFile {
  if (!file.path.endsWith('pagefind-entry.json')) return file;
  const entry = JSON.parse(Buffer.from(file.content).toString('utf8')) as Entry;
  for (const language of Object.values(entry.languages)) {
    language.hash = renamed.get(language.hash) ?? language.hash;
  }
  return { ...file, content: Buffer.from(JSON.stringify(entry)) };
}

function unpack<T>(content: Uint8Array): T {
  return decode(gunzipSync(content).subarray(MAGIC.length)) as T;
}

function pack(value: unknown): Buffer {
  return Buffer.concat([MAGIC, encode(value)]);
}

function gzip(bytes: Buffer): Buffer {
  return gzipSync(bytes, { level: 9 });
}

function digest(bytes: Buffer, length: number): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, length);
}
