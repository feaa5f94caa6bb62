import { existsSync, readdirSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asciiSlug } from '../lib/slug.ts';
import { type ReleasePlace, realFolder } from '../press/place.ts';
import { fail } from './say.ts';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where a site with drafts and future entries is built: never where the public one is. */
export const DRAFTS = '.cache/drafts';

/**
 * The folder of the built site, as an absolute path: `SITE_OUT` if it is set, else `dist/`.
 * @param drafts whether the site with drafts and future entries is meant
 */
export function siteFolder(drafts = false): string {
  // Windows' "set SITE_OUT=web & npm run build" has a blank at its end
  return resolve(root, drafts ? DRAFTS : process.env.SITE_OUT?.trim() || 'dist');
}

/** The folder of what is known of a built site's releases: another one for every folder of a site. */
export function stateFolder(dist: string): string {
  const inside = relative(root, dist);
  const isOutside = isAbsolute(inside) || inside.startsWith('..');
  const name = isOutside ? `outside-${asciiSlug(dist)}` : asciiSlug(inside) || 'site';
  return join(root, '.cache', 'releases', name);
}

/**
 * The folder of the built site, behind a link where it is one, and the folder of its releases.
 * @param drafts whether the site with drafts and future entries is meant
 */
export function sitePlace(drafts = false): ReleasePlace {
  const named = siteFolder(drafts);
  const dist = realFolder(named);
  return { dist, state: stateFolder(named), stays: dist !== named };
}

/** Where something is that was named on the command line, as an absolute path; undefined when it is nowhere. */
export function findNamed(path: string): string | undefined {
  return places(path).find((place) => existsSync(place));
}

/**
 * Files and folders of the project that were named on the command line, as paths from its root with
 * forward slashes; the root itself is the empty path. One that is not there ends the command with a
 * sentence.
 */
export function projectPaths(named: readonly string[]): string[] {
  return named.map((path) => {
    const there = places(path).filter((place) => existsSync(place));
    // an article may be named by its slug alone
    if (there.length === 0) there.push(...articlesNamed(path));
    if (there.length === 0) fail(`There is no file or folder "${path}".`);
    const [inside] = there
      .map((place) => relative(root, place).replaceAll('\\', '/'))
      .filter((place) => !isAbsolute(place) && !/^\.\.(?:\/|$)/.test(place));
    return inside ?? fail(`"${path}" is not in this project.`);
  });
}

/** The files of articles with a slug, whatever their year. */
function articlesNamed(slug: string): string[] {
  const folder = join(root, 'content/articles');
  return existsSync(folder) && !slug.includes('/')
    ? readdirSync(folder)
        .flatMap((year) => ['mdx', 'md'].map((end) => join(folder, year, `${slug}.${end}`)))
        .filter((file) => existsSync(file))
    : [];
}

/** Whether one of the project's paths is another, or lies below it. */
export function isWithin(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

/**
 * What a path may mean. npm runs a command in the root and says in `INIT_CWD` where the person is;
 * the paths that commands print begin at the root.
 */
function places(path: string): string[] {
  return [process.env.INIT_CWD || '.', '.', root].map((base) => resolve(base, path));
}
