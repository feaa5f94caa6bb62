import { describe, expect, test } from 'vitest';
import { parseMdx } from '../../../../src/markdown/parse.ts';
import { examples, renderPlain } from '../../../support/gfm.ts';
import { normalHtml } from '../../../support/html.ts';

/** Examples that an article renders otherwise, by the reason. Every other one gives the specified HTML. */
const DIFFERENT: Readonly<Record<string, readonly number[]>> = {
  'MDX has no indented code: what stands further right is still text': [
    1, 2, 3, 5, 6, 7, 8, 18, 19, 39, 40, 55, 57, 70, 77, 81, 82, 84, 85, 86, 87, 88, 104, 107, 180,
    195, 209, 214, 216, 230, 231, 232, 235, 242, 248, 249, 250, 251, 252, 256, 264, 265, 266, 267,
    268, 292, 293, 314, 332,
  ],
  'MDX has no HTML comments, processing instructions, declarations, CDATA or raw text elements': [
    139, 141, 142, 145, 146, 147, 148, 149, 150, 151, 152, 288, 289, 644, 645, 646, 647, 648, 649,
  ],
  'MDX has no addresses in angle brackets': [
    316, 356, 489, 490, 534, 546, 602, 603, 604, 605, 606, 607, 608, 609, 610, 611, 612, 613, 614,
  ],
  'in MDX a tag is one: well formed and closed': [
    120, 121, 125, 126, 127, 128, 135, 143, 144, 153, 156, 164, 170, 317, 327, 354, 485, 486, 500,
    502, 503, 532, 544, 615, 617, 618, 627, 632, 634, 635, 637, 638, 639, 640, 641, 642, 643, 650,
    651, 652, 653, 663, 664,
  ],
  'an article has only the HTML that does not run, load or place': [
    61, 80, 118, 119, 122, 123, 124, 129, 130, 131, 132, 133, 134, 140, 154, 155, 157, 158, 159,
    160, 484, 633, 636,
  ],
  'in MDX a tag on a line of its own is a block with Markdown in it': [136, 137],
  'a link of an article is a web address, a path, or another entry’s file': [
    163, 172, 173, 501, 504, 505, 506, 507, 508, 510, 511, 512, 530,
  ],
  'the example shows CommonMark without the extension for bare addresses': [616, 619, 620],
  'bare addresses of FTP are not links, as on GitHub today': [628],
};

/** Markdown as an article in MDX renders it; undefined when it is refused. */
function render(markdown: string): string | undefined {
  const file = 'content/articles/2018/example.mdx';
  const { tree, problems } = parseMdx(markdown, file);
  return problems.length > 0 ? undefined : renderPlain(tree, markdown, file);
}

describe('GitHub Flavored Markdown', () => {
  const reasons = new Map(
    Object.entries(DIFFERENT).flatMap(([reason, list]) => list.map((n) => [n, reason] as const)),
  );

  test('the specification has 673 examples, and three quarters of them hold', () => {
    expect(examples).toHaveLength(673);
    expect(examples.length - reasons.size).toBeGreaterThanOrEqual(673 * 0.74);
  });

  const sections = [...new Set(examples.map(({ section }) => section))];
  test.each(sections)('%s', (section) => {
    const own = examples.filter((example) => example.section === section);
    for (const { example, markdown, html } of own.filter(({ example }) => !reasons.has(example))) {
      expect(`${example}: ${render(markdown)}`).toBe(`${example}: ${normalHtml(html)}`);
    }
  });

  test.each(Object.entries(DIFFERENT))('differs: %s', (_reason, list) => {
    const alike = examples
      .filter(({ example }) => list.includes(example))
      .filter(({ markdown, html }) => render(markdown) === normalHtml(html));
    expect(alike).toEqual([]);
  });
});
