import { stringify } from 'yaml';
import { voiceOf } from '../i18n/index.ts';
import type { Site } from '../record/site.ts';

/** What a writer has decided before the first word. */
export interface NewArticle {
  title: string;
  description?: string;
  /** Day, `2026-11-22`. */
  date: string;
  authors: string[];
  tags: string[];
  kind: string;
  storyline?: string;
}

/**
 * The file of an article that is begun: it keeps the contract, and is a draft. What is not decided
 * yet is offered in comments. In the plain voice nothing is asked that a blog does without.
 * @param offered tags to choose from, if none were chosen
 */
export function newArticle(article: NewArticle, offered: readonly string[], site: Site): string {
  const { scaffold: t } = voiceOf(site).t;
  const isPlain = site.voice === 'plain';
  const { title, description, date, authors, tags, kind, storyline } = article;
  const standfirst = description ?? `TODO: ${t.description}`;
  const list = (ids: readonly string[]) => `[${ids.join(', ')}]`;
  const lines = [
    '---',
    field('title', title),
    field('description', standfirst),
    `pubDate: ${date}`,
    `authors: ${list(authors)}`,
    ...(tags.length === 0 ? comment(t.tags + offered.join(', ')) : []),
    `tags: ${list(tags)}`,
    ...(isPlain && kind === site.kinds[0]?.id ? [] : [`kind: ${kind}`]),
    ...(storyline === undefined ? [] : [`storyline: ${storyline}`]),
    ...(isPlain
      ? []
      : [
          ...comment(t.keyFacts),
          'keyFacts:',
          `  - { label: ${t.restsOn}, text: "TODO" }`,
          'sources: []',
        ]),
    ...comment(t.draft),
    'draft: true',
    '---',
    '',
    ...(isPlain ? [] : [`{/* ${t.text({ cite: '<Cite id="its-id" />' })} */}`, '']),
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
