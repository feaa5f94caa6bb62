import type { Answer, Query } from '../../../outputs/search/answer.ts';
import { FACETS, type Facet, type Manifest } from '../../../outputs/search/names.ts';
import { h } from './html.ts';
import type { View } from './results.ts';

/** Values of a facet that are shown before a reader asks for all. */
const AT_MOST = 8;

/** A value that can be chosen. */
interface Choice {
  value: string;
  row: HTMLLabelElement;
  input: HTMLInputElement;
  count: HTMLElement;
}

/** The filters beside the results: built once, so that the keyboard's place in them is never lost. */
export class Panel {
  readonly form: HTMLFormElement;
  readonly #facets = new Map<
    Facet,
    { fieldset: HTMLFieldSetElement; choices: Choice[]; more: HTMLButtonElement }
  >();
  readonly #from: HTMLInputElement;
  readonly #to: HTMLInputElement;
  readonly #done: HTMLButtonElement;
  readonly #t: View['t'];

  /**
   * @param change called when a reader has chosen, with the field when it is one for a day
   * @param close called when a reader has chosen enough
   */
  constructor(
    { t, manifest }: View,
    change: (field: HTMLInputElement | undefined) => void,
    close: () => void,
  ) {
    this.#t = t;
    this.#done = h('button', { type: 'submit' });
    const [min = '', max = ''] = manifest.span ?? [];
    const day = (name: string) => h('input', { type: 'date', name, min, max });
    this.#from = day('from');
    this.#to = day('to');
    this.form = h(
      'form',
      FACETS.map((facet) =>
        this.#fieldset(facet, manifest, t.facets[facet] ?? facet, t.allFilters),
      ),
      h(
        'fieldset',
        h('legend', t.dates),
        h('label.day', t.from, ' ', this.#from),
        h('label.day', t.to, ' ', this.#to),
      ),
      h('p.done', this.#done),
    );
    this.form.addEventListener('change', ({ target }) => {
      const field = [this.#from, this.#to].find((one) => one === target);
      if (field === undefined || !isHalfTyped(field.value)) change(field);
    });
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      close();
    });
  }

  /** What is chosen. */
  read(): Pick<Query, 'chosen' | 'from' | 'to'> {
    const chosen: Query['chosen'] = {};
    const data = new FormData(this.form);
    for (const facet of FACETS) {
      const values = data.getAll(facet).map(String);
      if (values.length > 0) chosen[facet] = values;
    }
    return { chosen, from: dayIn(this.#from), to: dayIn(this.#to) };
  }

  /** Shows a query, how many entries it gives, and how many each value would give. */
  show({ chosen, from, to }: Query, { total, counts }: Answer): void {
    this.#done.textContent = this.#t.shown({ n: total });
    showDay(this.#from, from);
    showDay(this.#to, to);
    for (const [facet, { fieldset, choices, more }] of this.#facets) {
      const countOf = ({ value }: Choice) => counts[facet]?.[value] ?? 0;
      // the most frequent first; a list in use keeps its order, and years have their own
      if (facet !== 'year' && !fieldset.contains(document.activeElement)) {
        choices.sort((a, b) => countOf(b) - countOf(a));
        more.before(...choices.map(({ row }) => row));
      }
      let shown = 0;
      let left = 0;
      for (const choice of choices) {
        const { value, row, input, count } = choice;
        const n = countOf(choice);
        input.checked = chosen[facet]?.includes(value) ?? false;
        count.textContent = String(n);
        const isLeft = n > 0 && !input.checked && shown >= AT_MOST && !fieldset.dataset.all;
        row.hidden = !input.checked && (n === 0 || isLeft);
        if (isLeft) left += 1;
        if (!row.hidden) shown += 1;
      }
      more.hidden = left === 0;
      // a facet with one value narrows nothing
      fieldset.hidden = shown === 0 || choices.length < 2;
    }
  }

  #fieldset(facet: Facet, manifest: Manifest, legend: string, all: string): HTMLFieldSetElement {
    const choices = valuesOf(manifest, facet).map(([value, name]): Choice => {
      const input = h('input', { type: 'checkbox', name: facet, value });
      const count = h('span');
      return { value, input, count, row: h('label', input, ` ${name} `, count) };
    });
    const rows = choices.map(({ row }) => row);
    const more = h('button', { type: 'button' }, all);
    const fieldset = h('fieldset', h('legend', legend), rows, more);
    more.addEventListener('click', () => {
      fieldset.dataset.all = 'yes';
      const next = choices.find(({ row, count }) => row.hidden && count.textContent !== '0');
      for (const { row, count } of choices) row.hidden &&= count.textContent === '0';
      more.hidden = true;
      next?.input.focus();
    });
    this.#facets.set(facet, { fieldset, choices, more });
    return fieldset;
  }
}

/** Whether the year is still being typed: on its way to 2018 it is 0002, 0020 and 0201. */
function isHalfTyped(day: string): boolean {
  return day.startsWith('0');
}

function showDay(field: HTMLInputElement, day = ''): void {
  field.value = day;
  field.toggleAttribute('data-empty', day === '');
}

function dayIn({ value }: HTMLInputElement): string | undefined {
  return value === '' || isHalfTyped(value) ? undefined : value;
}

/** Values of a facet with their names; years, the newest first, are their own names. */
export function valuesOf(manifest: Manifest, facet: Facet): [value: string, name: string][] {
  if (facet !== 'year') return (manifest.names[facet] ?? []).map(([value, name]) => [value, name]);
  const [first, last] = (manifest.span ?? []).map((day) => Number(day.slice(0, 4)));
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = String(last - i);
    return [year, year];
  });
}
