import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listAll } from '../../src/content/files.ts';
import type { Manifest } from '../../src/press/manifest.ts';
import { type Entry, makeEntry, writeFiles } from './corpus.ts';

/** Who takes part: a generator of sites, with a way to set up a site for it. */
export interface Contender {
  name: string;
  version: string;
  /** Whether it is this project: the others are compared with it. */
  ours: boolean;
  /** Sets up a site with these entries in a folder of its own. */
  open(entries: readonly Entry[]): Promise<BenchSite>;
}

/** A site that a contender builds again and again. */
export interface BenchSite {
  folder: string;
  /** The built site, below `folder`. */
  out: string;
  /** Caches below `folder`, which a cold build does not have. */
  caches: readonly string[];
  line: readonly string[];
  env: Readonly<Record<string, string>>;
  /** An entry as a file of this site: path below `folder`, text. */
  file(entry: Entry): [path: string, text: string];
  /** The files of the built site, to compare two builds. */
  manifest(): Manifest | undefined;
}

/** What happens to a site before it is built. */
export const STEPS = ['cold', 'none', 'edit', 'add', 'story', 'delete'] as const;
export type Step = (typeof STEPS)[number];

/** Brings a site with `entries` from the step before to the point where the measured build begins. */
export function prepare(site: BenchSite, entries: readonly Entry[], step: Step): void {
  const middle = entries[Math.floor(entries.length / 2)];
  if (!middle) throw new Error('A corpus needs one article at least: --sizes 1.');
  const write = (entry: Entry) => writeFiles(site.folder, Object.fromEntries([site.file(entry)]));
  const remove = (path: string) =>
    rmSync(join(site.folder, path), { recursive: true, force: true });
  switch (step) {
    case 'cold':
      write(middle);
      remove(site.file(newEntry(entries.length))[0]);
      remove(site.file(newPart(entries.length))[0]);
      for (const path of [site.out, ...site.caches]) remove(path);
      return;
    case 'none':
      return;
    case 'edit':
      write({ ...middle, markdown: `Amended. ${middle.markdown}`, mdx: `Amended. ${middle.mdx}` });
      return;
    case 'add':
      write(newEntry(entries.length));
      return;
    case 'story':
      write(newPart(entries.length));
      return;
    case 'delete':
      remove(site.file(middle)[0]);
      return;
  }
}

/** The entry that is added to a corpus of `n`: the newest, under one topic, in no storyline. */
export function newEntry(n: number): Entry {
  const { storyline: _, ...entry } = makeEntry(n, n);
  return { ...entry, tags: ['topic-1'] };
}

/** The entry that is added next: under three topics, the next part of a storyline. */
export function newPart(n: number): Entry {
  return {
    ...makeEntry(n, n, 2),
    number: `25-${n + 2}`,
    tags: ['topic-1', 'topic-2', 'topic-3'],
    storyline: `line-${Math.floor((n - 1) / 40)}`,
  };
}

/** A copy of a folder of templates in a temporary folder, with what is installed for it. */
export function copyTemplate(template: string, modules?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  cpSync(template, folder, { recursive: true });
  if (modules !== undefined) symlinkSync(modules, join(folder, 'node_modules'));
  return folder;
}

/** A manifest of any built site: its files as they are. */
export function manifestOf(folder: string): Manifest {
  const files = listAll(folder).map((path) => {
    const bytes = readFileSync(join(folder, path));
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    return [path, { hash, size: bytes.length, from: '' }] as const;
  });
  return { version: 1, code: '', pages: {}, steps: {}, files: Object.fromEntries(files) };
}
