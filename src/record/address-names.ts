import { z } from 'astro/zod';
import { isSlug } from '../lib/slug.ts';

/*
 * What an owner may choose of addresses: the pattern of those of articles, and the names of the folders
 * in which the engine's own pages and feeds lie.
 */

/** The folders that have a name, each with its usual one. */
const USUAL = {
  archive: 'archive',
  topics: 'topics',
  storylines: 'storylines',
  authors: 'authors',
  kinds: 'kinds',
  corrections: 'corrections',
  glossary: 'glossary',
  search: 'search',
  feeds: 'feeds',
} as const;
export type FolderName = keyof typeof USUAL;
export const FOLDERS = Object.keys(USUAL) as FolderName[];

/** Folders of files that the build makes, which nothing else may be named as. */
export const MADE_FOLDERS = ['_assets', 'cards', 'charts', 'images', 'pagefind'] as const;

/** Parts of the date and other facts of an article of which its address may be made. */
const PARTS = ['year', 'month', 'day', 'kind', 'slug'] as const;
type Part = (typeof PARTS)[number];

/** What the address of an article may be made of. */
export interface Addressed {
  year: string;
  slug: string;
  kind: string;
  pubDate: { readonly day: string };
}

export const USUAL_PATTERN = '/{year}/{slug}/';

const pattern = z.string().superRefine((text, context) => {
  const mistake = patternMistake(text);
  if (mistake !== undefined) context.addIssue({ code: 'custom', message: mistake });
});

const name = z.string().refine((text) => isSlug(text) && !/\.|^\d+$/.test(text), {
  error: 'must be small letters, digits and hyphens, and not a number, such as "topics"',
});

/** How an owner writes it: what is left out is as usual. */
export const addressesSchema = z
  .strictObject({
    /** The address of an article: {year}, {month}, {day}, {kind} and {slug}, and words of its own. */
    articles: pattern.default(USUAL_PATTERN),
    ...(Object.fromEntries(
      FOLDERS.map((folder) => [folder, name.default(USUAL[folder])]),
    ) as Record<FolderName, z.ZodDefault<typeof name>>),
  })
  .superRefine((addresses, context) => {
    const taken = new Map<string, string>(
      MADE_FOLDERS.map((made) => [made, 'files that are made']),
    );
    for (const folder of FOLDERS) {
      const other = taken.get(addresses[folder]);
      if (other !== undefined) {
        const message = `must be another name than that of ${other}`;
        context.addIssue({ code: 'custom', path: [folder], message });
      }
      taken.set(addresses[folder], folder);
    }
    const first = addresses.articles.split('/')[1] ?? '';
    if (taken.has(first)) {
      const message = `must not begin with "/${first}/", the folder of ${taken.get(first)}`;
      context.addIssue({ code: 'custom', path: ['articles'], message });
    }
  });

/** A publication's addresses, checked. */
export type Addresses = z.output<typeof addressesSchema>;

/** The addresses of a publication that chooses none. */
export const USUAL_ADDRESSES: Addresses = { articles: USUAL_PATTERN, ...USUAL };

/** Why a text is no pattern, as the end of a sentence; undefined where it is one. */
function patternMistake(text: string): string | undefined {
  const parts = Array.from(text.matchAll(/\{([^{}]*)\}/g), ([, part = '']) => part);
  const unknown = parts.find((part) => !PARTS.some((known) => known === part));
  if (unknown !== undefined) return `must not name "{${unknown}}": there are ${braced(PARTS)}`;
  if (!/^\/.+\/$/.test(text)) return 'must begin and end with a slash, such as "/{year}/{slug}/"';
  // each part stands for letters or digits
  const segments = text
    .slice(1, -1)
    .replace(/\{\w+\}/g, 'x')
    .split('/');
  if (!segments.every(isSlug)) {
    return 'must be names between slashes, of small letters, digits and hyphens, such as "/blog/{slug}/"';
  }
  if (!parts.includes('slug')) return 'must have "{slug}", which tells articles apart';
  if (new Set(parts).size < parts.length) return 'must name each part once';
  const broader = { month: 'year', day: 'month' } as const;
  const lonely = (['day', 'month'] as const).find(
    (part) => parts.includes(part) && !parts.includes(broader[part]),
  );
  if (lonely !== undefined) return `must have "{${broader[lonely]}}" where it has "{${lonely}}"`;
  return undefined;
}

function braced(parts: readonly string[]): string {
  return parts.map((part) => `{${part}}`).join(', ');
}

/** The path of an article by a pattern, percent-encoded. */
export function fillPattern(pattern: string, article: Addressed): string {
  const { year, slug, kind, pubDate } = article;
  const values: Record<Part, string> = {
    year,
    month: pubDate.day.slice(5, 7),
    day: pubDate.day.slice(8, 10),
    kind: encodeURIComponent(kind),
    slug: encodeURIComponent(slug),
  };
  return pattern.replace(/\{(\w+)\}/g, (_, part: Part) => values[part]);
}
