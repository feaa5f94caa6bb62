import { distance } from 'fastest-levenshtein';
import { nearest, shorten } from '../lib/text.ts';
import type { Problem } from '../record/problem.ts';

/* What is said of fields that the contract does not know, and of values that have another shape. */

/** What other programs call our fields. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  date: 'pubDate',
  published: 'pubDate',
  lastmod: 'updatedDate',
  modified: 'updatedDate',
  updated: 'updatedDate',
  headline: 'title',
  standfirst: 'description',
  summary: 'description',
  lead: 'description',
  subtitle: 'description',
  excerpt: 'description',
  categories: 'tags',
  keywords: 'tags',
  series: 'storyline',
  heroImage: 'image',
  cover: 'image',
  thumbnail: 'image',
  redirect_from: 'aliases',
  permalink: 'aliases',
  author: 'authors',
  byline: 'authors',
  writer: 'authors',
  docket: 'number',
  link: 'url',
  href: 'url',
  ...each('publishDate publish_date published_at datePublished created created_at', 'pubDate'),
  ...each('last_modified_at updated_at lastUpdated dateModified', 'updatedDate'),
  ...each('abstract intro deck dek blurb desc custom_excerpt', 'description'),
  ...each('topic topics category labels subjects', 'tags'),
  ...each('featured_image feature_image banner ogImage', 'image'),
  ...each('alias redirects url', 'aliases'),
  language: 'lang',
  ...each('title label term', 'name'),
  definition: 'text',
};

/** What other programs call the fields of a picture. */
const OF_PICTURE: Readonly<Record<string, string>> = {
  ...each('url href link file filename path source image', 'src'),
  ...each('text altText description title', 'alt'),
};

/** Fields of other programs that are none here, however near to one of ours. */
const NOWHERE = new Set(
  'code comments deprecated feature featured file format hidden layout math menu note parent path private public readtime related source state status template time toc type unlisted weight'.split(
    ' ',
  ),
);

function each(names: string, ours: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, ours]));
}

/**
 * What an unknown field was to be, and what to do.
 * @param beside the fields among which it stands
 * @param isPart whether it may be what a comma cut off a text between braces
 */
export function unknownKey(
  key: string,
  known: readonly string[],
  beside: Readonly<Record<string, unknown>>,
  isPart: boolean,
): { name?: string; fix: string } {
  const [, before, after] = /^([\w-]+):(.+)$/.exec(key) ?? [];
  if (before !== undefined && isPart) {
    return { name: before, fix: `Write a space after the colon: "${before}: ${after}".` };
  }
  const elsewhere = known.includes('src') ? OF_PICTURE : ELSEWHERE;
  const foreign = Object.keys(elsewhere).filter((one) => known.includes(elsewhere[one] ?? ''));
  const isNowhere = NOWHERE.has(key) && !foreign.includes(key);
  const near = isNowhere ? undefined : nearest(key, [...known, ...foreign], distance);
  const name = near === undefined || known.includes(near) ? near : elsewhere[near];
  // Jekyll says so of drafts
  if (key === 'published' && typeof beside[key] === 'boolean' && known.includes('draft'))
    return { fix: beside[key] ? 'Remove it.' : 'Write "draft: true" in place of it.' };
  if (name !== undefined && Object.hasOwn(beside, name))
    return { name, fix: `Did you mean "${name}", which is there too? Keep one of the two.` };
  if (name !== undefined) return { name, fix: `Did you mean "${name}"?` };
  if (key === 'slug') return { fix: 'Remove it, and name the file so: its name is the address.' };
  const fix = isPart
    ? 'Remove it; if it belongs to the text before it, put that text in quotes.'
    : 'Remove it.';
  return { fix };
}

/** A picture that is named by its file alone, as other programs do. */
function pictureOf(given: unknown, fields: readonly string[]): string | undefined {
  if (typeof given !== 'string' || !fields.includes('src')) return undefined;
  return `Write { src: ${given.replace(/^!?\[\[|\]\]$/g, '')}, alt: what it shows }.`;
}

/**
 * The items of a list that was written as text: Jekyll parts them by spaces, others mark each.
 * @param field of the list: names of people have spaces
 */
export function itemsOf(written: string, field: string): string[] {
  const plain = written.replace(/^[【「『《]|[】」』》]$/g, '');
  const words = field === 'authors' ? /\n/ : /\s+/;
  return plain
    .split(/[,，、;；]/.test(plain) ? /[,，、;；]\s*/ : words)
    .map((item) => item.trim().replace(/^[-*•#@]+ ?(?=[^\s#])/, ''))
    .filter((item) => item !== '');
}

/** What a value of the wrong shape is, and what belongs there. */
export function shapeProblem(
  expected: string,
  given: unknown,
  written: string,
  fields: readonly string[],
  field: string,
): Pick<Problem, 'message' | 'fix'> {
  const is = Array.isArray(given)
    ? 'a list'
    : typeof given === 'object'
      ? 'a group of fields'
      : `"${shorten(written)}"`;
  // the frontmatter itself has too many to be told
  const names =
    fields.length === 0 || fields.length > 10 ? '' : ` Its fields are ${fields.join(', ')}.`;
  switch (expected) {
    case 'array': {
      const words = itemsOf(written, field);
      const keys = typeof given === 'object' ? Object.keys(given ?? {}) : words;
      const one = shorten(keys.join(', ')) || 'one, two';
      return {
        message: `Here is ${is} where a list belongs.`,
        fix:
          fields.length === 0
            ? `Write [${one}], or a line with "- " for each.`
            : `Write a line with "- " for each, and its fields as "name: value".${names}`,
      };
    }
    case 'object':
      return {
        message: `Here is ${is} where fields belong.`,
        fix:
          pictureOf(given, fields) ?? `Write each as "name: value", on a line of its own.${names}`,
      };
    default:
      return typeof given === 'object'
        ? {
            message: `Here is ${is} where text belongs.`,
            fix: 'Write one text; if brackets are part of it, put it in quotes.',
          }
        : { message: `Here is ${is} where text belongs.`, fix: 'Put it in quotes.' };
  }
}
