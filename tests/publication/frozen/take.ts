import { SHIPPED, setup } from '../../support/shipped.ts';
import { readList, withSite, writeList } from './list.ts';
import { readSite } from './site.ts';

/*
 * npx node tests/publication/frozen/take.ts [ADDRESS…]
 *
 * Takes a list of what the present site gave out for good into `addresses.txt` and `anchors.txt`:
 * every page and its docket number or heading, redirect, address that answers 410, feed and its id,
 * item id with its article and the feeds it stands in, lasting file, and every `#anchor` with a digest
 * of the words it stands at. `frozen.test.ts` holds all of it. Anchors are held as long as the text is
 * the one that is listed, so whoever rewrites a text takes its page anew in the same commit:
 * `npx node tests/publication/frozen/take.ts /2018/slug/`.
 * Without an address only what is new is added. The list of another publication is replaced.
 */

await setup();
const site = readSite(SHIPPED.dir, SHIPPED.files());
const list = withSite(readList(), site, process.argv.slice(2));
writeList(list);
console.log(`${list.addresses.size} addresses and ids; anchors of ${list.anchors.size} pages.`);
