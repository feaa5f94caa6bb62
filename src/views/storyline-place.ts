import { voiceOf } from '../i18n/index.ts';
import type { Archive } from '../record/archive.ts';
import type { Article } from '../record/article.ts';
import { reachOf } from '../record/storylines.ts';
import { type PrevNext, prevNextOf } from './article.ts';
import type { Link } from './page.ts';

/** Of a longer storyline the parts around an entry are offered; its name leads to all of them. */
const MOST = 24;

/** An entry's place in its storyline: a link to it, and to the parts around it. */
export interface StorylinePlace extends Link {
  part: number;
  /** Parts of a closed storyline; an open one has no last part yet. */
  parts: number | undefined;
  /** `Part 2 of 5`, above the headline. */
  label: string;
  /** The same behind the storyline's name. */
  suffix: string;
  ticks: { part: number; href: string; label: string; isHere: boolean }[];
  prevNext: PrevNext | undefined;
}

/** Undefined for an entry of no storyline. */
export function storylinePlace(article: Article, archive: Archive): StorylinePlace | undefined {
  const position = archive.position(article);
  if (!position) return undefined;
  const { routes } = archive;
  const { entry } = voiceOf(archive.site).t;
  const { storyline, part, older, newer } = position;
  const parts = storyline.status === 'closed' ? storyline.parts.length : undefined;
  const reach = reachOf(position);
  const first = Math.max(0, Math.min(part - MOST / 2, reach.length - MOST));
  return {
    name: storyline.name,
    href: routes.storylinePart(storyline.id, part),
    part,
    parts,
    label: parts === undefined ? entry.part(part) : entry.partOf(part, parts),
    suffix:
      parts === undefined ? entry.storylinePartOpen(part) : entry.storylinePartOf(part, parts),
    ticks: reach.slice(first, first + MOST).map((other, i) => {
      const n = first + i + 1;
      const isHere = other === article;
      const label = isHere ? entry.partHere(n) : entry.part(n);
      return { part: n, href: routes.article(other), label, isHere };
    }),
    prevNext: prevNextOf(older, newer, archive),
  };
}
