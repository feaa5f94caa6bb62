import { parseMoment } from '../lib/dates.ts';
import { isImageName } from '../lib/media.ts';
import { isReserved, isSlug, isTooLong, RESERVED, shortened, slugify } from '../lib/slug.ts';
import type { ArticleFile } from '../record/article-file.ts';
import type { Problem } from '../record/problem.ts';
import type { Site } from '../record/site.ts';
import { type ContentModel, problemAt, problemIn, type Verdict } from './model.ts';

/** Where a problem with a whole file stands. */
const START = { target: '', line: 1, column: 1 };

/** Articles are files `content/articles/<year>/<slug>.mdx`, filed under the year of their date. */
export function* checkPaths(model: ContentModel): Generator<Problem> {
  const { articles, pages, unknownFiles, yearOf, site } = model;
  const taken = new Set(articles.map(({ id }) => id));
  for (const article of articles) yield* judge(article, site, taken);
  for (const page of pages) {
    if (!isAddressable(page.id)) yield problemIn(page, START, badName(page.id, site.locale));
  }
  for (const file of unknownFiles) {
    // a picture may wait for its article; LICENSE and the like are for people
    if (
      isImageName(file.replaceAll(' ', '-')) ||
      /\.(?:heic|heif|tiff?|bmp|svg|gif|ico|psd|ai|xcf)$/i.test(file) ||
      !/\.[^./]+$/.test(file)
    ) {
      continue;
    }
    yield problemIn({ file }, START, {
      code: 'file-not-read',
      ...(LEFT.test(file) ? OF_EDITOR : notRead(file, yearOf(file), site.locale)),
    });
  }
}

/** Names of copies that editors and git leave. */
const LEFT = /(?:~|\.(?:bak|orig|rej|old|swp|tmp))$|(?:^|\/)(?:#[^/]*#|Thumbs\.db|desktop\.ini)$/i;
const OF_EDITOR = {
  severity: 'warning',
  message: 'Nothing reads this file, which a program left here.',
  fix: 'Remove it.',
} as const;

/** What readers load, and no article is. */
const LOADED = /\.(?:pdf|csv|tsv|zip|gz|xlsx?|pptx?|epub|mp[34]|webm|ogg|mov)$/i;

/** How the name of an article's file is to end: plain Markdown stays what it is. */
function endingOf(file: string): string {
  return /\.(?:md|markdown|mdown|mkdn?)(?:\.\w+)*$/i.test(file) && !/\.mdx\b/i.test(file)
    ? '.md'
    : '.mdx';
}

/** A name that no article of a year has. */
function free(name: string, year: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) {
    const one = n === 1 ? name : `${name}-${n}`;
    if (!taken.has(`${year}/${one}`)) return one;
  }
}

/** @param taken ids of articles */
function* judge(
  article: ArticleFile,
  { zone, locale }: Site,
  taken: ReadonlySet<string>,
): Generator<Problem> {
  const { pubDate } = article.data;
  const [year = '', slug = '', ...deeper] = article.id.split('/');
  const end = endingOf(article.file);
  const day = parseMoment(pubDate ?? '', zone)?.day;
  if (!/^\d{4}$/.test(year) || slug === '' || deeper.length > 0) {
    const [last = '', above] = article.id.split('/').reverse();
    // in a folder of its own, an article has the folder's name
    const folder = pubDate?.slice(0, 4);
    const wanted = slugify(last === 'index' && above ? above : last, locale) || 'slug';
    const name = free(wanted, folder ?? '', taken);
    yield problemAt(article, '', {
      code: 'path-folder',
      message: 'The file is not in the folder of a year.',
      fix: `Move it to content/articles/${folder ?? '2026'}/${name}${end}${folder ? '' : ', with the year of its date'}.`,
    });
  } else if (/\.(?:mdx?|markdown|html?|txt)$/i.test(slug)) {
    const [name = '', ending = ''] = slug.split(/(?=\.\w+$)/);
    yield problemIn(article, START, {
      code: 'path-slug',
      message: `The file's name ends twice, in "${ending}${end}".`,
      fix: `Name it ${name}${end}.`,
    });
  } else if (!isAddressable(slug)) {
    yield problemIn(
      article,
      START,
      badName(slug, locale, end, (name) => free(name, year, taken)),
    );
  } else if (day !== undefined && !day.startsWith(`${year}-`)) {
    // the day of a moment is one of a zone
    const here = pubDate?.startsWith(`${year}-`) ? ` in ${zone}, the zone of the site,` : '';
    yield problemAt(article, 'pubDate', {
      code: 'path-year',
      message: `The article is dated ${day.slice(0, 4)}${here} but lies in the folder ${year}.`,
      fix: `Move it to content/articles/${day.slice(0, 4)}/, or correct the date.`,
    });
  }
}

function isAddressable(name: string): boolean {
  return isSlug(name) && !isTooLong(name) && !isReserved(name);
}

function badName(
  name: string,
  lang: string,
  end = '.mdx',
  freed = (better: string) => better,
): Verdict {
  if (isReserved(name)) {
    const message = `The file's name "${name}" ${RESERVED}.`;
    return { code: 'path-slug', message, fix: `Name it otherwise, such as the-${name}${end}.` };
  }
  const better = shortened(slugify(name, lang));
  return {
    code: 'path-slug',
    message: isSlug(name)
      ? `The file's name "${name}" is too long for an address.`
      : `The file's name "${name}" cannot be part of an address.`,
    fix:
      better === ''
        ? 'Name it with letters, digits and hyphens.'
        : `Name it ${freed(better)}${end}: small letters, digits and hyphens, at most 100.`,
  };
}

/** What each folder of `content/` holds, and how the names of its files end. */
const HOLDS: Readonly<Record<string, readonly [what: string, ending: string]>> = {
  articles: ['articles', '.mdx'],
  pages: ['pages', '.mdx'],
  authors: ['authors', '.yaml'],
  storylines: ['storylines', '.yaml'],
};

/**
 * @param year that of its date, where it has one
 * @param lang of the publication
 */
function notRead(
  file: string,
  year: string | undefined,
  lang: string,
): { message: string; fix: string } {
  const [, folder = '', ...inside] = file.split('/');
  const [what, usual = ''] = HOLDS[folder] ?? [];
  const ending = folder === 'articles' ? endingOf(file) : usual;
  const endings = folder === 'articles' ? '".mdx" or ".md"' : `"${ending}"`;
  const name = (inside.at(-1) ?? '').replace(/(?:\.\w+)+$/, '') + ending;
  if (year !== undefined) {
    const message =
      'The file is not read: articles lie in content/articles/ and end in ".mdx" or ".md".';
    const slug = (inside.at(-1) ?? folder).replace(/(?:\.\w+)+$/, '');
    return {
      message,
      fix: `Move it to content/articles/${year}/${slugify(slug, lang) || 'slug'}${endingOf(file)}.`,
    };
  }
  if (LOADED.test(file)) {
    const fix = 'Put what readers are to load into public/.';
    return { message: 'Nothing reads this file.', fix };
  }
  if (what === undefined) {
    const fix = 'Tags are in content/tags.yaml, terms in content/glossary.yaml.';
    return { message: 'Nothing reads this file.', fix };
  }
  return file.endsWith(ending)
    ? {
        message: `The file is not read: ${what} lie directly in content/${folder}/.`,
        fix: `Move it to content/${folder}/${name}.`,
      }
    : {
        message: `The file is not read: ${what} end in ${endings}.`,
        fix: /\.(?:md|markdown|mdown|mkdn?|mdx?\.\w+|txt|ya?ml|json)$/i.test(file)
          ? `Rename it to ${name}.`
          : `Save its text as Markdown, in ${name}.`,
      };
}
