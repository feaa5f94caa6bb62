import { posix } from 'node:path';

/*
 * A built site that opens from a folder, without a server, as it is sent in an archive. Search
 * and the other scripts stay away there, since browsers run no modules from disk; everything reads.
 * Nor do they load fonts ahead from there, so the fonts are waited for.
 */

/** What browsers refuse to load from disk. */
const REFUSED = /<link rel="preload"[^>]* as="font"[^>]*>|<script type="module"[^>]*><\/script>/g;

/** An address of the site as a path from the folder of the file that names it. */
function relativePath(address: string, file: string, base: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address) ?? [];
  if (!path.startsWith(base) || path.startsWith('//')) return address;
  const target = path.slice(base.length);
  const page = target === '' || target.endsWith('/') ? `${target}index.html` : target;
  return posix.relative(posix.dirname(file), page) + rest;
}

/**
 * A page whose addresses on the site lead from file to file.
 * @param file path of the page below the site's folder
 * @param base base path of the site, with slashes at both ends
 */
export function portablePage(html: string, file: string, base: string): string {
  return html
    .replace(REFUSED, '')
    .replace(
      /(\s(?:href|src)=")([^"]*)"/g,
      (_, name: string, address: string) => `${name}${relativePath(address, file, base)}"`,
    )
    .replace(/(\ssrcset=")([^"]*)"/g, (_, name: string, list: string) => {
      const candidates = list.split(/,\s+/).map((candidate) => {
        const [address = '', size = ''] = candidate.split(/\s+/);
        return `${relativePath(address, file, base)} ${size}`.trim();
      });
      return `${name}${candidates.join(', ')}"`;
    });
}

/** A stylesheet in the same way. */
export function portableStyle(css: string, file: string, base: string): string {
  const waiting = css.replaceAll(/font-display:\s*optional/g, 'font-display:block');
  return waiting.replace(
    /url\((["']?)([^"')]+)\1\)/g,
    (_, quote: string, address: string) =>
      `url(${quote}${relativePath(address, file, base)}${quote})`,
  );
}
