import { join } from 'node:path';
import { readForNow } from './bytes.ts';
import type { Manifest } from './manifest.ts';

/**
 * Looks a build over before it becomes the site: no empty file, every page whole, every link of the
 * new pages leads to a file of the release.
 *
 * @param staged paths of the files that this build wrote
 * @param base base path of the site, with slashes at both ends
 * @returns what is wrong, a sentence each
 */
export function verify(
  next: Manifest,
  staging: string,
  staged: readonly string[],
  base: string,
): string[] {
  const wrong: string[] = [];
  const isBroken = linkJudge(next, base);
  if (Object.keys(next.pages).length === 0) wrong.push('The build has no pages.');
  for (const [path, { file }] of Object.entries(next.pages)) {
    if (!next.files[file]) wrong.push(`The page ${path} was not written to ${file}.`);
  }
  for (const path of staged) {
    if (next.files[path]?.size === 0) wrong.push(`${path} is empty.`);
    if (!path.endsWith('.html')) continue;
    const html = readForNow(join(staging, path)).toString('utf8');
    if (!html.includes('</html>')) wrong.push(`${path} breaks off before its end.`);
    for (const target of brokenLinks(html, isBroken))
      wrong.push(`${path} links to ${target}, which is not there.`);
  }
  return wrong;
}

/** Addresses in a page, links and files, that lead nowhere. */
function brokenLinks(html: string, isBroken: (address: string) => boolean): string[] {
  const addresses = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, it = '']) => it);
  return [...new Set(addresses.filter(isBroken))];
}

/**
 * Tells of an address whether it is on this site and the release does not have it. Pages share most
 * of theirs, so each is looked up once.
 */
function linkJudge(next: Manifest, base: string): (address: string) => boolean {
  const judged = new Map<string, boolean>();
  return (address) => {
    const known = judged.get(address);
    if (known !== undefined) return known;
    const missing = isMissing(address, next, base);
    // a copy: the address itself is a piece of its page, and would keep all of it in memory
    judged.set(Buffer.from(address).toString(), missing);
    return missing;
  };
}

function isMissing(address: string, next: Manifest, base: string): boolean {
  const [path = ''] = address.replaceAll('&amp;', '&').split(/[?#]/);
  if (!path.startsWith('/') || path.startsWith('//')) return false;
  if (!path.startsWith(base)) return true;
  const file = safeDecode(path.slice(base.length));
  return !next.files[file === '' || file.endsWith('/') ? `${file}index.html` : file];
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
