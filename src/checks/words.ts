import {
  type ArticleCheck,
  type Finding,
  type MarkdownCheck,
  problemAt,
  readableFields,
} from './model.ts';
import { placeInText } from './place.ts';

const TWICE = /(?<![\p{L}\p{N}\p{M}’'-])(\p{L}[\p{L}\p{M}’']*)\s+(\1)(?![\p{L}\p{N}\p{M}’'-])/giu;

/** Words that English does say twice. */
const MAY_REPEAT = new Set(['had', 'that', 'very', 'so', 'no', 'ha', 'bye', 'her']);

/** A word that stands twice in a row, over the end of a line too. Names (Duran Duran) may. */
export const checkWords: MarkdownCheck = ({ all }) =>
  all('text').flatMap((node) =>
    wordsTwice(node.value).map(
      ({ word, index }): Finding => ({ ...verdict(word), ...placeInText(node, index) }),
    ),
  );

/** The same in what the frontmatter says to readers. */
export const checkFieldWords: ArticleCheck = (article) =>
  readableFields(article).flatMap(([field, text]) =>
    wordsTwice(text).map(({ word }) => problemAt(article, field, verdict(word))),
  );

function verdict(word: string) {
  return {
    code: 'word-twice',
    severity: 'warning' as const,
    message: `The word "${word}" stands twice.`,
    fix: 'Remove one of the two.',
  };
}

/** Words that stand twice in a row, and where the second begins. */
function wordsTwice(text: string): { word: string; index: number }[] {
  return [...text.matchAll(TWICE)].flatMap((match) => {
    const [whole, first = '', second = ''] = match;
    const isName = /^\p{Lu}/u.test(first) && first === second;
    if (isName || MAY_REPEAT.has(first.toLowerCase())) return [];
    return [{ word: second, index: match.index + whole.length - second.length }];
  });
}
