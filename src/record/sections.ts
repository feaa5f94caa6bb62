import type { Site } from './site.ts';

/** What a publication may have beside its articles, each with a page of its own. */
export const SECTIONS = ['topics', 'storylines', 'corrections', 'glossary'] as const;
export type Section = (typeof SECTIONS)[number];

/** Places that a menu may name beside pages of the owner's. */
export const PLACES = ['home', 'archive', ...SECTIONS, 'search', 'feeds'] as const;
export type PlaceName = (typeof PLACES)[number];

/**
 * The sections that readers find: those that are switched on and have something in them. The
 * corrections are there while there are none: that is what they say.
 * @param counts how much is in them
 */
export function sectionsOf(
  { sections }: Pick<Site, 'sections'>,
  counts: Readonly<Record<Exclude<Section, 'corrections'>, number>>,
): ReadonlySet<Section> {
  const all = { ...counts, corrections: 1 };
  return new Set(SECTIONS.filter((section) => sections[section] && all[section] > 0));
}
