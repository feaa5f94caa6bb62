import { posix } from 'node:path';
import { type Tag, tagsOf } from '../lib/tags.ts';

/*
 * A built site that opens from a folder, without a server, as it is sent in an archive. Search
 * stays away there, since browsers run no modules from disk; everything reads.
 * Nor do they load fonts ahead from there, so the fonts are waited for.
 */

/** An address of the site as a path from the folder of the file that names it. */
function relativePath(address: string, file: string, base: string): string {
  const cut = address.search(/[?#]/);
  const path = cut < 0 ? address : address.slice(0, cut);
  if (!path.startsWith(base) || path.startsWith('//')) return address;
  const target = path.slice(base.length);
  const page = target === '' || target.endsWith('/') ? `${target}index.html` : target;
  return posix.relative(posix.dirname(file), page) + address.slice(path.length);
}

/**
 * A page whose addresses on the site lead from file to file.
 * @param file path of the page below the site's folder
 * @param base base path of the site, with slashes at both ends
 */
export function portablePage(html: string, file: string, base: string): string {
  const relative = (address: string) => relativePath(address, file, base);
  const pieces: string[] = [];
  let done = 0;
  const write = (start: number, end: number, text: string) => {
    pieces.push(html.slice(done, start), text);
    done = end;
  };
  for (const tag of tagsOf(html)) {
    if (isRefused(tag, html)) {
      write(tag.start, tag.name === 'script' ? html.indexOf('>', tag.end) + 1 : tag.end, '');
      continue;
    }
    for (const { name, value } of tag.attributes) {
      const text = html.slice(value.start, value.end);
      if (name === 'href' || name === 'src') write(value.start, value.end, relative(text));
      if (name === 'srcset') write(value.start, value.end, portableSet(text, relative));
    }
  }
  return pieces.join('') + html.slice(done);
}

/** Whether browsers refuse to load from disk what a tag asks for. */
function isRefused({ name, attributes }: Tag, html: string): boolean {
  const has = (wanted: string, text: string) =>
    attributes.some(
      ({ name, value }) => name === wanted && html.slice(value.start, value.end) === text,
    );
  return name === 'script' ? has('type', 'module') : name === 'link' && has('as', 'font');
}

/** The candidates of a `srcset`: addresses, each with a width. */
function portableSet(list: string, relative: (address: string) => string): string {
  const candidates = list.split(', ').map((candidate) => {
    const [address = '', ...size] = candidate.split(' ');
    return [relative(address), ...size].join(' ');
  });
  return candidates.join(', ');
}

/** A stylesheet in the same way. */
export function portableStyle(css: string, file: string, base: string): string {
  const waiting = css.replaceAll(/font-display:\s*fallback/g, 'font-display:block');
  return waiting.replace(
    /url\((["']?)([^"')]+)\1\)/g,
    (_, quote: string, address: string) =>
      `url(${quote}${relativePath(address, file, base)}${quote})`,
  );
}
