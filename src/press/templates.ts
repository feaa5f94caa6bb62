import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isWritable, listAll } from '../content/files.ts';
import { keep, readKept } from '../content/kept.ts';

/*
 * The templates as Astro compiles them: a program that renders every page, and the styles, scripts
 * and fonts that pages name. It follows from the code and not from the articles, so it is kept in
 * `.cache/templates` and made anew only when code changes. So is the press itself, in one module.
 */

/** Name of the integration that makes `astro build` by hand whole; the press does its work itself. */
export const BY_HAND = 'by hand';

/** Compiled templates. */
export interface Templates {
  /** The program's entry. */
  entry: string;
  /** The files that go out as they are: assets, and what `public/` has; by path. */
  client: ReadonlyMap<string, Buffer>;
  /** The program of a thread that renders. */
  worker: string;
}

/** What is to be compiled. */
export interface Compiling {
  /** The project's folder. */
  root: string;
  /** Digest of what the templates follow from. */
  templates: string;
  /** Digest of what the press follows from. */
  press: string;
  /** Whether Astro and Vite say what they do. */
  verbose: boolean;
}

/** Files of the client, below the folder of the compiled templates. */
const CLIENT = 'client/';

/**
 * The compiled templates; from the cache, when they were compiled before. What is damaged there is
 * compiled anew.
 * @param onCompile told before they are compiled
 * @param signal ends the compiling
 */
export async function compiledTemplates(
  compiling: Compiling,
  onCompile: () => void,
  signal?: AbortSignal,
): Promise<Templates> {
  const folder = templatesFolder(compiling);
  let files = sealedFolder(folder);
  if (!files) {
    rmSync(folder, { recursive: true, force: true });
    if (!isWritable(join(compiling.root, '.astro'))) throw unwritable();
    onCompile();
    await compileBeside(compiling, signal);
    files = sealedFolder(folder);
  }
  const entry = [...(files?.keys() ?? [])].find((path) =>
    path.startsWith('program/prerender-entry'),
  );
  if (!files || entry === undefined) throw new Error('Astro has compiled no templates.');
  const client = [...files].filter(([path]) => path.startsWith(CLIENT));
  return {
    entry: join(folder, entry),
    worker: isWhole(pressFolder(compiling))
      ? join(pressFolder(compiling), 'worker.mjs')
      : fileURLToPath(new URL('./render-worker.ts', import.meta.url)),
    client: new Map(client.map(([path, bytes]) => [path.slice(CLIENT.length), bytes])),
  };
}

/** Astro keeps its types in the project, wherever else it keeps things. */
function unwritable(): Error {
  const text =
    'Templates have to be compiled, and Astro cannot write its types into ".astro". Writable have to be .astro, .cache and the folder of the site.';
  return Object.assign(new Error(text), { name: 'OwnersMistake' });
}

/** Where the compiled templates are kept. */
export function templatesFolder({ root, templates }: Compiling): string {
  return join(root, '.cache', 'templates', templates);
}

/** Where the press is kept in one module; it names files by where they lie, so the folder is in its name. */
export function pressFolder({ root, press }: Pick<Compiling, 'root' | 'press'>): string {
  const place = createHash('sha256').update(root).digest('hex').slice(0, 8);
  return join(root, '.cache', 'press', `${press}-${place}`);
}

/** Forgets what was compiled of files that were changed meanwhile: it is not what its name says. */
export function dropCompiled(compiling: Compiling): void {
  for (const folder of [templatesFolder(compiling), pressFolder(compiling)]) {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Press = typeof import('./build-site.ts');

/** Puts the press into one module where that is not kept: for the next build. */
export async function keepPress(compiling: Compiling): Promise<void> {
  if (!isWhole(pressFolder(compiling))) await compileBeside(compiling).catch(() => {});
}

/** The press in one module when that is kept, else from its source. */
export async function loadPress(kept: Pick<Compiling, 'root' | 'press'>): Promise<Press> {
  const folder = pressFolder(kept);
  if (!isWhole(folder)) return import('./build-site.ts');
  return (await import(pathToFileURL(join(folder, 'press.mjs')).href)) as Press;
}

/**
 * Compiles in a process of its own, so that content is read meanwhile.
 * @throws Error with what the compiler says
 */
async function compileBeside(compiling: Compiling, signal?: AbortSignal): Promise<void> {
  const script = fileURLToPath(new URL('./compile-process.ts', import.meta.url));
  const child = fork(script, [JSON.stringify(compiling)], {
    execArgv: [],
    // a preview compiles what a build uses; and it is no preview itself
    env: { ...process.env, NODE_ENV: 'production' },
    ...(signal && { signal }),
  });
  const stop = (): boolean => child.kill();
  process.once('exit', stop);
  let said = '';
  child.on('message', (message) => {
    said = String(message);
  });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  process.off('exit', stop);
  if (code !== 0) throw new Error(said || `The compiler of templates ended with ${code}.`);
}

/** Name of the list of a folder's files with their digests. */
const SEAL = 'files.json';

/** Writes down what is in a folder, so that it is known to be whole. */
export function sealFolder(folder: string): void {
  const files = listAll(folder)
    .filter((path) => path !== SEAL)
    .map((path) => [path, digestOf(readFileSync(join(folder, path)))]);
  keep(join(folder, SEAL), Buffer.from(JSON.stringify(files)));
}

function isWhole(folder: string): boolean {
  return sealedFolder(folder) !== undefined;
}

/** The files of a sealed folder by path; undefined when it is not there or not whole. */
function sealedFolder(folder: string): Map<string, Buffer> | undefined {
  const list = readKept(join(folder, SEAL));
  if (!list) return undefined;
  try {
    const files = new Map<string, Buffer>();
    for (const [path, digest] of JSON.parse(list.toString()) as [string, string][]) {
      const bytes = readFileSync(join(folder, path));
      if (digestOf(bytes) !== digest) return undefined;
      files.set(path, bytes);
    }
    return files;
  } catch {
    return undefined;
  }
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}
