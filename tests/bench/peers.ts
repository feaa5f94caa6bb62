import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Contender, copyTemplate, manifestOf } from './contender.ts';
import { type Entry, writeFiles } from './corpus.ts';
import { QUIET } from './ours.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const templates = fileURLToPath(new URL('peers', import.meta.url));

/** A generator as the bench sets it up. */
interface Peer {
  name: string;
  version: string;
  /** Folder of its templates in `peers/`. */
  template: string;
  /** Its packages, when it comes from npm. */
  modules?: string;
  line: readonly string[];
  out: string;
  caches: readonly string[];
  /** Path of an entry below the site's folder. */
  path(entry: Entry): string;
}

/** Other generators, as far as they can be had here, and a sentence for each that cannot. */
export function peers(): { contenders: Contender[]; missing: string[] } {
  const found: Peer[] = [];
  const missing: string[] = [];
  for (const find of [findEleventy, findAstro, findHugo]) {
    const result = find();
    if (typeof result === 'string') missing.push(result);
    else found.push(...result);
  }
  return { contenders: found.map(contender), missing };
}

function contender(peer: Peer): Contender {
  return {
    name: peer.name,
    version: peer.version,
    ours: false,
    async open(entries) {
      const folder = copyTemplate(join(templates, peer.template), peer.modules);
      const file = (entry: Entry): [string, string] => [peer.path(entry), plainFile(entry)];
      writeFiles(folder, Object.fromEntries(entries.map(file)));
      return {
        folder,
        out: peer.out,
        caches: peer.caches,
        line: peer.line,
        env: QUIET,
        file,
        manifest: () => manifestOf(join(folder, peer.out)),
      };
    },
  };
}

/** An entry as every other generator reads it. */
function plainFile(entry: Entry): string {
  return `---
title: ${JSON.stringify(entry.title)}
description: ${JSON.stringify(entry.description)}
date: ${entry.date}
tags: [${entry.tags.join(', ')}]
---

${entry.markdown}
`;
}

function findEleventy(): Peer[] | string {
  const modules = install('eleventy');
  if (modules === undefined) return cannotInstall('Eleventy');
  return [
    {
      name: 'Eleventy',
      version: versionOf(modules, '@11ty/eleventy'),
      template: 'eleventy',
      modules,
      line: [process.execPath, join('node_modules', '@11ty', 'eleventy', 'cmd.cjs'), '--quiet'],
      out: '_site',
      caches: ['.cache'],
      path: ({ id }) => `content/blog/${id}.md`,
    },
  ];
}

function findAstro(): Peer[] | string {
  const modules = install('astro');
  if (modules === undefined) return cannotInstall('Astro');
  const version = versionOf(modules, 'astro');
  const astro = (name: string, extension: 'md' | 'mdx'): Peer => ({
    name,
    version,
    template: 'astro',
    modules,
    line: [
      process.execPath,
      join('node_modules', 'astro', 'bin', 'astro.mjs'),
      'build',
      '--silent',
      '--config',
      `astro.config.${extension}.mjs`,
    ],
    out: 'dist',
    caches: ['.cache', '.astro'],
    path: ({ id }) => `src/content/posts/${id}.${extension}`,
  });
  return [astro('Astro, .md', 'md'), astro('Astro, .mdx and remark-gfm', 'mdx')];
}

function findHugo(): Peer[] | string {
  const { stdout, error } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  if (error) return 'Hugo is not here: left out. Install it with "apt-get install hugo".';
  return [
    {
      name: 'Hugo',
      version: /v(\d[\d.]*)/.exec(stdout)?.[1] ?? 'of unknown version',
      template: 'hugo',
      line: ['hugo', '--quiet'],
      out: 'public',
      caches: ['resources', '.hugo_build.lock'],
      path: ({ id }) => `content/posts/${id}.md`,
    },
  ];
}

/**
 * Installs a peer's packages, once, apart from the project's own.
 * @returns its `node_modules`, or undefined when npm cannot install them
 */
function install(name: string): string | undefined {
  const wanted = join(templates, name, 'package.json');
  const folder = join(root, '.cache', 'bench', name);
  const mark = join(folder, 'installed.json');
  const modules = join(folder, 'node_modules');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === readFileSync(wanted, 'utf8')) {
    return modules;
  }
  mkdirSync(folder, { recursive: true });
  copyFileSync(wanted, join(folder, 'package.json'));
  console.error(`Installing ${name} …`);
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
    stdio: 'ignore',
  });
  if (status !== 0) return undefined;
  copyFileSync(wanted, mark);
  return modules;
}

function cannotInstall(name: string): string {
  return `${name} is left out: npm could not install it. It needs the network once.`;
}

function versionOf(modules: string, name: string): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(join(modules, name, 'package.json'), 'utf8'),
  );
  return manifest.version;
}
