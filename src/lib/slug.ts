/** What a URL segment may be: lower-case letters, digits, single hyphens or dots between them. */
export const SLUG = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;

/** A slug from any text: accents dropped, everything else that is not a letter or digit a hyphen. */
export function slugify(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/**
 * The last part of a topic's address, not encoded: of a tag that is no id, its letters and digits of
 * any script. Empty where it has none.
 * @example topicSlug('C#') === 'c-sharp'; topicSlug('AI/ML') === 'ai-ml'
 */
export function topicSlug(tag: string): string {
  if (SLUG.test(tag)) return tag;
  return tag
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=[\p{L}\p{N}])#/gu, '-sharp-')
    .replace(/(?<=[\p{L}\p{N}]\+*)\+/gu, '-plus-')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
