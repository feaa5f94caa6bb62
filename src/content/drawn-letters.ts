import type { ArticleFile } from '../record/article-file.ts';
import { fileProblem, type Problem } from '../record/problem.ts';
import { FOLDER, furtherFontsHave } from './drawn-fonts.ts';

/** A letter that the faces of cards and charts have not: they are Latin. */
const FOREIGN = /(?!\p{Script=Latin})\p{L}/gu;

/** Packages with fonts of a script, by what a letter of it is. */
const PACKAGES: readonly [RegExp, string | ((locale: Intl.Locale) => string)][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'noto-sans-jp'],
  [/\p{Script=Hangul}/u, 'noto-sans-kr'],
  [/\p{Script=Han}/u, hanPackage],
  [/\p{Script=Arabic}/u, 'noto-naskh-arabic'],
  [/\p{Script=Thai}/u, 'noto-sans-thai'],
  [/\p{Script=Devanagari}/u, 'noto-sans-devanagari'],
];

/** How many of the letters are named. */
const NAMED = 6;

/** Warns, once, of headlines that no font can set on a card. */
export function letterProblems(files: readonly ArticleFile[], locale: string): Problem[] {
  const lacking = files.flatMap(({ file, data }) => {
    const letters = new Set(data.title?.match(FOREIGN) ?? []);
    const missing = [...letters].filter((letter) => !furtherFontsHave(letter));
    return missing.length === 0 ? [] : [{ file, missing }];
  });
  const [first] = lacking;
  if (!first) return [];
  const letters = first.missing.slice(0, NAMED).join('');
  const others = lacking.length > 1 ? ` and ${lacking.length - 1} more` : '';
  return [
    fileProblem(first.file, {
      code: 'card-letters',
      severity: 'warning',
      field: 'title',
      message: `No font has "${letters}", so the social cards of this article${others} show no headline, and charts with such letters are tables alone in feeds.`,
      fix: `Put a font that has them (.ttf or .otf, of one language) into ${FOLDER}/, or type "npm install @expo-google-fonts/${packageFor(first.missing, new Intl.Locale(locale))}".`,
    }),
  ];
}

function packageFor(letters: readonly string[], locale: Intl.Locale): string {
  const [, found = 'noto-sans'] =
    PACKAGES.find(([script]) => letters.some((letter) => script.test(letter))) ?? [];
  return typeof found === 'string' ? found : found(locale);
}

function hanPackage(locale: Intl.Locale): string {
  const { language, script } = locale.maximize();
  if (language === 'ja') return 'noto-sans-jp';
  return script === 'Hant' ? 'noto-sans-tc' : 'noto-sans-sc';
}
