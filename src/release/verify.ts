import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
  if (Object.keys(next.pages).length === 0) wrong.push('The build has no pages.');
  for (const [path, { file }] of Object.entries(next.pages)) {
    if (!next.files[file]) wrong.push(`The page ${path} was not written to ${file}.`);
  }
  for (const path of staged) {
    if (next.files[path]?.size === 0) wrong.push(`${path} is empty.`);
    if (!path.endsWith('.html')) continue;
    const html = readFileSync(join(staging, path), 'utf8');
    if (!html.includes('</html>')) wrong.push(`${path} breaks off before its end.`);
    for (const target of brokenLinks(html, next, base))
      wrong.push(`${path} links to ${target}, which is not there.`);
  }
  return wrong;
}

/** Addresses on this site in a page, links and files, that the release does not have. */
function brokenLinks(html: string, next: Manifest, base: string): string[] {
  const broken = new Set<string>();
  for (const [, address = ''] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
    const [path = ''] = address.replaceAll('&amp;', '&').split(/[?#]/);
    if (!path.startsWith('/') || path.startsWith('//')) continue;
    if (!path.startsWith(base)) {
      broken.add(address);
      continue;
    }
    const file = safeDecode(path.slice(base.length));
    const candidates = file === '' || file.endsWith('/') ? [`${file}index.html`] : [file];
    if (!candidates.some((candidate) => next.files[candidate])) broken.add(address);
  }
  return [...broken];
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
