import { plainWords } from '../lib/text.ts';
import type { Problem } from '../record/problem.ts';
import { type DeskCheck, problemAt, type Sheet } from './sheet.ts';

/** Two articles of one headline cannot be told apart in a list or a feed. */
export const checkTitles: DeskCheck = ({ sheets }) => {
  const first = new Map<string, Sheet>();
  return sheets.flatMap((sheet): Problem[] => {
    const { title } = sheet.data;
    if (title === undefined) return [];
    const key = plainWords(title).toLowerCase();
    const other = first.get(key);
    if (!other) {
      first.set(key, sheet);
      return [];
    }
    return [
      problemAt(sheet, 'title', {
        code: 'title-twice',
        severity: 'warning',
        message: `The headline "${title}" is also that of ${other.file}.`,
        fix: 'Say what is different.',
      }),
    ];
  });
};
