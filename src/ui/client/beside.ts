/** Pixels between two notes. */
const GAP = 16;

/**
 * Keeps notes that stand beside their marks clear of each other. Styles see to it, except in WebKit of
 * 2025 and 2026, which does not know where an anchored box ends (https://webkit.org/b/301919).
 */
export function partNotes(): void {
  const notes = document.querySelectorAll<HTMLElement>('.beside li');
  if (notes.length < 2) return;
  const part = () => {
    let end = Number.NEGATIVE_INFINITY;
    for (const note of notes) {
      note.style.translate = '';
      // a list at the end of the text needs no help
      if (getComputedStyle(note).position !== 'absolute') continue;
      const { top, bottom } = note.getBoundingClientRect();
      // where styles have done it, a fraction of a pixel may lack
      const by = end + GAP - top > 1 ? end + GAP - top : 0;
      if (by > 0) note.style.translate = `0 ${by}px`;
      end = bottom + by;
    }
  };
  new ResizeObserver(part).observe(document.body);
}
