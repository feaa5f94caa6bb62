import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { run } from 'axe-core';
import type { Page } from 'playwright-core';

/*
 * axe (https://github.com/dequelabs/axe-core) asked within the page: its own way in from Playwright opens
 * another page for each question and hands over all that it saw, which takes four times as long.
 */

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice'];

/** What of axe's rules depends on colours or on the width of a window. */
const LOOKS = [
  'color-contrast',
  'color-contrast-enhanced',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
];

/** What is asked of a page, and where. */
interface Asked {
  /** Rules that are not asked. */
  without?: readonly string[];
  /** A part of the page at which nobody looks. */
  outside?: string;
}

/**
 * What axe finds on a page that would keep a reader out.
 * @param rules `looks` asks only what another width or scheme may change
 */
export async function barriers(
  page: Page,
  rules: 'all' | 'looks' | readonly string[] = 'all',
  { without = [], outside }: Asked = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const off = without.map((rule) => [rule, { enabled: false }]);
  const options = {
    runOnly: rules === 'all' ? TAGS : rules === 'looks' ? LOOKS : [...rules],
    ...(rules === 'all' && { rules: Object.fromEntries(off) }),
    resultTypes: ['violations' as const],
  };
  return page.evaluate(
    async ({ options, exclude }) => {
      const axe = Reflect.get(globalThis, 'axe') as { run: typeof run };
      const { violations } = await axe.run({ exclude }, options);
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
      );
    },
    { options, exclude: outside === undefined ? [] : [outside] },
  );
}
