import { fold, isUnspaced } from '../../../outputs/search/script.ts';
import { HIGHLIGHT } from './results.ts';

/* On an entry that was opened from a result: the words that were found are marked. */

const params = new URLSearchParams(location.search);
const typed = (params.get(HIGHLIGHT) ?? '').split(/\s+/);
const words = new Set(typed.map(fold).filter((word) => word !== ''));
const LETTERS = String.raw`[\p{L}\p{N}\p{M}\u00ad\u200c\u200d]+`;
/** Words of scripts without spaces, which stand within longer runs and beside each other: as they are written there. */
const within = typed
  .filter((word) => isUnspaced(word) && new RegExp(`^${LETTERS}$`, 'u').test(word))
  .sort((a, b) => b.length - a.length);
const RUN = within.length > 0 ? `(?:${within.join('|')})+` : '(?!)';
/** Such words, or letters up to where one begins. */
const CUT = new RegExp(`(${RUN}|${LETTERS}?(?=${RUN}|(?!${LETTERS})))`, 'giu');
const WHOLE = new RegExp(`^${RUN}$`, 'iu');
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
  const parts = text.data.split(CUT);
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

/** Whether a word is one of those that were found. */
function isOne(part: string, words: ReadonlySet<string>): boolean {
  return part !== '' && (words.has(fold(part)) || WHOLE.test(part));
}
