import { bestTag, LANGUAGES, LAST } from '../i18n/languages.ts';
import { lackingOf, OWN } from '../i18n/words.ts';
import { fileProblem, type Problem } from '../record/problem.ts';
import type { Site } from '../record/site.ts';

/** How many of the sentences are named. */
const NAMED = 5;

/** Warns, once, of what a publication says in another language than its own. */
export function languageProblems(site: Site): Problem[] {
  const lacking = lackingOf(site);
  if (lacking.length === 0) return [];
  const tag = bestTag(site.locale);
  const [first, ...more] = lacking;
  const spoken = LANGUAGES[(tag && LANGUAGES[tag]?.fallback) ?? LAST]?.name;
  const names = [first, ...more.slice(0, NAMED - 1)].join(', ');
  const rest = lacking.length > NAMED ? ` and ${lacking.length - NAMED} more` : '';
  return [
    fileProblem(OWN, {
      code: 'language-lacks',
      severity: 'warning',
      message: `In "${site.locale}", ${lacking.length} sentences of the interface are said in ${spoken}: ${names}${rest}.`,
      fix: `Write them into ${OWN} under the names that they have in src/i18n/languages/en.ts.`,
    }),
  ];
}
