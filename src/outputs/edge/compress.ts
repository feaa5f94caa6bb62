import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { keep, readKept } from '../../content/kept.ts';
import { isCompressible } from '../../lib/media.ts';

/** Bytes below which compression gains nothing that a network notices. */
const SMALLEST = 1024;
const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** What a page is made of, and a reader waits for. */
const PAGE = /\.(?:html|css|m?js|svg)$/;

/** The compressed forms of a file, by suffix. */
const FORMS: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => brotliOf(bytes, constants.BROTLI_MAX_QUALITY),
  gz: (bytes) => deflate(bytes, { level: 9 }),
};
/**
 * Those of feeds, which are large, and of the search, of which an edit writes a hundred files anew: 10 % more bytes, in
 * a tenth of the time. Without a window as small as the file most of that would go into clearing memory.
 */
const FORMS_OF_DATA: typeof FORMS = {
  ...FORMS,
  br: (bytes) =>
    brotliOf(bytes, 9, {
      [constants.BROTLI_PARAM_LGWIN]: Math.min(
        constants.BROTLI_DEFAULT_WINDOW,
        Math.max(constants.BROTLI_MIN_WINDOW_BITS, Math.ceil(Math.log2(bytes.length + 16))),
      ),
    }),
};

function brotliOf(
  bytes: Buffer,
  quality: number,
  more: Readonly<Record<number, number>> = {},
): Promise<Buffer> {
  return brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      ...more,
    },
  });
}

/**
 * The compressed forms of a file, `page.html.br` and `page.html.gz`: of every text file and program of
 * 1 KB or more. What was compressed once is kept in the cache by the digest of its bytes.
 * @param path of the file, below the site's folder
 * @param read its bytes, asked for when a form is not in the cache
 * @param cache folder of what was compressed before
 * @returns the forms by name, each with its path below the cache
 */
export async function compressed(
  { path, digest, size }: { path: string; digest: string; size: number },
  read: () => Buffer,
  cache: string,
): Promise<{ form: string; bytes: Buffer; kept: string }[]> {
  if (size < SMALLEST || !isCompressible(path) || !isServed(path)) return [];
  const forms: { form: string; bytes: Buffer; kept: string }[] = [];
  const [all, mark] = PAGE.test(path) ? [FORMS, ''] : [FORMS_OF_DATA, '9'];
  for (const [suffix, form] of Object.entries(all)) {
    const kept = join(digest.slice(0, 2), `${digest}${mark}.${suffix}`);
    let bytes = readKept(join(cache, kept));
    if (bytes === undefined) {
      bytes = await form(read());
      keep(join(cache, kept), bytes);
    }
    forms.push({ form: `${path}.${suffix}`, bytes, kept });
  }
  return forms;
}

/** Files that hosts read themselves are not sent, so not compressed. */
function isServed(path: string): boolean {
  return !/^(?:\.edge\/|\.assetsignore|_headers|_redirects)/.test(path);
}
