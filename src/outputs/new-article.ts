import { stringify } from 'yaml';
import type { Kind } from '../record/frontmatter.ts';

/** What a writer has decided before the first word. */
export interface NewArticle {
  title: string;
  description?: string;
  /** Day, `2026-11-22`. */
  date: string;
  authors: string[];
  tags: string[];
  kind: Kind;
  storyline?: string;
}

/**
 * The file of an article that is begun: it keeps the contract, and is a draft. What is not decided
 * yet is offered in comments.
 * @param offered tags to choose from, if none were chosen
 */
export function newArticle(article: NewArticle, offered: readonly string[]): string {
  const { title, description, date, authors, tags, kind, storyline } = article;
  const standfirst = description ?? 'TODO: one or two sentences that stand below the headline.';
  const list = (ids: readonly string[]) => `[${ids.join(', ')}]`;
  const lines = [
    '---',
    field('title', title),
    field('description', standfirst),
    `pubDate: ${date}`,
    `authors: ${list(authors)}`,
    ...(tags.length === 0 ? comment(`Choose from: ${offered.join(', ')}`) : []),
    `tags: ${list(tags)}`,
    `kind: ${kind}`,
    ...(storyline === undefined ? [] : [`storyline: ${storyline}`]),
    '# The last row always says what the entry rests on.',
    'keyFacts:',
    '  - { label: Rests on, text: "TODO" }',
    'sources: []',
    '# Remove this line when the entry is to come out.',
    'draft: true',
    '---',
    '',
    '{/* Write here. Cite a source as <Cite id="its-id" /> after the sentence that rests on it. */}',
    '',
  ];
  return lines.join('\n');
}

function field(name: string, value: string): string {
  return stringify({ [name]: value }, { lineWidth: 0 }).trimEnd();
}

/** Comment lines of at most 100 characters. */
function comment(text: string): string[] {
  return (text.match(/.{1,97}(?:\s|$)/g) ?? []).map((line) => `# ${line.trim()}`);
}
