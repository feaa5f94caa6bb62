import type { KnownIds } from '../record/editor-schemas.ts';
import type { Site } from '../record/site.ts';
import { loadVocabulary } from './vocabulary.ts';

/**
 * The ids that an article may name.
 * @param root the project's folder
 */
export function knownIds(root: string, site: Site): KnownIds {
  const { tags, authors, storylines } = loadVocabulary(root, site);
  return {
    tags: tags.values.keys(),
    authors: authors.values.keys(),
    storylines: storylines.values.keys(),
  };
}
