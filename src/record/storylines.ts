import { monthsBetween } from '../lib/dates.ts';
import { groupByEach } from '../lib/group.ts';
import { compareText } from '../lib/text.ts';
import type { Article } from './article.ts';
import type { StorylineData } from './frontmatter.ts';

/** A story told in dated parts. */
export interface Storyline extends StorylineData {
  id: string;
  /** Oldest first: part 1 is the first. Never empty in an archive. */
  parts: Article[];
}

/** Where an article stands in its storyline. */
export interface Position {
  storyline: Storyline;
  /** 1-based. */
  part: number;
  older?: Article;
  newer?: Article;
}

/** The storylines that have visible articles: those with the newest part first. */
export function collectStorylines(
  oldestFirst: readonly Article[],
  known: ReadonlyMap<string, StorylineData>,
): Map<string, Storyline> {
  const parts = groupByEach(oldestFirst, ({ storyline }) =>
    storyline === undefined ? [] : [storyline],
  );
  const storylines = [...parts].flatMap(([id, articles]): Storyline[] => {
    const data = known.get(id);
    return data ? [{ id, ...data, parts: articles }] : [];
  });
  const last = (storyline: Storyline) => storyline.parts.at(-1)?.pubDate.ms ?? 0;
  storylines.sort((a, b) => last(b) - last(a) || compareText(a.id, b.id));
  return new Map(storylines.map((storyline) => [storyline.id, storyline]));
}

/** Storylines in an order that a new part leaves as it is. */
export function storylinesByName(storylines: ReadonlyMap<string, Storyline>): Storyline[] {
  return [...storylines.values()].sort(
    (a, b) => compareText(a.name, b.name) || compareText(a.id, b.id),
  );
}

/** Where an article stands, or undefined when it is in no storyline. */
export function positionIn(
  article: Article,
  storylines: ReadonlyMap<string, Storyline>,
): Position | undefined {
  const storyline = storylines.get(article.storyline ?? '');
  const index = storyline?.parts.indexOf(article) ?? -1;
  if (!storyline || index < 0) return undefined;
  const older = storyline.parts[index - 1];
  const newer = storyline.parts[index + 1];
  return { storyline, part: index + 1, ...(older && { older }), ...(newer && { newer }) };
}

/** Months from the first part to the last. */
export function span(storyline: Storyline): number {
  const first = storyline.parts[0]?.pubDate.day ?? '';
  const last = storyline.parts.at(-1)?.pubDate.day ?? '';
  return monthsBetween(first, last);
}

/** A time in which a storyline had no part. */
export interface Silence {
  storyline: Storyline;
  /** The part before it; the next one ends it. */
  after: number;
  /** Calendar months without an entry. */
  months: number;
}

/** Fewer months than this are no silence. */
const SILENT = 12;

/** The longest silence of all storylines, or undefined when there is none of a year. */
export function longestSilence(storylines: Iterable<Storyline>): Silence | undefined {
  let longest: Silence | undefined;
  for (const storyline of storylines) {
    for (const [i, article] of storyline.parts.slice(1).entries()) {
      const before = storyline.parts[i]?.pubDate.day ?? '';
      const months = monthsBetween(before, article.pubDate.day) - 1;
      if (months >= (longest ? longest.months + 1 : SILENT)) {
        longest = { storyline, after: i + 1, months };
      }
    }
  }
  return longest;
}

/** A line of a storyline's timeline. */
export type TimelineRow =
  | { kind: 'year'; year: string }
  | { kind: 'part'; part: number; article: Article }
  /** Calendar months in which nothing was entered. */
  | { kind: 'gap'; months: number };

/** A storyline as its page draws it: years, parts, and the months between them. */
export function timeline(storyline: Storyline): TimelineRow[] {
  const rows: TimelineRow[] = [];
  let year = '';
  let before: Article | undefined;
  for (const [i, article] of storyline.parts.entries()) {
    const months = before ? monthsBetween(before.pubDate.day, article.pubDate.day) - 1 : 0;
    if (months > 0) rows.push({ kind: 'gap', months });
    if (article.pubDate.day.slice(0, 4) !== year) {
      year = article.pubDate.day.slice(0, 4);
      rows.push({ kind: 'year', year });
    }
    rows.push({ kind: 'part', part: i + 1, article });
    before = article;
  }
  return rows;
}
