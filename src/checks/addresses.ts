import { INVISIBLE_IN_LINE } from '../lib/invisible.ts';
import { percentDecoded } from '../lib/text.ts';
import { isArticlePath } from '../record/article-file.ts';
import type { Problem } from '../record/problem.ts';
import { QUERY_ALIAS } from '../record/redirects.ts';
import { CONFIG, type ContentModel, type Verdict } from './model.ts';
import { addressesOf, type Claim, isGenerated } from './site-map.ts';

/**
 * An address leads to one thing: over articles, their old addresses, pages, topics and files, and
 * whatever the case of its letters or the form of its accents.
 */
export function* checkAddresses(model: ContentModel): Generator<Problem> {
  const taken = new Map<string, Claim>();
  for (const claim of addressesOf(model)) {
    const { key } = claim;
    const verdict = judge(claim, taken.get(key), model);
    const { line, column, field } = claim;
    const file = claim.file || taken.get(key)?.file || CONFIG;
    if (verdict) yield { severity: 'error', file, line, column, field, ...verdict };
    else if (!taken.has(key)) taken.set(key, claim);
  }
}

/** @param other what has the address already */
function judge(claim: Claim, other: Claim | undefined, model: ContentModel): Verdict | undefined {
  const { address, kind, file } = claim;
  const form = kind === 'alias' ? aliasForm(address) : undefined;
  if (form) return form;
  const isFile = file.startsWith('public/');
  if ((isFile || kind === 'alias') && isGenerated(address, model)) {
    return {
      code: 'address-taken',
      message: `The address "${address}" is one that the site gives out by itself.`,
      fix: isFile ? moved(address, model) : 'Remove it here.',
    };
  }
  if (!other || (other.file === file && kind !== 'alias')) return undefined;
  const owner = other.file || 'a page that the site always has';
  if (kind === 'ledger') {
    const what = isArticlePath(file) ? 'The article' : 'A page of the site';
    return {
      code: 'address-served',
      message: `${what} was served at "${address}", which is now the address of ${owner}.`,
      fix: `Rename ${other.file || 'the other'}: that address must lead on for ever.`,
    };
  }
  const fix = kind === 'alias' ? 'Remove it here.' : 'Rename one of the two.';
  if (other.file === file && other.kind === 'page') {
    return { code: 'alias-self', message: `"${address}" is its own address.`, fix };
  }
  const same =
    other.address.replace(/\/$/, '') === address.replace(/\/$/, '')
      ? 'is also that of'
      : `is to a host the same as "${other.address}", that of`;
  return { code: 'address-taken', message: `The address "${address}" ${same} ${owner}.`, fix };
}

/** Where a file of public/ may go whose address the site gives out; it gives out whole folders too. */
function moved(address: string, model: ContentModel): string {
  const isFolder = isGenerated(address.replace(/[^/]*$/, 'another-name.txt'), model);
  return isFolder
    ? 'Move it to another folder of public/; pictures that articles share lie in content/images/.'
    : 'Rename or move the file.';
}

/** Before a path alone, so that it can be read as an address. */
const NOWHERE = 'https://site.invalid';

function aliasForm(alias: string): Verdict | undefined {
  const say = (why: string): Verdict => ({
    code: 'alias-form',
    message: `"${alias}" ${why}.`,
    fix: 'Write the old path alone, such as "/2018/old-name/".',
  });
  if (!/^(?:\/(?!\/)|https?:\/\/[^/]+\/)/.test(alias) || !URL.canParse(alias, NOWHERE)) {
    return say('is neither a path of this site nor a web address');
  }
  if (QUERY_ALIAS.test(alias)) return undefined;
  if (/[?#]/.test(alias)) return say('has a "?" or "#", which a redirect cannot see');
  const path = alias.replace(/^https?:\/\//, '');
  if (isOdd(path) || /[\s*:]|%(?![0-9a-f]{2})/i.test(path)) {
    return say('has something that an address cannot have');
  }
  const plain = percentDecoded(path);
  if (plain === undefined) return say('has a "%" with which it cannot be read');
  // what is decoded for the hosts' files, and for the disk, is no better for having been encoded
  if (isOdd(plain) || /%2f/i.test(path)) {
    return say('has something encoded that an address cannot have');
  }
  return undefined;
}

/** Steps to other folders, and what a disk or a host's file takes for more than a letter. */
function isOdd(path: string): boolean {
  return (
    /(?:^|\/)\.{1,2}(?:\/|$)|[\\"<>|{}^`]|[^\S ]|\/\//.test(path) ||
    path.search(INVISIBLE_IN_LINE) !== -1 ||
    // half a pair of surrogates, which cannot be encoded
    !path.isWellFormed()
  );
}
