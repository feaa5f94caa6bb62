import { percentDecoded } from '../lib/text.ts';

/** What two addresses have in common that a disk, a host or a reader may take for one. */
export function addressKey(address: string): string {
  return decoded(pathOf(address))
    .replace(/^\/+|\/+$/g, '')
    .replace(/(?:^|\/)index\.html$/, '')
    .normalize('NFC')
    .toLowerCase();
}

/** Without its encoding, if it has one; an encoded slash is none. */
export function decoded(path: string): string {
  return percentDecoded(path.replace(/%(?=2f)/gi, '%25')) ?? path;
}

/** An old address may be a whole one. */
export function pathOf(address: string): string {
  return address.replace(/^https?:\/\/[^/]+/, '');
}
