import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { withWholeNames } from '../../../../src/ui/components/article/row-names.ts';

test('a date or a short name that a row begins with is not broken, a long one and other cells may be', () => {
  const row = (...cells: string[]) =>
    h(
      'tr',
      cells.map((cell) => h('td', [h('a', cell)])),
    );
  const table = h('table', [
    h('thead', [row('On the day')]),
    h('tbody', [row('21 September 2022', 'all of it'), row('as it was reported')]),
  ]);
  const text = toHtml(withWholeNames(table)).replace(/<.+?>/g, '|');
  expect(text).toContain('|21\u00a0September\u00a02022|');
  for (const words of ['On the day', 'all of it', 'as it was reported'])
    expect(text).toContain(`|${words}|`);
});
