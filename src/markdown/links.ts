import type { Positioned, Scope } from './scope.ts';
import { placeOf } from './scope.ts';

/** Addresses that a link may begin with. */
const SAFE = /^(?:https?|mailto|tel):/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/**
 * The address of a link as a page has it: a path to another article's file becomes that article's
 * address, a path from the site's root gets the base path, a fragment and a web address stay.
 * @returns undefined for an address that could run code, which is a problem
 */
export function resolveLink(target: string, scope: Scope, node: Positioned): string | undefined {
  scope.links.push({ target, ...placeOf(node) });
  const refuse = (code: string, message: string, fix: string): undefined => {
    scope.problem(node, { code, field: '', message, fix });
  };
  if (SCHEME.test(target)) {
    if (!SAFE.test(target)) {
      return refuse(
        'link-unsafe',
        `The link "${target}" is not a web address.`,
        'Use an address that begins with https://, http:// or mailto:, or a path.',
      );
    }
    const mistake = addressMistake(target);
    if (mistake) return refuse('link-wrong', `The link "${target}" ${mistake.what}.`, mistake.fix);
    return target;
  }
  if (target.startsWith('#') || target === '') return target;
  if (target.startsWith('//')) return `https:${target}`;
  if (target.startsWith('/')) return scope.options.base + target.slice(1);
  const article = articleOf(target, scope.file);
  if (article !== undefined) return scope.options.base + article;
  return refuse('link-relative', `The link "${target}" leads nowhere.`, meantBy(target));
}

/** What is wrong with an address that begins as one should. */
function addressMistake(target: string): { what: string; fix: string } | undefined {
  if (!/^https?:/i.test(target)) {
    return /^\w+:\s*$/.test(target)
      ? { what: 'has nothing after the colon', fix: 'Complete it.' }
      : undefined;
  }
  const [, host] = /^https?:\/\/([^/?#]+)/i.exec(target) ?? [];
  if (host === undefined || !URL.canParse(target)) {
    return { what: 'is not complete', fix: 'Write it as https://example.org/page.' };
  }
  if (/^https?$/i.test(host.replace(/:$/, ''))) {
    return { what: 'has "http" twice', fix: 'Remove one of them.' };
  }
  if (/^(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/i.test(host)) {
    return {
      what: 'leads to your own computer',
      fix: 'Link to another entry by its file, such as ../2018/slug.mdx, or use its public address.',
    };
  }
  return undefined;
}

/** What a link that is neither an address nor a path may have been meant to be. */
function meantBy(target: string): string {
  const [, entry, rest = ''] =
    /^((?:\.\.\/\d{4}\/|\.\/)?[a-z0-9-]+)(?:\.md|\/)?(#.*)?$/.exec(target) ?? [];
  if (entry !== undefined) return `Did you mean "${entry}.mdx${rest}"?`;
  if (/^(?:www\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\/)/i.test(target)) {
    return `Did you mean "https://${target}"?`;
  }
  return 'Link to another entry by its file, such as ../2018/slug.mdx, or use a path that begins with a slash.';
}

/**
 * `../2018/slug.mdx#p3`, seen from an article's file, is `2018/slug/#p3`.
 * @returns undefined when it is not a file of `content/articles/`
 */
export function articleOf(target: string, fromFile: string): string | undefined {
  const match = /^([^?#]+)\.mdx(#.*)?$/.exec(target);
  if (!match) return undefined;
  const path = new URL(match[1] ?? '', `file:///${fromFile}`).pathname;
  const article = /^\/content\/articles\/(\d{4}\/[^/]+)$/.exec(decodeURIComponent(path));
  return article ? `${article[1]}/${match[2] ?? ''}` : undefined;
}
