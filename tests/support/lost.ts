import type { Page } from 'playwright-core';

/**
 * Words that a reader cannot read as the page stands now: beyond its edge, cut off by a box that does not scroll,
 * or under other words.
 */
export function lostWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Line {
      words: string;
      parent: Element;
      box: DOMRect;
    }
    const lost = new Set<string>();
    const lines: Line[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      if (!parent || !text.textContent?.trim()) continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const words = text.textContent.trim().slice(0, 40);
      for (const box of range.getClientRects()) {
        if (box.width > 1 && box.height > 1) lines.push({ words, parent, box });
      }
    }
    const shown = lines.filter(({ words, parent, box }) => {
      let scrolls = false;
      for (let around: Element | null = parent; around; around = around.parentElement) {
        const { overflowX, overflowY, clipPath, position } = getComputedStyle(around);
        const edge = around.getBoundingClientRect();
        // for screen readers alone
        if (clipPath !== 'none' && (edge.width <= 1 || /inset\(50%\)/.test(clipPath))) return false;
        if (around === document.body || around === document.documentElement) break;
        if (/auto|scroll/.test(overflowX + overflowY)) scrolls = true;
        const cuts = !scrolls && /hidden|clip/.test(overflowX);
        if (cuts && edge.width <= 1) return false;
        if (cuts && (box.left < edge.left - 2 || box.right > edge.right + 2))
          lost.add(`cut: ${words}`);
        if (!scrolls && /hidden|clip/.test(overflowY) && box.bottom > edge.bottom + box.height / 3)
          lost.add(`cut: ${words}`);
        // a link that is shown when the keyboard comes to it
        if (position === 'absolute' && edge.bottom < 0) return false;
      }
      const { innerWidth } = window;
      if (!scrolls && (box.left < -1 || box.right > innerWidth + 1)) lost.add(`beyond: ${words}`);
      return !scrolls;
    });
    // letters fill about the middle half of a line's box; of two lines that share it one hides the other
    const middle = ({ box }: Line) =>
      [box.top + box.height / 4, box.bottom - box.height / 4] as const;
    const sorted = shown.sort((a, b) => a.box.top - b.box.top);
    for (const [i, one] of sorted.entries()) {
      for (const other of sorted.slice(i + 1)) {
        if (other.box.top > one.box.bottom) break;
        const [top, bottom] = middle(one);
        const [otherTop, otherBottom] = middle(other);
        const high = Math.min(bottom, otherBottom) - Math.max(top, otherTop);
        const wide =
          Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        if (wide > 6 && high > 3) lost.add(`over each other: ${one.words} | ${other.words}`);
      }
    }
    return [...lost];
  });
}

/** Marks of drawings that have the colour of the paper: what forced colours would take away. */
export function lostMarks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    const clear = (colour: string) =>
      colour === 'none' || colour === paper || /^rgba.* 0\)$/.test(colour);
    const lost = new Set<string>();
    for (const mark of document.querySelectorAll<SVGElement>(
      'svg :is(path, rect, circle, line, polyline, polygon, text)',
    )) {
      if (mark.closest('defs, clipPath, mask, symbol') || !mark.checkVisibility()) continue;
      const { fill, stroke } = getComputedStyle(mark);
      if (clear(fill) && clear(stroke)) lost.add(mark.outerHTML.slice(0, 120));
    }
    return [...lost];
  });
}
