import { voiceOf } from '../i18n/index.ts';
import type { Archive } from '../record/archive.ts';
import type { Article } from '../record/article.ts';
import type { Link } from './page.ts';
import { type PrevNext, prevNextOf } from './prev-next.ts';

/** An entry's place in its storyline: a link to it, and to the parts before and after. */
export interface StorylinePlace extends Link {
  /** `Part 2 of 5`, above the headline. */
  label: string;
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
  return {
    name: storyline.name,
    href: routes.storylinePart(storyline.id, part),
    label: parts === undefined ? entry.part({ part }) : entry.partOf({ part, parts }),
    prevNext: prevNextOf(older, newer, archive),
  };
}
