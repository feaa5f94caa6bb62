import { join } from 'node:path';
import { readManifest } from '../../src/press/manifest.ts';
import { Project, TEST_NOW } from '../support/project.ts';
import type { Contender } from './contender.ts';
import { articleFile, corpusFiles } from './corpus.ts';

/** What is measured apart from the rest. */
const VARIANTS = [
  // no other generator here searches, draws cards or compresses what it writes
  { name: 'Coin Docket', without: 'search,cards,compress' },
  { name: '+ search', without: 'cards,compress' },
  { name: '+ cards', without: 'compress' },
  { name: '+ compression', without: '' },
] as const;

/** The variant that is compared with others, those with one step more each, and the one with everything. */
export const CORE = VARIANTS[0].name;
export const WITH_SEARCH = VARIANTS[1].name;
export const WITH_CARDS = VARIANTS[2].name;
export const FULL = VARIANTS[3].name;

/** This project, without and with what others do not have. */
export function ours(): Contender[] {
  return VARIANTS.map(({ name, without }) => ({
    name,
    version: 'working tree',
    ours: true,
    async open(entries) {
      const project = new Project({
        ...corpusFiles(entries.length),
        'content/pages/about.mdx':
          '---\ntitle: About\ndescription: What this is.\n---\n\nA record.\n',
      });
      // lists as long as a publication of this size has them
      project.configure({
        counts: { home: 8, page: 50, related: 3 },
        feeds: { site: 50, section: 30 },
      });
      return {
        folder: project.root,
        out: 'dist',
        caches: ['.cache', '.astro'],
        line: [
          process.execPath,
          '-r',
          './src/cli/require-node.cjs',
          join('src', 'cli', 'build.ts'),
        ],
        env: { SITE_NOW: TEST_NOW, SITE_WITHOUT: without, ...QUIET },
        file: (entry) => [`content/articles/${entry.id}.mdx`, articleFile(entry)],
        manifest: () =>
          readManifest(join(project.root, '.cache', 'releases', 'dist', 'manifest.json')),
      };
    },
  }));
}

/** The environment of every build of the bench: what npm and a terminal add must not matter. */
export const QUIET = { ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: '', NO_COLOR: '1' };
