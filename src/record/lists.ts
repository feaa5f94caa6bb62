/*
 * Lists of words that a publication files things under: kinds of article, types of source, groups of
 * topics. The languages have words for those that are here.
 */

/** Kinds of article; the first is that of an article which names none. */
export const KINDS = ['report', 'analysis', 'explainer', 'opinion'] as const;
/** Types of source, as the list of sources names them. */
export const SOURCE_TYPES = [
  'official',
  'law',
  'court',
  'press',
  'research',
  'company',
  'document',
] as const;
/** Groups of topics, in the order in which they are shown. */
export const TAG_GROUPS = ['place', 'topic', 'body'] as const;

/** A word of a list. */
export interface Listed {
  id: string;
  /** What readers see; for the words that are here, what the language says when left out. */
  name?: string | undefined;
}

/** The group of a topic that names none. */
export function usualGroup(groups: readonly string[]): string {
  return groups.includes('topic') ? 'topic' : (groups[0] ?? '');
}

/** Ids of a list. */
export function idsOf(words: readonly Listed[]): string[] {
  return words.map(({ id }) => id);
}
