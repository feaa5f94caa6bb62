import { readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { parseDocument, stringify } from 'yaml';
import { listAll } from '../../../src/content/files.ts';
import { topicSlug } from '../../../src/lib/slug.ts';

/** A post of another program, as it is laid into `content/articles/`. */
export interface Post {
  /** Where it was, from the folder of the posts. */
  from: string;
  /** Its path here, from the project's root. */
  path: string;
  fields: string;
  /** Its text, byte for byte. */
  body: string;
}

type Data = Record<string, unknown>;

/**
 * All posts of a folder, with nothing of them changed but their fields.
 * @param oldAddress of a post: `/blog/:year/:month/:day/:slug/`, or `/blog/:path/` of its file;
 *   `:section` is the folder in which that lies
 */
export function readPosts(folder: string, oldAddress = ''): Post[] {
  const tags = new Map<string, string>();
  const taken = new Set<string>();
  return listAll(folder)
    .filter((path) => /\.(?:md|markdown|mdx)$/.test(path) && !basename(path).startsWith('_'))
    .flatMap((from) => {
      const { data, body } = parted(readFileSync(join(folder, from), 'utf8'));
      const date = dateOf(data, from);
      if (!date || data.draft === true) return [];
      const [year = '', month = '', day = ''] = date.split('-');
      const name = free(slugOf(data, from), year, taken);
      const url = oldAddress.replace(/:(\w+)/g, (_, part: string) => {
        const [section] = from.split('/');
        return (
          { year, month, day, section, slug: name, path: from.replace(/\.\w+$/, '') }[part] ?? ''
        );
      });
      const fields = stringify({
        title: words(data.title) ?? name,
        description: ['description', 'excerpt', 'summary', 'teaser', 'lead']
          .map((field) => words(data[field]))
          .find((text) => text !== undefined),
        pubDate: date,
        tags: tagsOf(data, tags),
        aliases: [
          ...new Set(
            [url, ...ownAddress(data), ...list(data.aliases)].map((old) =>
              old.replace(/^(?!\/)/, '/'),
            ),
          ),
        ].filter((old) => old !== '/' && old !== `/${year}/${name}/`),
      });
      return { from, path: `content/articles/${year}/${name}.md`, fields, body };
    });
}

/** The fields of a post, in YAML or TOML, and its text. */
function parted(source: string): { data: Data; body: string } {
  const text = source.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const [whole = '', fence, fields = ''] =
    /^(---|\+\+\+)[ \t]*\n([\s\S]*?)\n?\1[ \t]*\n/.exec(text) ?? [];
  const data =
    fence === '+++' ? parseToml(fields) : parseDocument(fields, { schema: 'core' }).toJS();
  return { data: (data ?? {}) as Data, body: text.slice(whole.length) };
}

/** The address that the fields of a post gave it, if they are no pattern. */
function ownAddress({ path, url, permalink }: Data): string[] {
  return list(path ?? url ?? permalink).filter((old) => /^[\w./-]+$/.test(old));
}

/** The day of a post, which its fields or its path name. */
function dateOf(data: Data, from: string): string | undefined {
  const named = [data.date, data.pubDate, data.published, data.path, basename(from), from];
  for (const one of named) {
    const text = one instanceof Date ? one.toISOString() : String(one ?? '');
    const [, year, month, day] = /(\d{4})[-/](\d{1,2})[-/](\d{1,2})/.exec(text) ?? [];
    if (year && month && day) return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  }
  return undefined;
}

function slugOf({ slug }: Data, from: string): string {
  const file = basename(from, extname(from));
  const own = file === 'index' ? basename(dirname(from)) : file;
  const name = words(slug) ?? own.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '');
  return name
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, 90)
    .replace(/^-+|-+$/g, '');
}

/** A name that no other post of the year has. */
function free(name: string, year: string, taken: Set<string>): string {
  for (let n = 1; ; n += 1) {
    const one = n === 1 ? name : `${name}-${n}`;
    if (taken.has(`${year}/${one}`)) continue;
    taken.add(`${year}/${one}`);
    return one;
  }
}

/** Tags and categories, each in the spelling that the first post had. */
function tagsOf(data: Data, known: Map<string, string>): string[] {
  const found = [...list(data.tags), ...list(data.categories)].flatMap((tag) => {
    const slug = topicSlug(tag);
    if (slug === '') return [];
    if (!known.has(slug)) known.set(slug, tag);
    return known.get(slug) ?? [];
  });
  return [...new Set(found)];
}

function list(value: unknown): string[] {
  return [value ?? []]
    .flat()
    .map(String)
    .filter((text) => text.trim() !== '');
}

function words(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value).replace(/\s+/g, ' ').trim() || undefined
    : undefined;
}
