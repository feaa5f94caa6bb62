/** What is wrong with a web address: the end of a sentence about it, and what to do. */
export interface AddressMistake {
  what: string;
  fix: string;
}

/** Names of the machine on which they are read. */
const OWN = /^(?:(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])\.?$/;

/**
 * What is wrong with an address that begins with `http:` or `https:`; the one judge of them, whether
 * they stand in a text, in a field or in a component.
 * @param instead what to do about one that leads to the writer's own computer
 */
export function addressMistake(
  address: string,
  instead = 'Use its public address.',
): AddressMistake | undefined {
  const [, written] = /^https?:\/\/([^/?#]+)/i.exec(address) ?? [];
  const host = URL.canParse(address) ? new URL(address).hostname : undefined;
  if (written === undefined || host === undefined) {
    return { what: 'is not complete', fix: 'Write it as https://example.org/page.' };
  }
  if (/^https?:?$/i.test(written)) {
    return { what: 'has "http" twice', fix: 'Remove one of them.' };
  }
  const [sign] = /[,;!'"()]/.exec(host) ?? [];
  if (sign !== undefined) {
    return { what: `has a "${sign}" in the name of its host`, fix: 'Remove it.' };
  }
  return OWN.test(host) ? { what: 'leads to your own computer', fix: instead } : undefined;
}
