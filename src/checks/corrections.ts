import { plainWords, wordsPattern } from '../lib/text.ts';
import { type ArticleFile, placeOfField } from '../record/article-file.ts';
import type { Problem } from '../record/problem.ts';
import type { Text } from '../record/text.ts';
import { allWords } from '../record/words.ts';
import { problemAt, readableFields } from './model.ts';

/**
 * The words that a correction put in are in the article, and those it took out are not; unless
 * another correction, one below it or of the same moment, changed them again.
 */
export function* checkCorrections(article: ArticleFile, compiled: Text): Generator<Problem> {
  const { corrections = [] } = article.data;
  if (!article.readable || corrections.length === 0) return;
  const text = plainWords([allWords(article.data, compiled), ...besides(article)].join('\n'));
  for (const [i, { date, was, now }] of corrections.entries()) {
    if (was !== undefined && now !== undefined && plainWords(was) === plainWords(now)) {
      yield problemAt(article, `corrections[${i}].now`, {
        code: 'correction-same',
        message: `"${now}" is what the article said before, too.`,
        fix: 'Write what it says instead, or leave "was" and "now" out.',
      });
      continue;
    }
    const later = corrections.filter((other, j) => j > i || (j < i && other.date === date));
    const changedAgain = (words: string, side: 'was' | 'now') =>
      later.some((other) => says(plainWords(other[side] ?? ''), words));
    if (now !== undefined && !says(text, now) && !changedAgain(now, 'was')) {
      yield problemAt(article, `corrections[${i}].now`, {
        code: 'correction-now',
        message: `The article does not say "${now}".`,
        fix: 'Quote the words exactly as they now stand.',
      });
    }
    const rest = now === undefined ? text : text.replace(wordsPattern(now), '\n');
    if (was !== undefined && says(rest, was) && !changedAgain(was, 'now')) {
      yield problemAt(article, `corrections[${i}].was`, {
        code: 'correction-was',
        message: `The article still says "${was}", ${whereSaid(article, compiled, was, now)}.`,
        fix: 'Correct that place too, or quote more of the sentence.',
      });
    }
  }
}

/** Words that readers see beside the article's own: around its picture, and in its list of sources. */
function besides({ data: { image, sources = [] } }: ArticleFile): string[] {
  const { caption = '', alt = '', credit = '' } = image ?? {};
  return [caption, alt, credit, ...sources.flatMap(({ title, publisher }) => [title, publisher])];
}

/** Where an article says some words: in a field, with its line, or in a paragraph. */
function whereSaid(article: ArticleFile, { paragraphs }: Text, was: string, now?: string): string {
  const isIn = (text: string) => {
    const plain = plainWords(text);
    return says(now === undefined ? plain : plain.replace(wordsPattern(now), '\n'), was);
  };
  const [field] =
    readableFields(article).find(([name, text]) => !/^corr/.test(name) && isIn(text)) ?? [];
  if (field !== undefined) return `in ${field} (line ${placeOfField(article.places, field)[0]})`;
  const paragraph = paragraphs.find(({ text }) => isIn(text));
  return paragraph
    ? `in paragraph ${paragraph.n} of the text`
    : 'in an exhibit, a note or a source';
}

function says(text: string, words: string): boolean {
  return text.search(wordsPattern(words)) !== -1;
}
