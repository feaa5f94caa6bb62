import { expect, test } from 'vitest';
import { SITES } from '../../support/build-site.ts';
import { inlineCode } from '../../support/site-checks.ts';

test.each(SITES)('no page of $name has code or style within it', (site) => {
  // pages that only lead on are for hosts without a policy
  const pages = site.readPages();
  expect(pages.length).toBeGreaterThan(0);
  const found = pages.flatMap((page) =>
    inlineCode(site.file(page)).map((tag) => `${page}: ${tag}`),
  );
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
