import { placeInText } from './place.ts';
import type { CopyCheck, Finding } from './sheet.ts';

const TWICE = /(?<![\p{L}\p{N}\p{M}’'-])(\p{L}[\p{L}\p{M}’']*)\s+(\1)(?![\p{L}\p{N}\p{M}’'-])/giu;

/** Words that English does say twice. */
const MAY_REPEAT = new Set(['had', 'that', 'very', 'so', 'no', 'ha', 'bye', 'her']);

/** A word that stands twice in a row, over the end of a line too. Names (Duran Duran) may. */
export const checkWords: CopyCheck = ({ all }) => {
  const findings: Finding[] = [];
  for (const node of all('text')) {
    if (!mayRepeat(node.value)) continue;
    for (const match of node.value.matchAll(TWICE)) {
      const [whole, first = '', second = ''] = match;
      const isName = /^\p{Lu}/u.test(first) && first === second;
      if (isName || MAY_REPEAT.has(first.toLowerCase())) continue;
      findings.push({
        code: 'word-twice',
        severity: 'warning',
        ...placeInText(node, match.index + whole.length - second.length),
        message: `The word "${second}" stands twice.`,
        fix: 'Remove one of the two.',
      });
    }
  }
  return findings;
};

/** Whether two neighbours look alike: costs little, and nearly every text passes here. */
function mayRepeat(text: string): boolean {
  const words = text.toLowerCase().split(/\s+/);
  for (let i = 1; i < words.length; i += 1) {
    const word = words[i] ?? '';
    const before = words[i - 1] ?? '';
    // a bracket or quote may stand before the first, a full stop after the second
    if (before !== '' && (word.startsWith(before) || word.startsWith(before.slice(1)))) return true;
  }
  return false;
}
