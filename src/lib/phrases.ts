/** What may not begin a line after a word: marks, and in Japanese the small words that belong to it. */
const CLINGS = /^(?:(?![\p{Ps}\p{Pi}])[\p{P}\p{Script=Hiragana}ー々])+$/u;
/** What may not end a line: opening marks, and a number, whose measure follows. */
const LEADS = /[\p{Ps}\p{Pi}「『（《〈\p{N}〇一二三四五六七八九十百千万]$/u;

/**
 * A headline in Chinese or Japanese cut where a line may end: words stay whole, with what belongs to
 * them. Browsers would end it between any two letters.
 * @param locale language of the headline
 * @returns the headline alone in other languages
 */
export function phrasesOf(headline: string, locale: string): string[] {
  const { language } = new Intl.Locale(locale);
  if (language !== 'zh' && language !== 'ja') return [headline];
  const phrases: string[] = [];
  for (const { segment } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(headline)) {
    const last = phrases.at(-1);
    if (last !== undefined && (CLINGS.test(segment) || LEADS.test(last))) {
      phrases[phrases.length - 1] = last + segment;
    } else phrases.push(segment);
  }
  return phrases;
}
