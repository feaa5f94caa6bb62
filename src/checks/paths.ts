import { parseMoment } from '../lib/dates.ts';
import { SLUG, slugify } from '../lib/slug.ts';
import type { ArticleFile } from '../record/article-file.ts';
import type { Problem } from '../record/problem.ts';
import { type ModelCheck, problemAt } from './model.ts';

/** Articles are files `content/articles/<year>/<slug>.mdx`, filed under the year of their date. */
export const checkPaths: ModelCheck = ({ articles, pages, unknownFiles, site }) => [
  ...articles.flatMap((article) => judge(article, site.zone)),
  ...pages.flatMap(({ id, file }): Problem[] => (SLUG.test(id) ? [] : [badName(id, file)])),
  ...unknownFiles.filter((file) => /\.(?:md|markdown|mdx|ya?ml|json)$/i.test(file)).map(notRead),
];

function judge(article: ArticleFile, zone: string): Problem[] {
  const [year = '', slug = '', ...deeper] = article.id.split('/');
  if (!/^\d{4}$/.test(year) || slug === '' || deeper.length > 0) {
    const name = slugify(article.id.split('/').at(-1) ?? '') || 'slug';
    const folder = article.data.pubDate?.slice(0, 4);
    return [
      problemAt(article, '', {
        code: 'path-folder',
        message: 'The file is not in the folder of a year.',
        fix: `Move it to content/articles/${folder ?? '2026'}/${name}.mdx${folder ? '' : ', with the year of its date'}.`,
      }),
    ];
  }
  if (!SLUG.test(slug) || slug.length > 100) return [badName(slug, article.file)];
  const day = parseMoment(article.data.pubDate ?? '', zone)?.day;
  if (day !== undefined && !day.startsWith(`${year}-`)) {
    return [
      problemAt(article, 'pubDate', {
        code: 'path-year',
        message: `The article is dated ${day.slice(0, 4)} but lies in the folder ${year}.`,
        fix: `Move it to content/articles/${day.slice(0, 4)}/, or correct the date.`,
      }),
    ];
  }
  return [];
}

function badName(name: string, file: string): Problem {
  const better = slugify(name).slice(0, 100).replace(/-$/, '');
  return {
    ...at(file),
    code: 'path-slug',
    message: `The file's name "${name}" cannot be part of an address.`,
    fix:
      better === ''
        ? 'Name it with small letters, digits and hyphens.'
        : `Name it ${better}.mdx: small letters, digits and hyphens, at most 100.`,
  };
}

/** What each folder of `content/` holds. */
const HOLDS: Readonly<Record<string, { what: string; ending: string }>> = {
  articles: { what: 'articles', ending: '.mdx' },
  pages: { what: 'pages', ending: '.mdx' },
  authors: { what: 'authors', ending: '.yaml' },
  storylines: { what: 'storylines', ending: '.yaml' },
};

function notRead(file: string): Problem {
  const [, folder = '', ...inside] = file.split('/');
  const problem = { ...at(file), code: 'file-not-read' };
  const holds = HOLDS[folder];
  if (!holds) {
    const message = 'Nothing reads this file.';
    return {
      ...problem,
      message,
      fix: 'Tags are in content/tags.yaml, terms in content/glossary.yaml.',
    };
  }
  const { what, ending } = holds;
  const name = (inside.at(-1) ?? '').replace(/\.\w+$/, '');
  return file.endsWith(ending)
    ? {
        ...problem,
        message: `The file is not read: ${what} lie directly in content/${folder}/.`,
        fix: `Move it to content/${folder}/${name}${ending}.`,
      }
    : {
        ...problem,
        message: `The file is not read: ${what} end in "${ending}".`,
        fix: `Rename it to ${name}${ending}.`,
      };
}

function at(file: string) {
  return { severity: 'error' as const, file, line: 1, column: 1, field: '' };
}
