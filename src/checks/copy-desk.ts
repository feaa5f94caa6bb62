import type { Paragraph, PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { countWords, plainWords } from '../lib/text.ts';
import { walk } from '../lib/tree.ts';
import { placeOf } from '../markdown/scope.ts';
import type { Problem } from '../record/problem.ts';
import { type ContentModel, type Finding, type Markdown, problemAt } from './model.ts';

/*
 * What a copy desk asks of an article, as far as it can be told by machine. Each rule is on where the
 * configuration says so (`articles.copyDesk`), and each is a warning.
 */

/** Headlines that are long or name nobody, and standfirsts that say the same again. */
export function* checkHeadlines(model: ContentModel): Generator<Problem> {
  const {
    headline = Number.POSITIVE_INFINITY,
    names,
    standfirst,
  } = model.site.articles.copyDesk ?? {};
  const known = names ? knownNames(model) : new Set<string>();
  for (const article of model.articles) {
    const { title, description = '', draft, keyFacts = [] } = article.data;
    if (title === undefined || draft) continue;
    const warn = (field: string, code: string, message: string, fix: string) =>
      problemAt(article, field, { code, severity: 'warning', message, fix });
    const length = [...title].length;
    if (length > headline) {
      yield warn(
        'title',
        'headline-long',
        `The headline has ${length} characters; the most is ${headline}.`,
        'Say who did what, in fewer words.',
      );
    }
    const told = [description, ...keyFacts.map(({ text }) => text)].join(' ');
    if (names && !hasName(title, known, told)) {
      yield warn(
        'title',
        'headline-nameless',
        `The headline "${title}" names nobody: it has no word of the tags or the glossary, and no capital but the first.`,
        'Name the country, the body, the law or the firm.',
      );
    }
    if (standfirst && repeats(title, description)) {
      yield warn(
        'description',
        'standfirst-repeats',
        'The standfirst has nearly all the words of the headline.',
        'Say what the headline leaves out.',
      );
    }
  }
}

/** A first sentence that is long, and paragraphs with a number and no source for it. */
export function* checkCopy({ all, copyDesk = {} }: Markdown): Generator<Finding> {
  const { lead = Number.POSITIVE_INFINITY, numbers } = copyDesk;
  const first = all('paragraph')[0];
  const words = first ? countWords(sentences(textOf(first))[0] ?? '') : 0;
  if (first && words > lead) {
    yield {
      ...placeOf(first),
      code: 'lead-long',
      severity: 'warning',
      message: `The first sentence has ${words} words; the most is ${lead}.`,
      fix: 'Say the news in it, and the rest in the next.',
    };
  }
  if (!numbers) return;
  for (const paragraph of uncited(all)) {
    const text = textOf(paragraph);
    yield {
      ...placeOf(paragraph),
      code: 'number-uncited',
      severity: 'warning',
      message: `The paragraph "${text.slice(0, 40)}…" has the number ${/\d[\d.,]*\d|\d/.exec(text)?.[0]} and no source.`,
      fix: 'Cite the source with <Cite>, or link to the entry that has it.',
    };
  }
}

/** Paragraphs with a number that neither cite a source nor lead to another entry; lists and notes left out. */
function uncited(all: Markdown['all']): Paragraph[] {
  const aside = new Set<unknown>(
    [...all('listItem'), ...all('footnoteDefinition')].flatMap(({ children }) => children),
  );
  return all('paragraph').filter(
    (paragraph) => !aside.has(paragraph) && /\d/.test(textOf(paragraph)) && !restsOn(paragraph),
  );
}

function restsOn(paragraph: Paragraph): boolean {
  let rests = false;
  walk<Paragraph | PhrasingContent>(paragraph, (node) => {
    rests ||= node.type === 'mdxJsxTextElement' && node.name === 'Cite';
    rests ||= node.type === 'footnoteReference';
    rests ||= node.type === 'link' && /\.mdx(?:#|$)/.test(node.url);
  });
  return rests;
}

/** Sentences of a text. */
export function sentences(text: string): string[] {
  return [...SENTENCES.segment(text)].map(({ segment }) => segment.trim()).filter(Boolean);
}

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Every name of tags that are places, and of terms, in small letters. */
function knownNames({ tags, glossary }: Pick<ContentModel, 'tags' | 'glossary'>) {
  const places = [...tags.values.values()].filter(({ group }) => group === 'place');
  const named = [...places, ...glossary.values.values()];
  return new Set(
    named.flatMap(({ name, synonyms }) => [name, ...synonyms]).map((name) => name.toLowerCase()),
  );
}

/**
 * Whether a headline names somebody or something.
 * @param told what else the article says: its first word is a name if it has a capital within that
 */
function hasName(title: string, known: ReadonlySet<string>, told: string): boolean {
  const words = plainWords(title).match(/[\p{L}\p{N}.-]+/gu) ?? [];
  const [first = '', ...others] = words;
  if (others.some((word) => /^\p{Lu}/u.test(word)) || /^.+\p{Lu}/u.test(first)) return true;
  const within = plainWords(told).matchAll(/[\p{L},] (\p{Lu}[\p{L}\p{N}.-]*)/gu);
  return known.has(first.toLowerCase()) || [...within].some(([, word]) => word === first);
}

/** Whether a standfirst has nearly all the longer words of the headline. */
function repeats(title: string, standfirst: string): boolean {
  const long = (text: string) =>
    plainWords(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  const there = new Set(long(standfirst));
  const words = [...new Set(long(title))];
  return words.length > 2 && words.filter((word) => there.has(word)).length >= words.length * 0.8;
}
