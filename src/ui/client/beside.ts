/*
 * Notes that stand beside their marks keep clear of each other. Styles see to it, except in WebKit of
 * 2025 and 2026, which does not know where an anchored box ends (https://webkit.org/b/301919).
 */
const notes = document.querySelectorAll<HTMLElement>('.beside li');
/** Pixels between two notes. */
const GAP = 16;

function part(): void {
  let end = Number.NEGATIVE_INFINITY;
  for (const note of notes) {
    note.style.translate = '';
    // a list at the end of the text needs no help
    if (getComputedStyle(note).position !== 'absolute') continue;
    const { top, bottom } = note.getBoundingClientRect();
    const by = Math.max(0, end + GAP - top);
    // not where styles have done it, to the fraction of a pixel
    if (by > 1) note.style.translate = `0 ${by}px`;
    end = bottom + (by > 1 ? by : 0);
  }
}

if (notes.length > 1) new ResizeObserver(part).observe(document.body);
