import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serveSite } from '../../src/cli/server.ts';
import { listAll } from '../../src/content/files.ts';
import { compressed } from '../../src/outputs/edge/compress.ts';
import { DESTINATIONS, FOLDER } from '../../src/outputs/search/names.ts';
import type { IndexOptions } from '../../src/outputs/search/search-index.ts';
import { type Texts, writeIndex } from '../support/search.ts';
import { launchChromium } from '../tools/chromium.ts';
import { corpus } from './search-corpus.ts';
import { type Growth, growth } from './search-growth.ts';
import { type Fetched, type Pair, typePairs } from './search-typed.ts';

/** Pairs of queries, one after the other, as a reader may ask them of any record, by kind. */
const PAIRS: readonly Pair[] = [
  { kind: 'words', first: 'china exchanges', second: 'supreme court india' },
  { kind: 'words', first: 'legal tender', second: 'stablecoin' },
  { kind: 'words', first: 'mining', second: 'custody rules' },
  { kind: 'words', first: 'reserve bank', second: 'travel rule' },
  { kind: 'words', first: 'securities', second: 'licence japan' },
  { kind: 'words', first: 'task force', second: 'money laundering' },
  { kind: 'many words', first: 'can i own bitcoin in china', second: 'who was sued by the sec' },
  { kind: 'a slip', first: 'exchnages', second: 'stabelcoin' },
  { kind: 'a phrase', first: '"legal tender"', second: '"money laundering"' },
  { kind: 'a number', first: '124 exchanges', second: '30% tax' },
  { kind: 'a word and a year', first: 'china 2018', second: 'japan 2021' },
  { kind: 'a date', first: '24 August 2018', second: '2021-09-24' },
  { kind: 'within a place', first: 'exchanges', second: 'mining', address: '?place=china' },
  { kind: 'since a day', first: 'exchanges', second: 'mining', address: '?from=2018-01-01' },
];

/** What the search of a record of some size weighs. */
export interface Weight {
  entries: number;
  indexes: 'one' | 'past and open';
  typed: (Pair & { fetched: [first: Fetched, second: Fetched] })[];
  /** What one more entry changes. */
  growth: Growth;
}

/**
 * Types queries into the search page of a built site, with the index of a made-up record in the place of
 * its own, that of past months apart or not.
 */
export async function weigh(
  shipped: Texts,
  dist: string,
  entries: number,
  split: boolean,
  pairs = PAIRS,
): Promise<Weight> {
  const made = corpus(shipped.archive, shipped.text, entries);
  const openFrom = split ? '2026-11' : '0';
  const site = siteWith(made, dist, { openFrom });
  try {
    await compress(site);
    const served = await serveSite({ dir: site, port: 0 });
    const browser = await launchChromium();
    try {
      return {
        entries,
        indexes: split ? 'past and open' : 'one',
        typed: await typePairs(browser, served.url, pairs),
        growth: await growth(made, openFrom),
      };
    } finally {
      await browser.close();
      await served.close();
    }
  } finally {
    rmSync(site, { recursive: true });
  }
}

/** A new folder with a built site and the index of another record; whoever asked for it removes it. */
export function siteWith(record: Texts, dist: string, options?: IndexOptions): string {
  const site = mkdtempSync(join(tmpdir(), 'site-'));
  for (const name of readdirSync(dist)) {
    if (`${name}/` !== FOLDER) symlinkSync(join(dist, name), join(site, name));
  }
  writeIndex(record, site, options);
  copyFileSync(join(dist, FOLDER, DESTINATIONS), join(site, FOLDER, DESTINATIONS));
  return site;
}

/** Puts the compressed forms of an index beside its files, as a build does. */
async function compress(site: string): Promise<void> {
  const cache = join(site, '.cache');
  mkdirSync(cache, { recursive: true });
  for (const name of listAll(resolve(site, FOLDER))) {
    const path = FOLDER + name;
    const bytes = readFileSync(join(site, path));
    const digest = createHash('sha256').update(bytes).digest('hex');
    const forms = await compressed({ path, digest, size: bytes.length }, () => bytes, cache);
    for (const { form, bytes } of forms) writeFileSync(join(site, form), bytes);
  }
}
