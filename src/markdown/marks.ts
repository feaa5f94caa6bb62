import type { Element } from 'hast';

/** Marks of the text that are not words of it, and what they point to. */
declare module 'hast' {
  interface ElementData {
    /** A citation or note mark. */
    mark?: true;
    /** Number of the source that a citation mark names. */
    source?: number;
    /** Number of the note that a note mark names. */
    note?: number;
  }
}

/** An element as a mark: not words of the text, but a sign that points to a source or a note. */
export function marked(element: Element, what: { source?: number; note?: number } = {}): Element {
  return Object.assign(element, { data: { mark: true as const, ...what } });
}
