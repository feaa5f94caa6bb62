import type { Problem } from '../domain/problem.ts';
import type { DeskCheck } from './sheet.ts';
import { addressesOf, addressKey, type Claim, isGenerated } from './site-map.ts';

/**
 * An address leads to one thing: over articles, their old addresses, pages, topics and files, and
 * whatever the case of its letters or the form of its accents.
 */
export const checkAddresses: DeskCheck = (desk) => {
  const taken = new Map<string, Claim>();
  return addressesOf(desk).flatMap((claim): Problem[] => {
    const form = claim.kind === 'alias' ? aliasForm(claim.address) : undefined;
    if (form !== undefined) return [problem(claim, 'alias-form', form.message, form.fix)];
    if (claim.kind === 'alias' && isGenerated(claim.address)) {
      const message = `The address "${claim.address}" is one that the site gives out by itself.`;
      return [problem(claim, 'address-taken', message, 'Remove it here.')];
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

function aliasForm(alias: string): { message: string; fix: string } | undefined {
  const say = (why: string) => ({
    message: `"${alias}" ${why}.`,
    fix: 'Write the old path alone, such as "/2018/old-name/".',
  });
  if (!/^(?:\/(?!\/)|https?:\/\/[^/]+\/)/.test(alias)) {
    return say('is neither a path of this site nor a web address');
  }
  if (/[?#]/.test(alias)) return say('has a "?" or "#", which a redirect cannot see');
  if (
    /(?:^|\/)\.{1,2}(?:\/|$)|[\\\s*:"<>|{}^`]|\/\/|%(?![0-9a-f]{2})/i.test(
      alias.replace(/^https?:\/\//, ''),
    )
  ) {
    return say('has something that an address cannot have');
  }
  if (!canDecode(alias)) return say('has a "%" with which it cannot be read');
  return undefined;
}

function canDecode(text: string): boolean {
  try {
    decodeURI(text);
    return true;
  } catch {
    return false;
  }
}

function problem(claim: Claim, code: string, message: string, fix: string): Problem {
  const { file, line, column, field } = claim;
  return { code, severity: 'error', file, line, column, field, message, fix };
}
