import { createHash, randomUUID } from 'node:crypto';
import { copyFile, link, mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { isCompressible } from '../../lib/media.ts';
import { inParallel } from '../../lib/parallel.ts';
import { currentRelease } from '../../press/current.ts';
import { listAll } from '../../press/list.ts';
import { dropUnused } from '../images/unused.ts';

/** Bytes below which compression gains nothing that a network notices. */
const SMALLEST = 1024;
/** zlib works on four threads at once. */
const AT_ONCE = 8;

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** The compressed forms of a file, by suffix. */
const FORMS: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) =>
    brotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes) => deflate(bytes, { level: 9 }),
};

/**
 * An Astro integration that finishes the files of a build, so it stands last: `page.html.br` and
 * `page.html.gz` beside every text file and program of 1 KB or more, and file times that follow from content.
 * What was compressed once is kept in `.cache/compressed` by the digest of its bytes.
 */
export function compress(): AstroIntegration {
  let cache = '';
  return {
    name: 'compress',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = join(fileURLToPath(config.root), '.cache', 'compressed');
      },
      'astro:build:done': async ({ dir }) => {
        const release = currentRelease();
        release.stage('compressing');
        const used = await finishFiles(resolve(fileURLToPath(dir)), cache, (done, total) =>
          release.step(done, total),
        );
        // a build that made a few files knows little of what is used
        if (release.isWhole) await dropUnused(cache, used);
      },
    },
  };
}

/**
 * Compresses the text files of a folder and sets the times of all.
 * @param cache folder of what was compressed before
 * @param onFile told after each file
 * @returns what of the cache belongs to the folder
 */
export async function finishFiles(
  folder: string,
  cache: string,
  onFile: (done: number, total: number) => void = () => {},
): Promise<ReadonlySet<string>> {
  await mkdir(cache, { recursive: true });
  const used = new Set<string>();
  const files = listAll(folder);
  let done = 0;
  await inParallel(files, AT_ONCE, async (path) => {
    const file = join(folder, path);
    const bytes = await readFile(file);
    const digest = createHash('sha256').update(bytes).digest();
    const time = timeOf(digest);
    if (bytes.length >= SMALLEST && isCompressible(path) && isServed(path)) {
      for (const [suffix, form] of Object.entries(FORMS)) {
        const name = `${digest.toString('hex')}.${suffix}`;
        const kept = join(cache, name.slice(0, 2), name);
        used.add(join(name.slice(0, 2), name));
        if (!(await place(kept, `${file}.${suffix}`))) {
          await keep(kept, await form(bytes));
          await place(kept, `${file}.${suffix}`);
        }
        await utimes(`${file}.${suffix}`, time, time);
      }
    }
    await utimes(file, time, time);
    done += 1;
    onFile(done, files.length);
  });
  return used;
}

/**
 * A time that follows from a file's content, in seconds since 1970: nginx and Caddy make the ETag of
 * time and size, so a rebuild must not change it and another content must. Between 2001 and 2023:
 * no server takes it for the future. It is no date, and no host sends it as one.
 */
export function timeOf(digest: Buffer): number {
  return 1_000_000_000 + (digest.readUIntBE(0, 6) % 700_000_000);
}

/** Files that hosts read themselves are not sent, so not compressed. */
function isServed(path: string): boolean {
  return !/^(?:\.edge\/|\.assetsignore|_headers|_redirects)/.test(path);
}

/** Puts a kept file into the site: linked, or copied across file systems. */
async function place(kept: string, file: string): Promise<boolean> {
  try {
    await link(kept, file);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') return false;
    if (code === 'EEXIST') {
      // never written over: it may be a link to another kept file
      await rm(file);
      return place(kept, file);
    }
    if (code !== 'EXDEV') throw error;
    await copyFile(kept, file);
    return true;
  }
}

async function keep(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}`;
  await writeFile(temporary, bytes);
  await rename(temporary, path);
}
