import type { Nodes, Root } from 'mdast';
import { walk } from '../lib/tree.ts';
import { isMarkdown } from '../markdown/scope.ts';
import type { ArticleFile } from '../record/article-file.ts';
import type { Problem } from '../record/problem.ts';
import type { Text } from '../record/text.ts';
import { checkAddresses } from './addresses.ts';
import { checkClock } from './clock.ts';
import { checkCopy, checkHeadlines } from './copy-desk.ts';
import { checkCorrections } from './corrections.ts';
import { checkDates } from './dates.ts';
import { checkLengths, checkLists, checkPlainFields, checkText } from './fields.ts';
import { checkAlt, checkCoverAlt, checkLinkWords, checkNotes } from './footnotes.ts';
import { checkHeadings } from './headings.ts';
import { checkHidden } from './hidden.ts';
import { checkLedger } from './ledger.ts';
import { checkLinks } from './links.ts';
import { checkListItems } from './lists.ts';
import { checkMenu } from './menu.ts';
import type {
  ArticleCheck,
  ContentModel,
  Finding,
  Markdown,
  MarkdownCheck,
  ModelCheck,
} from './model.ts';
import { checkFieldMojibake, checkMojibake } from './mojibake.ts';
import { checkNumbers } from './numbers.ts';
import { checkPaths } from './paths.ts';
import { checkSources } from './sources.ts';
import { checkTitles } from './titles.ts';
import { checkFieldTodoMarkers, checkTodoMarkers } from './todo-markers.ts';
import { checkUnparsed } from './unparsed.ts';
import {
  checkCollections,
  checkDesk,
  checkGlossary,
  checkReferences,
  checkTags,
} from './vocabulary.ts';
import { checkFieldWords, checkWords } from './words.ts';
import { checkWrappedLinks } from './wrapped-links.ts';

/** What is asked of each article's text; follows from its file alone, so it is cached with it. */
const OF_MARKDOWN: readonly MarkdownCheck[] = [
  checkHidden,
  checkMojibake,
  checkHeadings,
  checkWords,
  checkTodoMarkers,
  checkNotes,
  checkLinkWords,
  checkWrappedLinks,
  checkAlt,
  checkUnparsed,
  checkListItems,
  checkCopy,
];

/** Of plain Markdown, what a page reads or sets right by itself is not told. */
const READ_IN_MARKDOWN = new Set(['mark-alert', 'heading-first', 'heading-skips']);

/** Findings that stay errors in plain Markdown; the rest is what whole archives are full of. */
const ERRORS_OF_MARKDOWN = new Set(['character-half', 'character-order']);

/** What is asked of each article as a whole; cached with it too. */
const OF_ARTICLE: readonly ArticleCheck[] = [
  checkLists,
  checkText,
  checkPlainFields,
  checkLengths,
  checkSources,
  checkFieldTodoMarkers,
  checkFieldWords,
  checkFieldMojibake,
  checkCoverAlt,
  checkCorrections,
];

/** What is asked of all articles together, at every check. */
const OF_MODEL: readonly ModelCheck[] = [
  checkPaths,
  checkNumbers,
  checkDates,
  checkReferences,
  checkTags,
  checkGlossary,
  checkDesk,
  checkMenu,
  checkCollections,
  checkTitles,
  checkHeadlines,
  checkAddresses,
  checkLinks,
  checkLedger,
  checkClock,
];

/** Problems of a text as it was written. */
export function checkMarkdown(
  { tree, ...markdown }: { tree: Root } & Omit<Markdown, 'all' | 'isPlain'>,
  file: string,
): Problem[] {
  const all = nodesByType(tree);
  const isPlain = isMarkdown(file);
  return OF_MARKDOWN.flatMap((check) =>
    Array.from(
      check({ all, isPlain, ...markdown }),
      (finding): Problem => ({
        severity: isPlain && !ERRORS_OF_MARKDOWN.has(finding.code) ? 'warning' : 'error',
        file,
        field: '',
        ...finding,
        ...(isPlain && finding.code === 'leftover' && inPlain(finding)),
      }),
    ),
  ).filter(({ code }) => !isPlain || !READ_IN_MARKDOWN.has(code));
}

/** Of a word that was left, in a whole archive of them: a count, and the form of its comments. */
function inPlain({ fix }: Finding): Pick<Problem, 'severity' | 'fix'> {
  return { severity: 'warning', fix: fix.replace('{/* … */}', '<!-- … -->') };
}

/** A tree's nodes by type, from one walk: every check asks for some. */
function nodesByType(tree: Root): Markdown['all'] {
  const byType = new Map<string, Nodes[]>();
  walk<Nodes>(tree, (node) => {
    const nodes = byType.get(node.type);
    if (nodes) nodes.push(node);
    else byType.set(node.type, [node]);
  });
  return <Type extends Nodes['type']>(type: Type) =>
    (byType.get(type) ?? []) as Extract<Nodes, { type: Type }>[];
}

/** Problems of an article's fields against its text. */
export function checkArticle(article: ArticleFile, text: Text, lang: string): Problem[] {
  return OF_ARTICLE.flatMap((check) => [...check(article, text, lang)]);
}

/** Problems that only show when everything is seen together. */
export function checkModel(model: ContentModel): Problem[] {
  const found = OF_MODEL.flatMap((check) => [...check(model)]);
  const isClockWrong = found.some(({ code }) => code === 'clock');
  const numbered = new Set(
    found.flatMap(({ code, file }) => (code === 'ledger-number' ? file : [])),
  );
  return found.filter(
    ({ code, file }) =>
      !(isClockWrong && OF_THE_CLOCK.has(code)) &&
      // one that is to have its number again is given no new one
      !(code === 'number-missing' && numbered.has(file)),
  );
}

/** What a wrong clock makes of dates that are right. */
const OF_THE_CLOCK = new Set(['date-ahead', 'date-future']);
