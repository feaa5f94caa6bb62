import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { compareText } from '../../lib/text.ts';
import { DAY, PLACES } from './names.ts';
import { type Chunk, withoutPlaces } from './search-chunks.ts';

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

/** Lengths of texts need not be more exact to rank by, and a list of them is half the size. */
const COUNTED_BY = 50;

const MAGIC = Buffer.from('pagefind_dcd');

/** `[filter, [[value, pages], …]]` */
type Filter = [name: string, values: [value: string, pages: number[]][]];
/** `[version, [[text, words], …], [[from, to, chunk], …], [[filter, hash], …], [[sort, pages], …], fields]` */
type Meta = [
  string,
  [string, number][],
  [string, string, string][],
  [string, string][],
  [string, unknown][],
  unknown,
];
interface Language {
  hash: string;
  wasm: string;
}
interface Entry {
  languages: Record<string, Language>;
}
interface Text {
  filters: Record<string, string[]>;
}

/**
 * The same index, its filters in order and words without their places; below {@link PLACES}, the
 * index with places, which takes from the other what both have.
 * @param closed whether the index stays as it is for long
 */
export function inOrder(files: readonly PagefindFile[], closed = false): PagefindFile[] {
  const texts = closed ? namesByMonth(files) : namesByContent(files);
  const filters: Names = new Map();
  const chunks: Names = new Map();
  const metas: Names = new Map();
  const metasWithPlaces: Names = new Map();
  const made: PagefindFile[] = [];
  const put = (path: string, value: unknown, length: number, names: Names) => {
    const [, old = '', extension = ''] = NAME.exec(path) ?? [];
    const packed = pack(value);
    const name = `${old.replace(/_.*$/, '')}_${digest(packed, length)}`;
    names.set(old, name);
    made.push({ path: path.replace(NAME, `${name}.${extension}`), content: gzip(packed) });
  };
  for (const { path, content } of files) {
    if (path.endsWith('.pf_filter')) {
      const [name, values] = unpack<Filter>(content);
      put(path, [name, values.sort(([a], [b]) => compareText(a, b))], 7, filters);
    } else if (path.endsWith('.pf_index')) {
      put(path, withoutPlaces(unpack<Chunk>(content)), 7, chunks);
      made.push({ path: PLACES + path, content });
    }
  }
  for (const { path, content } of files) {
    if (!path.endsWith('.pf_meta')) continue;
    const [version, pages, ranges, names, sorts, fields] = unpack<Meta>(content);
    const meta = (above: string, chunkNames: Names): Meta => [
      version,
      pages.map(([text, words]) => [
        renamed(texts, text),
        Math.ceil(words / COUNTED_BY) * COUNTED_BY,
      ]),
      ranges.map(([from, to, chunk]) => [from, to, renamed(chunkNames, chunk)]),
      names
        .map(([name, hash]): [string, string] => [name, above + renamed(filters, hash)])
        .sort(([a], [b]) => compareText(a, b)),
      sorts.sort(([a], [b]) => compareText(a, b)),
      fields,
    ];
    put(path, meta('', chunks), 10, metas);
    put(PLACES + path, meta('../../filter/', new Map()), 10, metasWithPlaces);
  }
  for (const file of files) {
    if (file.path.endsWith('pagefind-entry.json')) {
      made.push(
        withNames(file, (language) => ({ hash: renamed(metas, language.hash) })),
        {
          ...withNames(file, ({ hash, wasm }) => ({
            hash: renamed(metasWithPlaces, hash),
            wasm: `/../../wasm.${wasm}`,
          })),
          path: PLACES + file.path,
        },
      );
    } else if (!/\.pf_(?:filter|index|meta)$/.test(file.path)) made.push(withName(file, texts));
  }
  return made;
}

/** New names by old ones. */
type Names = Map<string, string>;

function renamed(names: ReadonlyMap<string, string>, old: string): string {
  return names.get(old) ?? old;
}

const NAME = /([^/.]+)\.(pf_\w+)$/;
const TEXT = /([^/]+)\.pf_fragment$/;

function textsOf(files: readonly PagefindFile[]): { old: string; text: Buffer }[] {
  return files.flatMap(({ path, content }) => {
    const old = TEXT.exec(path)?.[1];
    return old === undefined ? [] : [{ old, text: gunzipSync(content) }];
  });
}

/** For each text a name of few characters that follows from its content. */
function namesByContent(files: readonly PagefindFile[]): Names {
  const texts = textsOf(files).map(({ old, text }) => ({
    old,
    long: BigInt(`0x${digest(text, 64)}`).toString(36),
  }));
  const names: Names = new Map();
  const taken = new Set<string>();
  for (const { old, long } of texts.sort((a, b) => compareText(a.long, b.long))) {
    let length = 5;
    while (taken.has(long.slice(0, length))) length += 1;
    taken.add(long.slice(0, length));
    names.set(old, long.slice(0, length));
  }
  return names;
}

/**
 * For each text a number within its month, below a folder that follows from all texts of the month:
 * a list of such names is a third of the other's size.
 */
function namesByMonth(files: readonly PagefindFile[]): Names {
  const order = new Map(
    files
      .filter(({ path }) => path.endsWith('.pf_meta'))
      .flatMap(({ content }) => unpack<Meta>(content)[1])
      .map(([text], i) => [text, i]),
  );
  const texts = textsOf(files).sort((a, b) => (order.get(a.old) ?? 0) - (order.get(b.old) ?? 0));
  const months = Map.groupBy(texts, ({ text }) => {
    const { filters } = JSON.parse(text.subarray(MAGIC.length).toString('utf8')) as Text;
    return filters[DAY]?.[0]?.slice(0, 7) ?? '';
  });
  const names: Names = new Map();
  for (const month of months.values()) {
    const folder = digest(Buffer.concat(month.map(({ text }) => text)), 8);
    for (const [i, { old }] of month.entries()) names.set(old, `${folder}/${i}`);
  }
  return names;
}

function withName(file: PagefindFile, texts: ReadonlyMap<string, string>): PagefindFile {
  const name = texts.get(TEXT.exec(file.path)?.[1] ?? '');
  return name === undefined
    ? file
    : { ...file, path: file.path.replace(TEXT, `${name}.pf_fragment`) };
}

/** The file that names the others, with their new names. */
function withNames(file: PagefindFile, change: (of: Language) => Partial<Language>): PagefindFile {
  const entry = JSON.parse(Buffer.from(file.content).toString('utf8')) as Entry;
  const languages = Object.fromEntries(
    Object.entries(entry.languages).map(([name, of]) => [name, { ...of, ...change(of) }]),
  );
  return { ...file, content: Buffer.from(JSON.stringify({ ...entry, languages })) };
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

function digest(bytes: Uint8Array, length: number): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, length);
}
