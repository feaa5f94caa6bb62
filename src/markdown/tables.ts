import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Scope } from './scope.ts';

/** A table in a region of its own, which scrolls where the page is narrower. */
export function scrolling(table: Element, scope: Scope): Element {
  const ariaLabel = scope.options.labels.table.replace('{n}', String(scope.nextTable()));
  return h('div', { class: 'scroll', role: 'region', ariaLabel, tabIndex: 0 }, table);
}
