import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { listAll } from '../../src/content/files.ts';
import { inParallel } from '../../src/lib/parallel.ts';
import { Routes } from '../../src/record/routes.ts';
import type { Site } from '../../src/record/site.ts';
import { isDeep, UNCOMPRESSED } from './deep.ts';
import { FIXTURES, type FixtureName, fixtureSite } from './fixtures.ts';
import { forgetTemplates } from './kept-templates.ts';
import { Project } from './project.ts';

/** A built site. Nothing may change it: all tests look at the same. */
export class BuiltSite {
  readonly name: string;
  /** The folder that it is in. */
  readonly dir: string;
  /** Public address, with a slash at its end. */
  readonly url: string;
  readonly locale: string;
  /** IANA time zone of bare dates. */
  readonly zone: string;
  /** Whether its texts have compressed twins: to make those of all takes long. */
  readonly isCompressed: boolean;
  /** Its addresses, without the base path. */
  readonly routes: Routes;

  constructor(
    name: string,
    dir: string,
    { url, locale, zone, addresses }: Pick<Site, 'url' | 'locale' | 'zone' | 'addresses'>,
  ) {
    this.name = name;
    this.dir = dir;
    this.url = url;
    this.locale = locale;
    this.zone = zone;
    this.isCompressed = isDeep || ['english', 'german'].includes(name);
    this.routes = Routes.rootless({ addresses });
  }

  /** Paths of the pages of articles, and of the notices of those that are gone. */
  articles(): string[] {
    const isArticle = /<body class="(?:article|missing)"/;
    return this.pages().filter((path) => path !== '404.html' && isArticle.test(this.file(path)));
  }

  /** Paths of all files. */
  files(): string[] {
    return listAll(this.dir);
  }

  /** Text of a file. */
  file(path: string): string {
    return readFileSync(join(this.dir, path), 'utf8');
  }

  /** Paths of all pages. */
  pages(): string[] {
    return this.files().filter((path) => path.endsWith('.html'));
  }

  /** Paths of the pages that say something: not those that only lead on to another. */
  readPages(): string[] {
    return this.pages().filter((path) => !this.file(path).includes('http-equiv="refresh"'));
  }
}

const folder = fileURLToPath(new URL('../../.cache/test-sites/', import.meta.url));

function builtFixture(name: FixtureName): BuiltSite {
  return new BuiltSite(name, join(folder, name), fixtureSite(name));
}

/** The built site of every fixture. */
export const SITES: readonly BuiltSite[] = (Object.keys(FIXTURES) as FixtureName[]).map(
  builtFixture,
);
/** That of the English fixture, which has everything. */
export const ENGLISH = builtFixture('english');

/** Vitest's global set-up: every fixture is built once for all tests that look at it. */
export async function setup({ config }: TestProject): Promise<void> {
  // each group of tests has a set-up of its own in this process; a developer may keep the last sites
  if (process.env.TEST_SITES_BUILT === 'yes') return;
  const sites = globalThis as { testSites?: Promise<void> };
  sites.testSites ??= buildAll(config.env?.TEST_DEEP === 'yes');
  await sites.testSites;
}

async function buildAll(isDeep: boolean): Promise<void> {
  forgetTemplates();
  await inParallel(Object.keys(FIXTURES) as FixtureName[], 2, (name) => build(name, isDeep));
}

async function build(name: FixtureName, isDeep: boolean): Promise<void> {
  const project = Project.of(name);
  const { dir, isCompressed } = builtFixture(name);
  try {
    await project.buildOnce(isCompressed || isDeep ? {} : UNCOMPRESSED);
    rmSync(dir, { recursive: true, force: true });
    // times too: they follow from what files hold
    cpSync(join(project.root, 'dist'), dir, { recursive: true, preserveTimestamps: true });
  } finally {
    project.remove();
  }
}
