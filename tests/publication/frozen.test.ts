import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Served, serveSite } from '../../src/cli/server.ts';
import { SHIPPED } from '../support/shipped.ts';
import { readList } from './frozen/list.ts';
import { losses, rewritten } from './frozen/losses.ts';
import { pathOf, readSite } from './frozen/site.ts';

/*
 * What was given out for good still answers and means the same. A publication of which no list was
 * taken (`frozen/take.ts`) has nothing to lose.
 */

describe('what is permanent', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serveSite({ dir: SHIPPED.dir, port: 0 });
  });
  afterAll(() => served.close());

  test('every address, feed id and anchor of the list is there and means what it meant', async () => {
    const list = readList();
    const site = readSite(SHIPPED.dir, SHIPPED.files());
    const notHeld = rewritten(list, site);
    if (notHeld.length > 0) {
      console.warn(
        `Rewritten since the list was taken, so their anchors are not held: take them anew.\n  npx node tests/publication/frozen/take.ts ${notHeld.join(' ')}`,
      );
    }
    const answer = async (address: string) => {
      const url = new URL(address.replace(/^\//, ''), served.url);
      const { status, headers } = await fetch(url, { redirect: 'manual' });
      const location = headers.get('location');
      return { status, to: location === null ? undefined : pathOf(location) };
    };
    expect((await losses(list, site, answer)).join('\n')).toBe('');
  });
});
