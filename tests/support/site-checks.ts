import { HtmlValidate } from 'html-validate';
import { tagsOf } from '../../src/lib/tags.ts';
import type { BuiltSite } from './build-site.ts';

/*
 * What is asked of every built site, whoever's it is. Each gives what is wrong, so that an empty
 * list is a pass.
 */

/** Where a page is not valid HTML, by the rules of html-validate. */
export async function invalidHtml(site: BuiltSite): Promise<string[]> {
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:document'],
    rules: {
      // a headline is as long as it is
      'long-title': 'off',
      // spaces between elements are the compiler's
      'no-trailing-whitespace': 'off',
      'doctype-style': 'off',
      // what the specification allows and the compiler writes
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'void-style': 'off',
      // everything comes from our own host
      'require-sri': 'off',
      // a table that scrolls is a region by name only while it can be focused
      'prefer-native-element': ['error', { exclude: ['region'] }],
      'no-inline-style': 'error',
    },
  });
  const found: string[] = [];
  for (const path of site.pages()) {
    const report = await validator.validateString(site.file(path), path);
    for (const { messages } of report.results) {
      for (const { line, column, ruleId, message } of messages) {
        found.push(`${path}:${line}:${column} ${ruleId}: ${message}`);
      }
    }
  }
  return found;
}

/** Links of the site to its own pages and files that lead nowhere, or to no place on their page. */
export function brokenLinks(site: BuiltSite): string[] {
  const files = new Set(site.files());
  const pages = site.pages().map((path) => ({ path, html: site.file(path) }));
  const ids = new Map(
    pages.map(({ path, html }) => [
      path,
      new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)),
    ]),
  );
  const root = new URL(site.url).pathname;
  const wrongWith = (url: URL): string | undefined => {
    if (!url.pathname.startsWith(root)) return 'not of this publication';
    const name = decodeURIComponent(url.pathname.slice(root.length));
    const target = name === '' || name.endsWith('/') ? `${name}index.html` : name;
    if (!files.has(target)) return 'nothing is there';
    const id = decodeURIComponent(url.hash.slice(1));
    return id === '' || ids.get(target)?.has(id) ? undefined : 'no such place on the page';
  };
  return pages.flatMap(({ path, html }) => {
    const base = new URL(path.replace(/index\.html$/, ''), site.url);
    const links = [...tagsOf(html)]
      .flatMap(({ attributes }) => attributes)
      .filter(({ name }) => name === 'href' || name === 'src')
      .map(({ value }) => html.slice(value.start, value.end));
    return links.flatMap((address) => {
      const url = new URL(address.replaceAll('&amp;', '&'), base);
      const wrong = url.origin === base.origin ? wrongWith(url) : undefined;
      return wrong === undefined ? [] : [`${path}: ${address} (${wrong})`];
    });
  });
}

/** Script types that a browser does not run. */
const DATA = ['application/ld+json', 'application/json'];

/** What runs or styles from within a page, and so would need a hole in the policy. */
export function inlineCode(html: string): string[] {
  // text and attribute values may speak of anything; only tags count
  const tags = [
    ...html.matchAll(
      /<([a-z][a-z0-9-]*)((?:\s+[^\s"'>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/gi,
    ),
  ];
  return tags.flatMap(([tag, name = '', rest = '']) => {
    const attributes = new Map(
      [...rest.matchAll(/([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)].map(
        ([, key = '', a, b, c]) => [key.toLowerCase(), a ?? b ?? c ?? ''],
      ),
    );
    const runs =
      (name === 'script' &&
        !attributes.has('src') &&
        !DATA.includes(attributes.get('type') ?? '')) ||
      name === 'style' ||
      attributes.has('style') ||
      attributes.has('srcdoc') ||
      [...attributes.keys()].some((key) => /^on[a-z]/.test(key)) ||
      [...attributes.values()].some((value) => /^\s*(?:javascript|vbscript):/i.test(value)) ||
      ['src', 'href', 'xlink:href'].some((key) => /^\s*data:/i.test(attributes.get(key) ?? ''));
    return runs ? [tag.slice(0, 120)] : [];
  });
}
