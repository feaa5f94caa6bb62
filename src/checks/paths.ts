import type { Problem } from '../domain/problem.ts';
import { parseMoment } from '../lib/dates.ts';
import { SLUG, slugify } from '../lib/slug.ts';
import { type DeskCheck, problemAt, type Sheet } from './sheet.ts';

/** Articles are files `content/articles/<year>/<slug>.mdx`, filed under the year of their date. */
export const checkPaths: DeskCheck = ({ sheets, besides, site }) => [
  ...sheets.flatMap((sheet) => judge(sheet, site.zone)),
  ...besides.filter((file) => /\.(?:md|markdown|mdx)$/i.test(file)).map(notRead),
];

function judge(sheet: Sheet, zone: string): Problem[] {
  const at = (code: string, message: string, fix: string): Problem[] => [
    problemAt(sheet, '', { code, message, fix }),
  ];
  const [year = '', slug = '', ...deeper] = sheet.id.split('/');
  if (!/^\d{4}$/.test(year) || slug === '' || deeper.length > 0) {
    return at(
      'path-folder',
      'The file is not in the folder of a year.',
      `Move it to content/articles/2026/${slugify(sheet.id.split('/').at(-1) ?? '') || 'slug'}.mdx, with the year of its date.`,
    );
  }
  if (!SLUG.test(slug) || slug.length > 100) {
    const better = slugify(slug).slice(0, 100).replace(/-$/, '');
    return at(
      'path-slug',
      `The file's name "${slug}" cannot be part of an address.`,
      better === ''
        ? 'Name it with small letters, digits and hyphens.'
        : `Name it ${better}.mdx: small letters, digits and hyphens, at most 100.`,
    );
  }
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

function notRead(file: string): Problem {
  return {
    code: 'file-not-read',
    severity: 'error',
    file,
    line: 1,
    column: 1,
    field: '',
    message: 'The file is not read: articles end in ".mdx".',
    fix: `Rename it to ${(file.split('/').at(-1) ?? '').replace(/\.\w+$/, '')}.mdx.`,
  };
}
