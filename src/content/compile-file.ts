import type { ElementContent } from 'hast';
import { checkArticle, checkMarkdown } from '../checks/check.ts';
import { wordsOf } from '../i18n/words.ts';
import { oncePer } from '../lib/once.ts';
import { plainWords, wordsPattern } from '../lib/text.ts';
import { walk } from '../lib/tree.ts';
import { compile, NO_TEXT } from '../markdown/compile.ts';
import { overLimit, tooDeep } from '../markdown/limits.ts';
import { withinSite } from '../markdown/links.ts';
import type { CompileOptions } from '../markdown/scope.ts';
import { parseSource } from '../markdown/source.ts';
import { type WikiTargets, wikilinksIn } from '../markdown/wikilinks.ts';
import type { Yaml } from '../markdown/yaml.ts';
import { type ArticleFile, articleId, type Places } from '../record/article-file.ts';
import { type Frontmatter, frontmatterOf, frontmatterSchema } from '../record/frontmatter.ts';
import { fingerprintOf } from '../record/ledger.ts';
import { fileProblem, type Problem } from '../record/problem.ts';
import { type Component, componentsOf, type Text } from '../record/text.ts';
import { validateArticle } from './validate.ts';

/**
 * Reads one article's file: frontmatter checked, text compiled. Never throws for a writer's mistake.
 * @param digest what it is to be kept under
 * @param wiki what its wikilinks mean
 */
export async function compileFile(
  file: string,
  source: string,
  digest: string,
  options: CompileOptions,
  wiki: WikiTargets = NO_WIKI,
): Promise<{ article: ArticleFile; text: Text }> {
  const problem = unreadable(source, file);
  if (problem) return refused(file, digest, problem);
  try {
    return await read(file, source, digest, options, wiki);
  } catch (error) {
    // the stack is full: parsers go as deep as what they read
    if (error instanceof RangeError) return refused(file, digest, tooDeep(file));
    throw error;
  }
}

/** The contract of a publication, made once: its lists are the same for all files. */
const contractOf = oncePer(frontmatterOf);

const NO_WIKI: WikiTargets = new Map();

/** Why a text is not read at all. */
export function unreadable(source: string, file: string): Problem | undefined {
  return otherFormat(source, file) ?? damaged(source, file) ?? overLimit(source, file);
}

/** How files of other formats begin that are given the name of an article. */
const FORMATS: readonly [begins: RegExp, what: string][] = [
  [/^PK\p{Cc}\p{Cc}/u, 'a document of Word or an archive'],
  [/^%PDF-/, 'a PDF'],
  [/^\{\\rtf/, 'a document of WordPad (RTF)'],
  [/^\ufeff?\s*<(?:!doctype html|html)\b/i, 'a page of HTML'],
  [/^\ufffd\ufffd?[\s\S]?\0|^.\0.\0/, 'text in UTF-16, not UTF-8'],
];

/** A file that holds another thing than Markdown. */
function otherFormat(source: string, file: string): Problem | undefined {
  const [, what] = FORMATS.find(([begins]) => begins.test(source)) ?? [];
  if (what === undefined) return undefined;
  const fix = what.startsWith('text') ? 'Save it as UTF-8.' : 'Save its text as Markdown.';
  return fileProblem(file, { code: 'file-format', message: `The file is ${what}.`, fix });
}

/** What was done to a file before it came here. */
export function damaged(source: string, file: string): Problem | undefined {
  const at = (index: number, code: string, message: string, fix: string): Problem => {
    const line = source.slice(0, index).split('\n').length;
    return fileProblem(file, { code, line, message, fix });
  };
  const conflict = CONFLICT.exec(source) && CONFLICT.exec(withoutFences(source));
  if (conflict) {
    return at(
      conflict.index,
      'conflict',
      'Two versions of the text stand here, as git left them.',
      'Keep the right one and remove the lines of "<<<<<<<", "=======" and ">>>>>>>".',
    );
  }
  const broken = source.indexOf('\ufffd');
  if (broken === -1) return undefined;
  return at(
    broken,
    'encoding',
    'Here is a character that cannot be read; the file is not in UTF-8, or was damaged.',
    'Save it as UTF-8 and write the character again.',
  );
}

/** A line that git writes between two versions. */
const CONFLICT = /^(?:<{7}|>{7})(?: .*)?$/m;

/** A text with blank lines in place of code between fences, which may show what git writes. */
function withoutFences(source: string): string {
  return source.replace(/^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?^ {0,3}\1[`~]*[ \t]*$/gm, (code) =>
    code.replace(/[^\n]/g, ''),
  );
}

/** A file of which only the problem is known. */
function refused(file: string, digest: string, problem: Problem) {
  const article: ArticleFile = {
    file,
    id: articleId(file),
    digest,
    data: {},
    places: {},
    readable: false,
    anchors: [],
    words: 0,
    corrected: [],
    images: [],
    links: [],
    terms: [],
    problems: [problem],
  };
  return { article, text: NO_TEXT };
}

async function read(
  file: string,
  source: string,
  digest: string,
  options: CompileOptions,
  wiki: WikiTargets,
): Promise<{ article: ArticleFile; text: Text }> {
  const { frontmatter: yaml, body } = parseSource(source, file);
  const { data: given } = yaml;
  const lacks = options.describes && lacksDescription(given);
  const { data, partial, problems } = validateArticle(
    lacks ? { ...yaml, data: { ...given, description: file } } : yaml,
    file,
    contractOf(options.lists),
  );
  const sourceIds = data?.sources.map(({ id }) => id) ?? looseSourceIds(yaml.data);
  const found = [...problems];
  const draft = partial.draft === true;
  const isMissing = problems.some(({ code }) => code === 'frontmatter-missing');
  const own = inLanguage(data?.lang, options);
  const text = await compile({ file, body, sourceIds, wiki }, own, (tree) => {
    const ofText = checkMarkdown({ tree, body, draft, wiki, ...own }, file);
    // fields that do not begin the file are no second ones
    found.push(...ofText.filter(({ code }) => !isMissing || code !== 'frontmatter-twice'));
  });
  if (lacks)
    partial.description = firstSentence(text.paragraphs[0]?.text ?? '', own.lang) || partial.title;
  const readable = text.problems.every(({ code }) => code !== 'mdx');
  const components = componentsOf(text.tree);
  const chart = components.find((component) => component.name === 'Chart');
  const wikilinks = wikilinksIn(source);
  const article: ArticleFile = {
    file,
    id: articleId(file),
    digest,
    data: partial,
    places: yaml.places(),
    readable,
    anchors: anchorsOf(text, components, sourceIds.length),
    words: text.words,
    ...(chart && { chart: chart.props }),
    ...(wikilinks.length > 0 && { wikilinks }),
    corrected: correctedParagraphs(partial, text.paragraphs),
    images: text.images,
    links: text.links.flatMap((link) => {
      const target = withinSite(link.target, options.url);
      return target === undefined ? [] : [{ ...link, target }];
    }),
    terms: text.terms,
    ...(data && readable && { fingerprint: fingerprintOf(data, text, body) }),
    problems: found,
  };
  // of sources that cannot be read, it is not known which are there
  const known = data !== undefined || (!isBroken(yaml, 'sources') && hasSources(yaml.data));
  found.push(
    ...text.problems.filter(({ code }) => known || code !== 'cite-unknown'),
    // the first sentence was asked where it stands
    ...checkArticle(article, text, own.lang).filter(
      ({ field }) => !lacks || field !== 'description',
    ),
  );
  article.places = { ...usedPlaces(article.places), ...placesOfBroken(yaml) };
  return { article, text };
}

/** What compiling an article in a language of its own depends on. */
function inLanguage(lang: string | undefined, options: CompileOptions): CompileOptions {
  if (lang === undefined) return options;
  const { compiled: labels, signs } = wordsOf({ locale: lang });
  return { ...options, lang, labels, letters: signs.letters };
}

/** Places of the values that the checks across files point to. */
function usedPlaces(places: Places): Places {
  const used =
    /^(?:\w+|(?:tags|authors|aliases|corrections)\[.*|(?:withdrawn|image)\..*|sources\[\d+\](?:\.id)?)$/;
  return Object.fromEntries(Object.entries(places).filter(([field]) => used.test(field)));
}

/** Ids that a page gives the article's text. */
function anchorsOf(text: Text, components: readonly Component[], sources: number): string[] {
  const numbered = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`);
  return [
    ...text.headings.map(({ id }) => id),
    ...text.exhibits.map(({ letter }) => `exhibit-${letter.toLowerCase()}`),
    ...numbered('p', text.paragraphs.length),
    ...(sources > 0 ? ['sources'] : []),
    ...numbered('s', sources),
    ...(text.notes.length > 0 ? ['notes'] : []),
    ...numbered('fn-', text.notes.length),
    ...numbered('note-', components.filter(({ name }) => name === 'Note').length),
    ...idsOf(text.tree),
  ];
}

/** Ids that a writer gave, in HTML within Markdown. */
function idsOf(tree: Text['tree']): string[] {
  const ids: string[] = [];
  walk<ElementContent>(
    { type: 'element', tagName: 'div', properties: {}, children: tree },
    (node) => {
      if (node.type === 'element' && typeof node.properties.id === 'string')
        ids.push(node.properties.id);
    },
  );
  return ids;
}

/** For each correction: the paragraph in which its corrected words stand, or 0. */
function correctedParagraphs(
  { corrections = [] }: Partial<Frontmatter>,
  paragraphs: readonly { n: number; text: string }[],
): number[] {
  return corrections.map(
    ({ now }) =>
      paragraphs.find(
        ({ text }) => now !== undefined && plainWords(text).search(wordsPattern(now)) !== -1,
      )?.n ?? 0,
  );
}

/** Of fields that cannot be read it is known that they are there: of all, if the name of one is not known. */
function placesOfBroken({ broken }: Yaml): Places {
  const names = broken.has('') ? Object.keys(frontmatterSchema.shape) : [...broken];
  return Object.fromEntries(names.map((name) => [name, [1, 1]]));
}

function lacksDescription(data: unknown): data is object {
  if (typeof data !== 'object' || data === null) return false;
  return !('description' in data) || data.description === null || data.description === '';
}

/** The first sentence of a text, or as many of its words as a standfirst has. */
function firstSentence(text: string, lang: string): string {
  const [line = ''] = text.split('\n');
  const [first] = new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(line);
  const sentence = first?.segment.trim() ?? '';
  return sentence.length <= 300 ? sentence : `${sentence.slice(0, 299).replace(/\s+\S*$/, '')}…`;
}

function isBroken({ broken }: Yaml, field: string): boolean {
  return broken.has(field) || broken.has('');
}

/** Whether a frontmatter that breaks the contract has a list of sources, or none. */
function hasSources(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  return !('sources' in data) || Array.isArray(data.sources);
}

/** Source ids of a frontmatter that breaks the contract elsewhere, so that citations are not called unknown. */
function looseSourceIds(data: unknown): (string | undefined)[] {
  if (typeof data !== 'object' || data === null || !('sources' in data)) return [];
  if (!Array.isArray(data.sources)) return [];
  return data.sources.map((source: unknown) =>
    typeof source === 'object' && source !== null && 'id' in source && typeof source.id !== 'object'
      ? String(source.id)
      : undefined,
  );
}
