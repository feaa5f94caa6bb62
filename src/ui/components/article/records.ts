import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';

/**
 * Columns from which on a phone may have to part a table's rows, and from which on it always does; cells up
 * to which that is read; letters of a column's name that are many.
 */
const RECORDS = { columns: 3, wide: 4, cells: 40, letters: 12 };

/**
 * A table that phones show as records: each value of a row on a line of its own, after the name of its
 * column. Of three columns, it is shown so where text is of double size. A table of fewer columns is given back
 * as it is, and one of many cells too: it is there to be compared.
 */
export function asRecords(table: Element): Element {
  const [head, body] = elementsOf(table);
  const names = head && elementsOf(head).flatMap(elementsOf).map(nameOf);
  const rows = body ? elementsOf(body).map(elementsOf) : [];
  if (!names || !body || names.length < RECORDS.columns) return table;
  const isEven = rows.every((row) => row.length === names.length && row.every(isSingle));
  if (!isEven || rows.length * names.length > RECORDS.cells) return table;
  const named = (cell: Element, i: number): Element => ({
    ...cell,
    properties: { ...cell.properties, dataName: names[i] },
  });
  const children = elementsOf(body).map((row) => ({
    ...row,
    children: elementsOf(row).map((cell, i) => (i === 0 ? cell : named(cell, i))),
  }));
  const isLong = names.some((name) => name.length > RECORDS.letters);
  const className = ['records', ...(isLong ? ['long'] : [])];
  return {
    ...table,
    properties: { ...table.properties, ...(names.length >= RECORDS.wide && { className }) },
    children: [head, { ...body, children }],
  };
}

function elementsOf({ children }: Element): Element[] {
  return children.filter((child) => child.type === 'element');
}

/** Words of a cell, without marks of notes and sources. */
function nameOf(cell: Element): string {
  const children = cell.children.filter(isSaid);
  return textOf({ ...cell, children }).trim();
}

function isSaid(node: ElementContent): boolean {
  return node.type !== 'element' || node.data?.mark !== true;
}

function isSingle({ properties: { colSpan, rowSpan } }: Element): boolean {
  return colSpan === undefined && rowSpan === undefined;
}
