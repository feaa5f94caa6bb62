/** Scripts that run from right to left, by their codes (ISO 15924). */
const RIGHT_TO_LEFT = ['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Syrc', 'Thaa'];

const LETTER = new RegExp(
  `[${RIGHT_TO_LEFT.map((script) => `\\p{Script=${script}}`).join('')}]`,
  'u',
);

/** Whether a text begins in a script that runs from right to left: by its first letter. */
export function isRightToLeft(text: string): boolean {
  const [letter = ''] = /\p{L}/u.exec(text) ?? [];
  return LETTER.test(letter);
}

/** Whether a text has words that run from right to left. */
export function hasRightToLeft(text: string): boolean {
  return LETTER.test(text);
}

/** Whether a language (BCP 47) is written from right to left: by its script, or the likely one. */
export function runsRightToLeft(locale: string): boolean {
  return RIGHT_TO_LEFT.includes(new Intl.Locale(locale).maximize().script ?? '');
}
