import type { KnownIds } from '../record/editor-schemas.ts';
import { now } from './clock.ts';
import { madeInBuild } from './shared.ts';

/**
 * The ids that an article may name. What reads them is loaded only when nobody has read yet.
 * @param root the project's folder
 */
export async function knownIds(root: string): Promise<KnownIds> {
  const made = await madeInBuild('content', root, now());
  if (made) {
    const { tags, authors, storylines } = made.content;
    return { tags: tags.keys(), authors: authors.keys(), storylines: storylines.keys() };
  }
  const { loadVocabulary } = await import('./vocabulary.ts');
  const { tags, authors, storylines } = loadVocabulary(root);
  return {
    tags: tags.values.keys(),
    authors: authors.values.keys(),
    storylines: storylines.values.keys(),
  };
}
