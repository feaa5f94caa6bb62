import { parseMoment } from '../lib/dates.ts';
import { SLUG, slugify } from '../lib/slug.ts';
import type { Problem } from '../record/problem.ts';
import { type DeskCheck, problemAt, type Sheet } from './sheet.ts';

/** Articles are files `content/articles/<year>/<slug>.mdx`, filed under the year of their date. */
export const checkPaths: DeskCheck = ({ sheets, pages, besides, site }) => [
  ...sheets.flatMap((sheet) => judge(sheet, site.zone)),
  ...pages.flatMap(({ id, file }): Problem[] => (SLUG.test(id) ? [] : [badName(id, file)])),
  ...besides.filter((file) => /\.(?:md|markdown|mdx|ya?ml|json)$/i.test(file)).map(notRead),
];

function judge(sheet: Sheet, zone: string): Problem[] {
  const [year = '', slug = '', ...deeper] = sheet.id.split('/');
  if (!/^\d{4}$/.test(year) || slug === '' || deeper.length > 0) {
    const name = slugify(sheet.id.split('/').at(-1) ?? '') || 'slug';
    const folder = sheet.data.pubDate?.slice(0, 4);
    return [
      problemAt(sheet, '', {
        code: 'path-folder',
        message: 'The file is not in the folder of a year.',
        fix: `Move it to content/articles/${folder ?? '2026'}/${name}.mdx${folder ? '' : ', with the year of its date'}.`,
      }),
    ];
  }
  if (!SLUG.test(slug) || slug.length > 100) return [badName(slug, sheet.file)];
  const day = parseMoment(sheet.data.pubDate ?? '', zone)?.day;
  if (day !== undefined && !day.startsWith(`${year}-`)) {
    return [
      problemAt(sheet, 'pubDate', {
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
