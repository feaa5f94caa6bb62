import { fold, isUnspaced } from '../../../outputs/search/script.ts';
import { HIGHLIGHT } from './results.ts';

/* On an entry that was opened from a result: the words that were found are marked. */

const params = new URLSearchParams(location.search);
const typed = (params.get(HIGHLIGHT) ?? '').split(/\s+/).filter((word) => fold(word) !== '');
const main = document.querySelector('main');
if (main && typed.length > 0) mark(main, typed);

// the address to copy is the entry's own
params.delete(HIGHLIGHT);
const rest = params.toString();
history.replaceState(history.state, '', location.pathname + (rest && `?${rest}`) + location.hash);

/** Wraps words below an element in `<mark>`. */
function mark(root: Element, typed: readonly string[]): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('mark, script, style, svg, a.para, a.citation, a.note-mark, button')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const texts: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  const { cut, isOne } = markable(typed);
  for (const text of texts) {
    const parts = text.data.split(cut);
    if (!parts.some(isOne)) continue;
    text.replaceWith(
      ...parts.map((part) => {
        if (!isOne(part)) return part;
        const element = document.createElement('mark');
        element.textContent = part;
        return element;
      }),
    );
  }
}

/** Where texts are cut for words, and whether a part of one is such a word. */
function markable(typed: readonly string[]) {
  const words = new Set(typed.map(fold));
  const letters = String.raw`[\p{L}\p{N}\p{M}\u00ad\u200c\u200d]+`;
  // words of scripts without spaces stand within longer runs and beside each other: as they are written there
  const within = typed
    .filter((word) => isUnspaced(word) && new RegExp(`^${letters}$`, 'u').test(word))
    .sort((a, b) => b.length - a.length);
  const run = within.length > 0 ? `(?:${within.join('|')})+` : '(?!)';
  const whole = new RegExp(`^${run}$`, 'iu');
  return {
    /** Such words, or letters up to where one begins. */
    cut: new RegExp(`(${run}|${letters}?(?=${run}|(?!${letters})))`, 'giu'),
    isOne: (part: string) => part !== '' && (words.has(fold(part)) || whole.test(part)),
  };
}
