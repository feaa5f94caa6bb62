import { plainPath } from '../lib/plain-path.ts';
import { safeDecode } from '../lib/text.ts';
import type { Manifest } from './manifest.ts';

/**
 * The links of the pages of a build: each address is kept once, with the page that has it first,
 * since pages share most of theirs. A page is looked over as it is written.
 */
export class Links {
  readonly #pages = new Map<string, string>();
  /** Pages that break off. */
  readonly unfinished: string[] = [];

  /** Notes where a page's links, images, scripts and styles lead. */
  add(page: string, html: string): void {
    if (!html.includes('</html>')) this.unfinished.push(page);
    for (const address of addresses(html)) {
      // a copy: the address itself is a piece of its page, and would keep all of it in memory
      if (!this.#pages.has(address)) this.#pages.set(Buffer.from(address).toString(), page);
    }
  }

  /**
   * Addresses of this site at which the release has nothing, with a page that has each.
   * @param base base path of the site, with slashes at both ends
   * @param moved old paths that lead on, as {@link plainPath} has them
   */
  broken(
    files: Manifest['files'],
    base: string,
    moved: ReadonlySet<string> = new Set(),
  ): [address: string, page: string][] {
    return [...this.#pages].filter(
      ([address]) =>
        isMissing(address, files, base) &&
        // hosts send readers on, and the check has said so
        isMissing(address.replace(/(?<=[^/])(?=[?#]|$)/, '/'), files, base) &&
        !moved.has(plainPath(address)),
    );
  }
}

/**
 * Looks a build over before it becomes the site: every page is there and whole, no file is empty,
 * every link leads to a file of the release, and so does every address that is known beforehand.
 * @param listed paths with the base path
 * @param moved old paths that lead on, with the base path
 * @returns what is wrong, a sentence each
 */
export function verify(
  { pages, files }: Manifest,
  links: Links,
  base: string,
  listed: readonly string[] = [],
  moved: ReadonlySet<string> = new Set(),
): string[] {
  return [
    ...(Object.keys(pages).length === 0 ? ['The build has no pages.'] : []),
    ...Object.entries(pages)
      .filter(([, { file }]) => !files[file])
      .map(([path, { file }]) => `The page ${path} was not written to ${file}.`),
    ...Object.entries(files)
      // what an owner puts there empty is to be empty: a proof for a host, `.nojekyll`
      .filter(([, { size, from }]) => size === 0 && from !== 'public')
      .map(([path]) => `${path} is empty.`),
    ...links.unfinished.map((page) => `${page} breaks off before its end.`),
    ...links
      .broken(files, base, moved)
      .map(([address, page]) => `${page} links to ${address}, which is not there.`),
    ...listed
      .filter((path) => isMissing(path, files, base))
      .map((path) => `${path} is an address of the site, and nothing was made for it.`),
  ];
}

/**
 * Values of `href` and `src` in the tags of a page as it is written out: quoted, with no space around
 * `=`. What stands in a text, or in another attribute's value, is no link.
 */
function* addresses(html: string): Generator<string> {
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    for (;;) {
      const value = html.indexOf('="', at);
      const close = html.indexOf('>', at);
      if (value < 0 || close < value) {
        at = Math.max(at + 1, close);
        break;
      }
      const end = html.indexOf('"', value + 2);
      const name = html.slice(value - 5, value);
      if (name === ' href' || name.endsWith(' src')) yield html.slice(value + 2, end);
      at = end + 1;
    }
  }
}

function isMissing(address: string, files: Manifest['files'], base: string): boolean {
  const [path = ''] = address.replaceAll('&amp;', '&').split(/[?#]/);
  if (!path.startsWith('/') || path.startsWith('//')) return false;
  if (!path.startsWith(base)) return true;
  const file = safeDecode(path.slice(base.length));
  return !files[file === '' || file.endsWith('/') ? `${file}index.html` : file];
}
