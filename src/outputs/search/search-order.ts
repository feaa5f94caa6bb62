import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { compareText } from '../../lib/text.ts';
import { DAY, PLACES } from './names.ts';
import { type Chunk, withoutPlaces } from './search-chunks.ts';

/*
 * Pagefind writes the values of a filter in the order of a hash map, another one at every run, and
 * names the files by their content: two builds of one record would differ. Here the values are put
 * in order, words lose their places, and the files get the names that follow from what is in them.
 * (Format: Pagefind 1.5, `pagefind_index/src/*`: gzip of "pagefind_dcd" and CBOR.)
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
/** `pagefind-entry.json`; a language for which Pagefind knows no stemmer has no `wasm` of its own. */
interface Entry {
  languages: Record<string, { hash: string; wasm: string | null }>;
}

/**
 * The same index, its filters in order and words without their places; below {@link PLACES}, the
 * index with places, which takes from the other what both have.
 * @param closed whether the index stays as it is for long
 */
export function inOrder(files: readonly PagefindFile[], closed = false): PagefindFile[] {
  const made: PagefindFile[] = [];
  /** New names, by the paths that Pagefind gave. */
  const names = closed ? namesByMonth(files) : new Map<string, string>();
  const nameOf = (kind: string, old: string, within = '') =>
    names.get(`${within}${kind}/${old}.pf_${kind}`) ?? old;
  const put = (path: string, value: unknown) => {
    const packed = Buffer.concat([MAGIC, encode(value)]);
    const [old = '', language = ''] = /([^/.]+_)[^/.]+(?=\.pf_\w+$)/.exec(path) ?? [];
    const name = language + digest(packed);
    names.set(path, name);
    made.push({ path: path.replace(old, name), content: gzipSync(packed, { level: 9 }) });
  };
  const ofKind = (kind: string) => files.filter(({ path }) => path.endsWith(kind));

  for (const { path, content } of ofKind('.pf_fragment')) {
    const name = names.get(path);
    made.push({ path: name === undefined ? path : `fragment/${name}.pf_fragment`, content });
  }
  for (const { path, content } of ofKind('.pf_filter')) {
    const [name, values] = unpack<Filter>(content);
    put(path, [name, values.sort(byName)]);
  }
  for (const { path, content } of ofKind('.pf_index')) {
    put(path, withoutPlaces(unpack<Chunk>(content)));
    made.push({ path: PLACES + path, content });
  }
  for (const within of ['', PLACES]) {
    for (const { path, content } of ofKind('.pf_meta')) {
      const [version, pages, ranges, filters, sorts, fields] = unpack<Meta>(content);
      const above = within && '../../filter/';
      put(within + path, [
        version,
        pages.map(([text, words]) => [
          nameOf('fragment', text),
          Math.ceil(words / COUNTED_BY) * COUNTED_BY,
        ]),
        ranges.map(([from, to, chunk]) => [from, to, nameOf('index', chunk, within)]),
        filters
          .map(([name, hash]): [string, string] => [name, above + nameOf('filter', hash)])
          .sort(byName),
        sorts.sort(byName),
        fields,
      ]);
    }
    for (const { path, content } of ofKind('pagefind-entry.json')) {
      const entry = JSON.parse(Buffer.from(content).toString('utf8')) as Entry;
      for (const language of Object.values(entry.languages)) {
        language.hash = names.get(`${within}pagefind.${language.hash}.pf_meta`) ?? language.hash;
        if (within !== '') language.wasm = `/../../wasm.${language.wasm ?? 'unknown'}`;
      }
      made.push({ path: within + path, content: Buffer.from(JSON.stringify(entry)) });
    }
  }
  return made;
}

/**
 * For each text a number within its month, below a folder that follows from all texts of the month:
 * a list of such names is a third of the size of one of digests.
 */
function namesByMonth(files: readonly PagefindFile[]): Map<string, string> {
  const texts = new Map(
    files
      .filter(({ path }) => path.endsWith('.pf_fragment'))
      .map(({ path, content }) => [path, gunzipSync(content)]),
  );
  const textOf = (path: string) => texts.get(path) ?? Buffer.alloc(0);
  const paths = files
    .filter(({ path }) => path.endsWith('.pf_meta'))
    .flatMap(({ content }) => unpack<Meta>(content)[1])
    .map(([text]) => `fragment/${text}.pf_fragment`);
  const months = Map.groupBy(paths, (path) => {
    const json = textOf(path).subarray(MAGIC.length).toString('utf8');
    const { filters } = JSON.parse(json) as { filters: Record<string, string[]> };
    return filters[DAY]?.[0]?.slice(0, 7) ?? '';
  });
  const names = new Map<string, string>();
  for (const month of months.values()) {
    const folder = digest(Buffer.concat(month.map(textOf)));
    for (const [i, path] of month.entries()) names.set(path, `${folder}/${i}`);
  }
  return names;
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return compareText(a, b);
}

function unpack<T>(content: Uint8Array): T {
  return decode(gunzipSync(content).subarray(MAGIC.length)) as T;
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 8);
}
