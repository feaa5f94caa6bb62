import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import config from '../../../src/publication/site.config.ts';
import type { Anchor, BuiltSite, SitePage } from './site.ts';

/*
 * The list of what a publication gave out for good. `addresses.txt` has a line an address or item id
 * (`page /2018/slug/ 18-31`), `anchors.txt` a block a page: its address and the digest of its text,
 * and below it a line an anchor with the digest and the first words of what it stands at.
 */

const ADDRESSES = new URL('addresses.txt', import.meta.url);
const ANCHORS = new URL('anchors.txt', import.meta.url);

/** Whose list it is: the lasting identity of the publication. */
const IDENTITY = `${config.identity.domain} ${config.identity.year}`;

/** What a page was when the list was taken. */
export type FrozenPage = Omit<SitePage, 'meaning'>;

export interface FrozenList {
  /** What each address or id means, by kind and address: `page /2018/slug/` is `18-31`. */
  addresses: Map<string, string>;
  /** By the page's address. */
  anchors: Map<string, FrozenPage>;
}

/** The list of this publication; empty where none was taken or it is that of another. */
export function readList(): FrozenList {
  const list: FrozenList = { addresses: new Map(), anchors: new Map() };
  if (!existsSync(ADDRESSES) || !existsSync(ANCHORS)) return list;
  for (const line of linesOf(ADDRESSES)) {
    const [, key = '', meaning = ''] = /^(\S+ \S+) ?(.*)$/.exec(line) ?? [];
    list.addresses.set(key, meaning);
  }
  if (list.addresses.get('identity of') !== IDENTITY) {
    return { addresses: new Map(), anchors: new Map() };
  }
  let anchors = new Map<string, Anchor>();
  for (const line of linesOf(ANCHORS)) {
    const [first = '', second = '', ...words] = line.trim().split(' ');
    if (line.startsWith(' ')) anchors.set(first, { digest: second, words: words.join(' ') });
    else {
      anchors = new Map();
      list.anchors.set(first, { source: second, anchors });
    }
  }
  return list;
}

function linesOf(file: URL): string[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Writes the list. */
export function writeList({ addresses, anchors }: FrozenList): void {
  const order = (a: readonly [string, unknown], b: readonly [string, unknown]) =>
    a[0] < b[0] ? -1 : 1;
  const lines = [...addresses].sort(order).map(([key, meaning]) => `${key} ${meaning}`.trim());
  const blocks = [...anchors]
    .sort(order)
    .map(([page, { source, anchors }]) =>
      [
        `${page} ${source}`,
        ...[...anchors].map(([id, { digest, words }]) => `  ${id} ${digest} ${words}`.trimEnd()),
      ].join('\n'),
    );
  const head = '# Written by take.ts, which says what stands here.';
  writeFileSync(ADDRESSES, `${[head, ...lines].join('\n')}\n`);
  writeFileSync(ANCHORS, `${[head, ...blocks].join('\n')}\n`);
}

/**
 * The list with what a site has and the list lacks. What stands in it stays, but for the pages that
 * are named: all that is listed of them is taken anew, and an item that they or new entries pushed out
 * of a feed is let go there.
 * @param anew addresses of pages
 */
export function withSite(before: FrozenList, site: BuiltSite, anew: readonly string[]): FrozenList {
  const now = listOf(site);
  const isAnew = (key: string, meaning: string) =>
    anew.some((page) => key === `page ${page}` || meaning.split(' ')[0] === page);
  const pushing = new Set(
    [...site.feeds].flatMap(([feed, { items }]) =>
      [...items].some(([id, page]) => anew.includes(page) || !before.addresses.has(`item ${id}`))
        ? [feed]
        : [],
    ),
  );
  const isOut = (key: string, feed: string) =>
    pushing.has(feed) && !site.feeds.get(feed)?.items.has(key.slice('item '.length));
  const kept = [...before.addresses]
    .filter(([key, meaning]) => !isAnew(key, meaning))
    .map(([key, meaning]): [string, string] =>
      key.startsWith('item ')
        ? [
            key,
            meaning
              .split(' ')
              .filter((place) => !isOut(key, place))
              .join(' '),
          ]
        : [key, meaning],
    );
  const anchors = new Map([...now.anchors, ...before.anchors]);
  for (const [page, { source, anchors: present }] of now.anchors) {
    const held = before.anchors.get(page);
    if (!held || anew.includes(page)) anchors.set(page, { source, anchors: present });
    else if (held.source === source) {
      anchors.set(page, { source, anchors: new Map([...present, ...held.anchors]) });
    }
  }
  for (const page of anew) if (!now.anchors.has(page)) anchors.delete(page);
  return { addresses: new Map([...now.addresses, ...kept]), anchors };
}

/** A site as a list. */
function listOf({ pages, feeds, files, redirects, gone }: BuiltSite): FrozenList {
  const addresses = new Map([['identity of', IDENTITY]]);
  for (const [address, { meaning }] of pages) addresses.set(`page ${address}`, meaning);
  for (const { from, to } of redirects) addresses.set(`redirect ${from}`, to);
  for (const address of gone) addresses.set(`gone ${address}`, '');
  for (const file of files) addresses.set(`file ${file}`, '');
  for (const [address, { id, items }] of feeds) {
    addresses.set(`feed ${address}`, id);
    for (const [item, page] of items) {
      const key = `item ${item}`;
      addresses.set(key, `${addresses.get(key) ?? page} ${address}`);
    }
  }
  const anchors = [...pages].filter(([, page]) => page.anchors.size > 0);
  return {
    addresses,
    anchors: new Map(
      anchors.map(([address, { source, anchors }]) => [address, { source, anchors }]),
    ),
  };
}
