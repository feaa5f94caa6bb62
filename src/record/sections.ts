import type { Site } from './site.ts';

/** What a publication may have beside its articles, each with a page of its own. */
export const SECTIONS = ['topics', 'storylines', 'corrections', 'glossary'] as const;
export type Section = (typeof SECTIONS)[number];

/** Places that a menu may name beside pages of the owner's. */
export const PLACES = ['home', 'archive', ...SECTIONS, 'search', 'feeds'] as const;
export type PlaceName = (typeof PLACES)[number];

/**
 * The sections that readers find: those that are switched on and have something in them. The
 * corrections of a docket are there while there are none: that is what they say.
 * @param counts how much is in them
 */
export function sectionsOf(
  { sections, voice }: Pick<Site, 'sections' | 'voice'>,
  counts: Readonly<Record<Section, number>>,
): ReadonlySet<Section> {
  const isThere = (section: Section) =>
    counts[section] > 0 || (section === 'corrections' && voice === 'docket');
  return new Set(SECTIONS.filter((section) => sections[section] && isThere(section)));
}
