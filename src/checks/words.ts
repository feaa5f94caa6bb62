import type { ArticleFile } from '../record/article-file.ts';
import type { Problem } from '../record/problem.ts';
import type { Text } from '../record/text.ts';
import { type Finding, type Markdown, problemAt, readableFields, type Verdict } from './model.ts';
import { placeInText } from './place.ts';

const TWICE =
  /(?<![\p{L}\p{N}\p{M}’'_.-])(\p{L}[\p{L}\p{M}’']*)\s+(\1)(?![\p{L}\p{N}\p{M}’'-]|[.&(]\p{L}|\s+\1(?![\p{L}\p{N}]))/giu;

/** Words that English does say twice. */
const MAY_REPEAT = new Set(
  'had that is very so no ha bye her many much far long really log etc super deep tiny wow choo blah'.split(
    ' ',
  ),
);

/**
 * A word that stands twice in a row, over the end of a line too. Names (Duran Duran) may, and other
 * languages than English do so often (German "die die").
 */
export function* checkWords({ all, lang }: Markdown): Generator<Finding> {
  if (!lang.startsWith('en')) return;
  for (const node of all('text')) {
    for (const { word, index } of wordsTwice(node.value)) {
      yield { ...verdict(word), ...placeInText(node, index) };
    }
  }
}

/** The same in what the frontmatter says to readers. */
export function* checkFieldWords(
  article: ArticleFile,
  _text: Text,
  lang: string,
): Generator<Problem> {
  if (!lang.startsWith('en')) return;
  for (const [field, text] of readableFields(article)) {
    for (const { word } of wordsTwice(text)) yield problemAt(article, field, verdict(word));
  }
}

function verdict(word: string): Verdict {
  return {
    code: 'word-twice',
    severity: 'warning',
    message: `The word "${word}" stands twice.`,
    fix: 'Remove one of the two.',
  };
}

/** Words that stand twice in a row, and where the second begins. */
function wordsTwice(text: string): { word: string; index: number }[] {
  return [...text.matchAll(TWICE)].flatMap((match) => {
    const [whole, first = '', second = ''] = match;
    const isName = /^\p{Lu}/u.test(first) && first === second;
    const before = text.slice(0, match.index);
    // three times is meant
    const isThird = (/(\p{L}+)\s+$/u.exec(before)?.[1] ?? '').toLowerCase() === first.toLowerCase();
    // the words themselves are spoken of, or the second is another: "unreachable UNREACHABLE"
    const isQuoted =
      /["“‘'«]$/.test(before) && /^["”’'»]/.test(text.slice(match.index + whole.length));
    const isOther = /^\p{Lu}/u.test(second) && /^\p{Ll}/u.test(first);
    if (isName || isThird || isQuoted || isOther || MAY_REPEAT.has(first.toLowerCase())) return [];
    return [{ word: second, index: match.index + whole.length - second.length }];
  });
}
