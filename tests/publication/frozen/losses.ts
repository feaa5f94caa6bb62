import type { FrozenList } from './list.ts';
import type { Anchor, BuiltSite } from './site.ts';

/** How an address answers. */
export interface Answer {
  status: number;
  /** Where a redirect leads, a path from the site's root. */
  to?: string | undefined;
}

const TAKE = 'npx node tests/publication/frozen/take.ts';

/**
 * What a site has lost of a list, or gives another meaning now: a line each, with what it was and
 * what to do.
 * @param answer asks the served site for an address
 */
export async function losses(
  { addresses, anchors }: FrozenList,
  site: BuiltSite,
  answer: (address: string) => Promise<Answer>,
): Promise<string[]> {
  const places = new Map<string, string>();
  const lost: string[] = [];
  for (const [key, meaning] of addresses) {
    const [kind = '', address = ''] = key.split(' ');
    if (kind === 'identity' || kind === 'item') continue;
    const first = await answer(address);
    const { status } = first.to === undefined ? first : await answer(first.to);
    const place = first.to ?? address;
    if (status === 200) places.set(address, place);
    lost.push(...lostAddress(kind, address, meaning, { status, to: first.to }, site));
  }
  for (const [key, meaning] of addresses) {
    const [kind, id = ''] = key.split(' ');
    if (kind === 'item') lost.push(...lostItem(id, meaning.split(' '), places, addresses, site));
  }
  for (const [address, { source, anchors: held }] of anchors) {
    const page = site.pages.get(places.get(address) ?? '');
    if (page?.source !== source) continue;
    const though = source === '-' ? '' : ', though the text is the same';
    for (const [id, was] of held) {
      lost.push(...lostAnchor(`${address}#${id}`, was, page.anchors.get(id), though));
    }
  }
  return lost;
}

/** Pages whose text is no longer the one that is listed, so that their anchors are not held. */
export function rewritten({ anchors }: FrozenList, { pages }: BuiltSite): string[] {
  return [...anchors].flatMap(([address, { source }]) => {
    const now = pages.get(address);
    return now && now.source !== source ? [address] : [];
  });
}

function lostAddress(
  kind: string,
  address: string,
  meaning: string,
  { status, to }: Answer,
  site: BuiltSite,
): string[] {
  if (kind === 'gone') {
    return status === 410 || status === 200
      ? []
      : [`${address} was withdrawn and answers ${status}; it must answer 410.`];
  }
  if (kind === 'redirect') {
    return status === 200 && to !== undefined && to === (site.pages.has(meaning) ? meaning : to)
      ? []
      : [
          `${address} led to ${meaning} and ${to === undefined ? `answers ${status}` : `leads to ${to}`}. Put the old address back under "aliases" of what is at ${meaning}.`,
        ];
  }
  const what = meaning === '' || kind !== 'page' ? `a ${kind}` : `the page "${meaning}"`;
  // an article may be withdrawn
  if (kind === 'page' && status === 410) return [];
  if (status !== 200) {
    return [
      `${address} was ${what} and answers ${status}. Put it back, or write it under "aliases" of what replaces it.`,
    ];
  }
  const now = site.pages.get(to ?? address)?.meaning ?? site.feeds.get(to ?? address)?.id ?? '';
  // what has lost its last entry, or moved, leads on, and its feed with it
  if (now === meaning || kind === 'file' || (to !== undefined && !isNumber(meaning))) return [];
  if (kind === 'feed') {
    return [
      `${address} had the feed id "${meaning}" and has "${now}" now. Feed readers know it by the first: put it back.`,
    ];
  }
  const at = to === undefined ? 'is' : `leads to ${to}, which is`;
  return [
    `${address} was ${what} and ${at} "${now}" now. Put it back; if an editor renamed it, run "${TAKE} ${address}".`,
  ];
}

function isNumber(meaning: string): boolean {
  return /^\d{2}-\d+$/.test(meaning);
}

function lostItem(
  id: string,
  [page = '', ...feeds]: readonly string[],
  places: ReadonlyMap<string, string>,
  listed: ReadonlyMap<string, string>,
  { feeds: present }: BuiltSite,
): string[] {
  return feeds.flatMap((address) => {
    const items = present.get(places.get(address) ?? '')?.items;
    // a feed that is gone is told of above
    if (!items) return [];
    const now = items.get(id);
    const place = places.get(page) ?? page;
    if (now !== undefined) {
      return now === place || now === page
        ? []
        : [
            `${address}: the item ${id} was ${page} and leads to ${now} now. An id belongs to one article for good: put it back.`,
          ];
    }
    const other = [...items].find(([, url]) => url === place)?.[0];
    if (other !== undefined) {
      return [
        `${address}: the item of ${page} had the id ${id} and has ${other} now. Feed readers would show it as new: put the id back.`,
      ];
    }
    // newer items push the oldest out
    if ([...items.keys()].some((item) => !listed.has(`item ${item}`))) return [];
    return [
      `${address}: the item ${id} (${page}) is gone, and no newer one has pushed it out. Put it back; if an editor took the article out of this section, run "${TAKE} ${page}".`,
    ];
  });
}

function lostAnchor(
  address: string,
  was: Anchor,
  now: Anchor | undefined,
  though: string,
): string[] {
  if (now && (was.digest === '' || now.digest === was.digest)) return [];
  const stood = was.words === '' ? 'was there' : `stood at "${was.words}"`;
  const stands = now ? `stands at "${now.words}" now` : 'is gone';
  return [
    `${address} ${stood} and ${stands}${though}. Links to it must stay right: put it back; if an editor changed it, run "${TAKE} ${address.split('#')[0]}".`,
  ];
}
