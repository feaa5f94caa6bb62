import { isMarkdown, placeOf } from '../markdown/scope.ts';
import type { Place } from '../markdown/yaml.ts';
import type { ArticleFile } from '../record/article-file.ts';
import type { Problem } from '../record/problem.ts';
import {
  elementsOf,
  type Finding,
  type Markdown,
  problemAt,
  readableFields,
  sourceFields,
  type Verdict,
} from './model.ts';
import { placeInText } from './place.ts';

/** What writers leave for later; in capitals, so that ordinary words are left alone. */
const LEFTOVER = /\b(?:TODO|FIXME|TKTK|TK)\b|\b[Ll]orem ipsum\b/;
/** The same, if it is not the bank or the business of that name. */
const MAYBE = /\b(?:TBC|TBD)\b/;

/**
 * A note that a text tells of, as those on software do.
 * @example "remove TODO", "an outdated TODO", "TODO comments", "listed as “TBD”"
 */
const SPOKEN_OF =
  /\b(?:an?|the|this|that|my|our|your|his|her|of|some|few|all|old|called|named|add|added|adds?|address|clarify|delete|drop|fix|fixed|fixes|outdated|out-of-date|obsolete|redundant|remove|removed|removes|removing|resolve|resolved|resolves|stale|unnecessary|unneeded|update|updated|updates) (?:TODO|FIXME)s?\b(?!:)|\b(?:TODO|FIXME)(?= (?:apps?|comments?|items?|lists?)\b)|(?<=["“‘«„])(?:TODO|FIXME|TKTK|TK|TBC|TBD|lorem ipsum)(?=[,.]?["”’»“])/gi;

function withoutSpoken(text: string): string {
  return text.replace(SPOKEN_OF, (it) => 'x'.repeat(it.length));
}

/** A note to oneself in the text. (A comment, `{/* … *\/}`, is never published and may hold one.) */
export function* checkTodoMarkers({ all, draft, isPlain }: Markdown): Generator<Finding> {
  for (const node of all('text')) {
    const words = isPlain ? withoutSpoken(node.value) : node.value;
    const { index, verdict } = leftover(words, draft);
    if (verdict) yield { ...placeInText(node, index), ...verdict };
  }
  for (const node of [...all('image'), ...all('imageReference')]) {
    const { verdict } = leftover(node.alt ?? '', draft);
    if (verdict) yield { ...placeOf(node), ...verdict };
  }
  for (const node of elementsOf(all)) {
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute' || !attribute.value) continue;
      const { name, value } = attribute;
      const { verdict } = leftover(typeof value === 'string' ? value : value.value, draft);
      if (verdict) yield { field: `<${node.name} ${name}>`, ...placeOf(node), ...verdict };
    }
  }
}

/** The same in what the frontmatter says to readers. */
export function* checkFieldTodoMarkers(article: ArticleFile): Generator<Problem> {
  const { draft = false } = article.data;
  for (const [field, text, lang] of [...readableFields(article), ...sourceFields(article)]) {
    const words = isMarkdown(article.file) ? withoutSpoken(text) : text;
    // in Spanish "TODO" is a word
    const { verdict } = leftover(words, draft || lang !== undefined, IN_FIELD);
    if (verdict) yield problemAt(article, field, verdict);
  }
}

/** Fields of pages, authors, tags, storylines and terms that readers read. */
const TEXTS = ['title', 'name', 'role', 'description', 'short', 'bio', 'text'];

/** The same in what a page, or something that articles name, says to readers. */
export function* checkTexts(
  data: Readonly<Record<string, unknown>>,
  file: string,
  placeOfText: (field: string) => Place,
): Generator<Problem> {
  for (const field of TEXTS) {
    const text = data[field];
    const { verdict } = leftover(typeof text === 'string' ? text : '', false, IN_FIELD);
    if (verdict) yield { severity: 'error', file, ...placeOfText(field), field, ...verdict };
  }
}

const IN_TEXT =
  'Finish the sentence, or put the note in a comment: {/* … */}. A word that is meant stands between backticks.';
const IN_FIELD =
  'Finish the sentence, or put the note in a comment, on a line that begins with "#".';

/** The first note to oneself in a text: a sure one, or else one that may be a name. */
function leftover(
  text: string,
  isUnsure: boolean,
  fix = IN_TEXT,
): { index: number; verdict?: Verdict } {
  const sure = LEFTOVER.exec(text);
  const match = sure ?? MAYBE.exec(text);
  if (!match) return { index: -1 };
  const [word] = match;
  const verdict: Verdict = sure
    ? {
        code: 'leftover',
        severity: isUnsure ? 'warning' : 'error',
        message: `"${word}" was left in the text.`,
        fix,
      }
    : {
        code: 'leftover',
        severity: 'warning',
        message: `"${word}" stands in the text, which is a name or was left there.`,
        fix: 'Finish the sentence; a name may stay.',
      };
  return { index: match.index, verdict };
}
