import { distance } from 'fastest-levenshtein';
import type { ElementContent } from 'hast';
import { nearest } from '../lib/text.ts';
import { walk } from '../lib/tree.ts';
import { articleLinked } from '../record/article-file.ts';
import { type AddressMistake, addressMistake } from '../record/web-address.ts';
import type { Positioned, Scope } from './scope.ts';
import { placeOf } from './scope.ts';

/** Addresses that a link may begin with. */
const SAFE = /^(?:https?|mailto|tel):/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Notes a link; an address that several links have by its name is noted once. */
function addLink(target: string, scope: Scope, node: Positioned): void {
  const { line, column } = placeOf(node);
  const isThere = scope.links.some((link) => link.line === line && link.column === column);
  if (!isThere) scope.links.push({ target, line, column });
}

/**
 * The address of a link as a text keeps it: a path to another article's file becomes that article's
 * address in the usual pattern, a path from the site's root gets the base path, a fragment and a web
 * address stay. Where it leads is known when all articles are (`record/links.ts`).
 * @returns undefined for an address that could run code, which is a problem
 */
export function resolveLink(target: string, scope: Scope, node: Positioned): string | undefined {
  addLink(target, scope, node);
  const refuse = (code: string, message: string, fix: string): undefined => {
    scope.problem(node, { code, field: '', message, fix });
  };
  const whole = target.startsWith('//') ? `https:${target}` : target;
  if (SCHEME.test(whole)) {
    if (!SAFE.test(whole)) {
      return refuse(
        'link-unsafe',
        `The link "${target}" is not a web address.`,
        addressMeant(target) ??
          (/^(?:file|[a-z]):/i.test(target) ? fileMeant(target) : undefined) ??
          'Use an address that begins with https://, http:// or mailto:, or a path.',
      );
    }
    const mistake = linkMistake(whole);
    if (mistake) return refuse('link-wrong', `The link "${target}" ${mistake.what}.`, mistake.fix);
    return whole;
  }
  // ids and names are of composed letters, whatever a keyboard or a Mac makes of them
  if (target.startsWith('#') || target === '') return target.normalize('NFC');
  if (target.startsWith('/')) return scope.options.base + target.slice(1).normalize('NFC');
  const article = articleLinked(target, scope.file);
  if (article !== undefined) return scope.options.base + article.normalize('NFC');
  return refuse('link-relative', `The link "${target}" leads nowhere.`, meantBy(target));
}

/** What is wrong with an address that begins as one should. */
function linkMistake(target: string): AddressMistake | undefined {
  if (/^https?:/i.test(target)) {
    return addressMistake(
      target,
      'Link to another entry by its file, such as ../2018/slug.mdx, or use its public address.',
    );
  }
  return /^\w+:\s*$/.test(target)
    ? { what: 'has nothing after the colon', fix: 'Complete it.' }
    : undefined;
}

/** What a link that is neither an address nor a path may have been meant to be. */
function meantBy(target: string): string {
  const [, entry, rest = ''] =
    /^((?:\.\.\/\d{4}\/|\.\/)?[a-z0-9-]+)(?:\.md|\/)?(#.*)?$/.exec(target) ?? [];
  if (/\{[{%]/.test(target)) return 'Write out what its braces stood for.';
  if (entry !== undefined) return `Did you mean "${entry}.mdx${rest}"?`;
  return (
    addressMeant(target) ??
    fileMeant(target) ??
    'Link to another entry by its file, such as ../2018/slug.mdx, or use a path that begins with a slash.'
  );
}

/** Ends of names of hosts that no name of a file has. */
const HOST = /^(?:www\.\S+|(?:[\w-]+\.)+(?:[a-z]{2,}\/\S*|(?:com|org|net|edu|gov|info|dev|io)))$/i;

/** The address on the web, or of a person, that was meant. */
function addressMeant(target: string): string | undefined {
  const did = (address: string) => `Did you mean "${address}"?`;
  if (/^[^\s@/:]+@(?:[\w-]+\.)+[a-z]{2,}$/i.test(target)) return did(`mailto:${target}`);
  if (HOST.test(target)) return did(`https://${target}`);
  const [, scheme = '', host] =
    /^(?:URL:)?([a-z]{2,6}):?\/{1,3}((?:[\w-]+\.)+[a-z]{2,}(?:[/:?#]\S*)?)$/i.exec(target) ?? [];
  const known = nearest(scheme.toLowerCase(), ['https', 'http'], distance);
  return host && known ? did(`${known}://${host}`) : undefined;
}

/** What to do about a file that a link names. */
function fileMeant(target: string): string | undefined {
  if (
    /\.(?:png|jpe?g|gif|svg|webp|pdf|txt|csv|zip|html?|xlsx?|docx?|pptx?|json|mp[34])(?:[?#].*)?$/i.test(
      target,
    )
  ) {
    // a path of Windows
    const isElsewhere = target.includes('\\') || SCHEME.test(target);
    const path = isElsewhere
      ? (target.split(/[\\/]/).at(-1) ?? '')
      : target.replace(/^(?:\.{0,2}\/)+/, '');
    return `${!isElsewhere && /(?:png|jpe?g|gif|webp)$/i.test(target) ? `Write "![what it shows](${target})" to show the picture; or put` : 'Put'} the file into public/ and link to it as "/${path}".`;
  }
  return undefined;
}

/**
 * A link as a path, fragment or file of the site; undefined when it leads elsewhere.
 * @param site public address of the site
 */
export function withinSite(target: string, site: string): string | undefined {
  const isWhole = /^(?:https?:)?\/\//i.test(target);
  if (!isWhole) return SCHEME.test(target) ? undefined : target;
  const own = new URL(site);
  if (URL.parse(target, site)?.host !== own.host) return undefined;
  const [path, after] = split(target.replace(/^[^/]*\/\/[^/?#]*/, ''));
  const below = path === '' ? '/' : path;
  return below.startsWith(own.pathname)
    ? `/${below.slice(own.pathname.length)}${after}`
    : undefined;
}

/** An address in two: its path, and its query and fragment. */
function split(address: string): [path: string, after: string] {
  const end = address.search(/[?#]/);
  return end === -1 ? [address, ''] : [address.slice(0, end), address.slice(end)];
}

/** The words of a link without links: HTML has none within another. */
export function withoutLinks(
  words: ElementContent[],
  scope: Scope,
  link: Positioned,
): ElementContent[] {
  let has = false;
  walk<ElementContent>(
    { type: 'element', tagName: 'span', properties: {}, children: words },
    (node) => {
      has ||= node.type === 'element' && node.tagName === 'a';
    },
  );
  if (!has) return words;
  scope.problem(link, {
    code: 'link-nested',
    field: '',
    message: 'A link, a citation or the mark of a note stands within the words of a link.',
    fix: 'Put it behind the link.',
  });
  return words.filter((node) => node.type !== 'element' || node.tagName !== 'a');
}
