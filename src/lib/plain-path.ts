import { safeDecode } from './text.ts';

/** An alias is a path below the base path, since a site may move, or a whole address. */
export function oldPath(alias: string, base: string): string {
  const path = plainPath(alias);
  return /^https?:\/\//.test(alias) ? path : trimPath(base + path.slice(1));
}

/** The path of an address, decoded and trimmed: `/caf%C3%A9/`, `/café` and `https://example.org/café/` are one. */
export function plainPath(address: string): string {
  const isWhole = /^https?:\/\//.test(address) && URL.canParse(address);
  const path = isWhole ? new URL(address).pathname : address;
  return trimPath(safeDecode(path.split(/[?#]/)[0] ?? ''));
}

/** A decoded path in Unicode form C with one slash before it and none after it; the root is `/`. */
export function trimPath(path: string): string {
  return `/${path.replace(/^\/+|\/+$/g, '')}`.normalize('NFC');
}

/**
 * A link as it is written out.
 * @param moved where links lead that lead elsewhere than they say, by their paths
 */
export function leadingTo(href: string, moved: Readonly<Record<string, string>>): string {
  const end = href.search(/[?#]|$/);
  const to = href.startsWith('/') ? moved[plainPath(href.slice(0, end))] : undefined;
  return to === undefined ? href : to + href.slice(end);
}
