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
