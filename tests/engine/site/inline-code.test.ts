import { expect, test } from 'vitest';
import { siteFile, sitePages } from '../../support/build-site.ts';

/** Script types that a browser does not run. */
const DATA = ['application/ld+json', 'application/json'];

/** What runs or styles from within a page, and so would need a hole in the policy. */
function inlineCode(html: string): string[] {
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

test('no page has code or style within it', () => {
  const pages = sitePages();
  expect(pages.length).toBeGreaterThan(0);
  const found = pages.flatMap((page) => inlineCode(siteFile(page)).map((tag) => `${page}: ${tag}`));
  expect(found).toEqual([]);
});

test.each([
  '<script>let a</script>',
  '<script type="module">let a</script>',
  '<style>p{}</style>',
  '<p class="a" style="color:red">',
  '<img src="/a.png" onerror="x()">',
  '<a href="javascript:x()">',
  "<a href=' JavaScript:x()'>",
  '<iframe srcdoc="x">',
  '<a href="data:text/html,x">',
])('%s would be found', (html) => {
  expect(inlineCode(html)).toHaveLength(1);
});

test.each([
  '<script src="/_assets/a.js" type="module"></script>',
  '<script type="application/ld+json">{"a":1}</script>',
  '<p title="style=onclick">onclick="x" style="y"</p>',
])('%s is no code within the page', (html) => {
  expect(inlineCode(html)).toEqual([]);
});
