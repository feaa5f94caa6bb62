import { INVISIBLE_IN_LINE } from '../lib/invisible.ts';
import type { Problem } from '../record/problem.ts';
import type { ModelCheck } from './model.ts';
import { addressesOf, addressKey, type Claim, isGenerated } from './site-map.ts';

/**
 * An address leads to one thing: over articles, their old addresses, pages, topics and files, and
 * whatever the case of its letters or the form of its accents.
 */
export const checkAddresses: ModelCheck = (model) => {
  const taken = new Map<string, Claim>();
  return addressesOf(model).flatMap((claim): Problem[] => {
    const form = claim.kind === 'alias' ? aliasForm(claim.address) : undefined;
    if (form !== undefined) return [problem(claim, 'alias-form', form.message, form.fix)];
    const isFile = claim.file.startsWith('public/');
    if ((isFile || claim.kind === 'alias') && isGenerated(claim.address)) {
      const message = `The address "${claim.address}" is one that the site gives out by itself.`;
      const fix = isFile ? 'Rename or move the file.' : 'Remove it here.';
      return [problem(claim, 'address-taken', message, fix)];
    }
    const key = addressKey(claim.address);
    const other = taken.get(key);
    if (!other) {
      taken.set(key, claim);
      return [];
    }
    if (other.file === claim.file && claim.kind !== 'alias') return [];
    return [collision(claim, other)];
  });
};

function collision(claim: Claim, other: Claim): Problem {
  const fix = claim.kind === 'alias' ? 'Remove it here.' : 'Rename one of the two.';
  if (claim.kind === 'ledger') {
    return problem(
      claim,
      'address-served',
      `The article was served at "${claim.address}", which is now the address of ${other.file || 'a page that the site always has'}.`,
      `Rename ${other.file || 'the other'}: that address must lead here for ever.`,
    );
  }
  if (other.file === claim.file && other.kind === 'page') {
    return problem(claim, 'alias-self', `"${claim.address}" is the article's own address.`, fix);
  }
  const owner = other.file === '' ? 'a page that the site always has' : other.file;
  const same =
    other.address.replace(/\/$/, '') === claim.address.replace(/\/$/, '')
      ? 'is also that of'
      : `is to a host the same as "${other.address}", that of`;
  return problem(claim, 'address-taken', `The address "${claim.address}" ${same} ${owner}.`, fix);
}

/** Before a path alone, so that it can be read as an address. */
const NOWHERE = 'https://site.invalid';

function aliasForm(alias: string): { message: string; fix: string } | undefined {
  const say = (why: string) => ({
    message: `"${alias}" ${why}.`,
    fix: 'Write the old path alone, such as "/2018/old-name/".',
  });
  if (!/^(?:\/(?!\/)|https?:\/\/[^/]+\/)/.test(alias) || !URL.canParse(alias, NOWHERE)) {
    return say('is neither a path of this site nor a web address');
  }
  if (/[?#]/.test(alias)) return say('has a "?" or "#", which a redirect cannot see');
  const path = alias.replace(/^https?:\/\//, '');
  if (isOdd(path) || /[\s*:]|%(?![0-9a-f]{2})/i.test(path)) {
    return say('has something that an address cannot have');
  }
  const plain = decoded(path);
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

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function problem(claim: Claim, code: string, message: string, fix: string): Problem {
  const { file, line, column, field } = claim;
  return { code, severity: 'error', file, line, column, field, message, fix };
}
