/* The parts of HTTP that a server of files must read (RFC 9110). */

/** Whether Accept-Encoding takes a coding (RFC 9110, 12.5.3): named, or `*`, and not at `q=0`. */
export function accepts(header: string | string[] | undefined, coding: string): boolean {
  const offers = String(header ?? '')
    .split(',')
    .map((offer) =>
      offer
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/),
    );
  const offer = offers.find(([name]) => name === coding) ?? offers.find(([name]) => name === '*');
  return offer !== undefined && !offer.some((part) => /^q=0(?:\.0*)?$/.test(part));
}

/** If-None-Match (RFC 9110, 13.1.2): weak comparison. */
export function matches(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((given) => ['*', tag, `W/${tag}`].includes(given.trim()));
}

/** One byte range (RFC 9110, 14.1.2); several, or what is not a range, is the whole. */
export function readRange(
  header: string | undefined,
  size: number,
): readonly [first: number, last: number] | 'whole' | 'none' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  const [, from = '', to = ''] = match ?? [];
  if (!match || (from === '' && to === '')) return 'whole';
  if (from !== '' && to !== '' && Number(to) < Number(from)) return 'whole';
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first > last ? 'none' : [first, last];
}
