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
  if (SCHEME.test(target)) {
    if (SAFE.test(target)) return target;
    scope.problem(node, {
      code: 'link-unsafe',
      field: '',
      message: `The link "${target}" is not a web address.`,
      fix: 'Use an address that begins with https://, http:// or mailto:, or a path.',
    });
    return undefined;
  }
  if (target.startsWith('#') || target === '') return target;
  if (target.startsWith('//')) return `https:${target}`;
  if (target.startsWith('/')) return scope.options.base + target.slice(1);
  const article = articleOf(target, scope.file);
  if (article !== undefined) return scope.options.base + article;
  scope.problem(node, {
    code: 'link-relative',
    field: '',
    message: `The link "${target}" leads nowhere.`,
    fix: 'Link to another entry by its file, such as ../2018/slug.mdx, or use a path that begins with a slash.',
  });
  return undefined;
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
