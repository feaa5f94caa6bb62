import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { asRecords } from '../../../../src/ui/components/article/records.ts';

function table(columns: number, rows: number, cell = () => h('td', 'a'), mark?: Element): Element {
  const heads = Array.from({ length: columns }, (_, i) =>
    h('th', [`C${i}`, ...(mark ? [mark] : [])]),
  );
  const row = () => h('tr', Array.from({ length: columns }, cell));
  return h('table', [h('thead', [h('tr', heads)]), h('tbody', Array.from({ length: rows }, row))]);
}

test('cells of a table of many columns and few rows are told which column they are of', () => {
  const row =
    '<tr><td>a</td><td data-name="C1">a</td><td data-name="C2">a</td><td data-name="C3">a</td></tr>';
  const html = toHtml(asRecords(table(4, 1)));
  expect(html).toContain('<table class="records"><thead><tr><th>C0</th>');
  expect(html).toContain(row);
  // a mark of a note is no word of a name
  const mark = h('a', '[1]');
  Object.assign(mark, { data: { mark: true } });
  expect(toHtml(asRecords(table(4, 1, undefined, mark)))).toContain(row);
});

test('of three columns too, which are no records, and long names of columns are told from short ones', () => {
  const three = toHtml(asRecords(table(3, 1)));
  expect(three).toContain('<table><thead>');
  expect(three).toContain('<td data-name="C1">a</td><td data-name="C2">a</td></tr>');
  const long = toHtml(asRecords(table(4, 1, undefined, h('span', ', as it was measured'))));
  expect(long).toContain('<table class="records long">');
});

test('tables of few columns, of many cells, uneven ones and those without names stay as they are', () => {
  const headless = h('table', [h('tbody', [h('tr', [h('td'), h('td'), h('td'), h('td')])])]);
  const joined = table(4, 2, () => h('td', { colSpan: 2 }, 'a'));
  for (const same of [table(2, 2), table(4, 11), table(6, 7), headless, joined, h('table')]) {
    expect(asRecords(same)).toBe(same);
  }
});
