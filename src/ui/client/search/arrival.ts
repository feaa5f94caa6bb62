import { fold, spaced } from '../../../outputs/search/script.ts';
import { HIGHLIGHT } from './results.ts';

/* On an entry that was opened from a result: the words that were found are marked. */

const params = new URLSearchParams(location.search);
const words = new Set(
  spaced(params.get(HIGHLIGHT) ?? '')
    .split(/\s+/)
    .map(fold)
    .filter((word) => word !== ''),
);
const main = document.querySelector('main');
if (main && words.size > 0) mark(main, words);

// the address to copy is the entry's own
params.delete(HIGHLIGHT);
const rest = params.toString();
history.replaceState(history.state, '', location.pathname + (rest && `?${rest}`) + location.hash);

/** Wraps each of the words below an element in `<mark>`. */
function mark(root: Element, words: ReadonlySet<string>): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('mark, script, style, svg, a.para, a.citation, a.note-mark, button')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const texts: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  for (const text of texts) markText(text, words);
}

function markText(text: Text, words: ReadonlySet<string>): void {
  const parts = text.data.split(/([\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}]+)*)/u);
  if (!parts.some((part) => isOne(part, words))) return;
  text.replaceWith(
    ...parts.map((part) => {
      if (!isOne(part, words)) return part;
      const element = document.createElement('mark');
      element.textContent = part;
      return element;
    }),
  );
}

/** Whether a word, a part of a compound, or a run of Chinese is one of those that were found. */
function isOne(part: string, words: ReadonlySet<string>): boolean {
  if (part === '') return false;
  const whole = fold(part);
  if (whole === '') return false;
  if (words.has(whole)) return true;
  const characters = spaced(part).split(' ');
  return characters.length > 1 && characters.every((character) => words.has(character));
}
