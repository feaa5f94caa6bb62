import { placeInText } from './place.ts';
import { type CopyCheck, type Finding, type ManuscriptCheck, problemAt } from './sheet.ts';

/** What writers leave for later; in capitals, so that ordinary words are left alone. */
const LEFTOVER = /\b(?:TODO|FIXME|TKTK|TK|TBC|TBD)\b|\b[Ll]orem ipsum\b/;

/** A note to oneself in the text. (A comment, `{/* … *\/}`, is never published and may hold one.) */
export const checkLeftovers: CopyCheck = ({ all, draft }) => {
  const findings: Finding[] = [];
  for (const node of all('text')) {
    const match = LEFTOVER.exec(node.value);
    if (!match) continue;
    const severity = draft ? 'warning' : 'error';
    findings.push({ severity, ...placeInText(node, match.index), ...verdict(match[0]) });
  }
  return findings;
};

/** The same in what the frontmatter says to readers. */
export const checkFieldLeftovers: ManuscriptCheck = ({ sheet }) => {
  const { title, description, keyFacts = [], figure } = sheet.data;
  const fields: [string, string | undefined][] = [
    ['title', title],
    ['description', description],
    ['figure.label', figure?.label],
    ...keyFacts.map(({ text }, i): [string, string] => [`keyFacts[${i}].text`, text]),
  ];
  const severity = sheet.data.draft ? 'warning' : 'error';
  return fields.flatMap(([field, text]) => {
    const match = LEFTOVER.exec(text ?? '');
    return match ? [problemAt(sheet, field, { severity, ...verdict(match[0]) })] : [];
  });
};

function verdict(word: string) {
  return {
    code: 'leftover',
    message: `"${word}" was left in the text.`,
    fix: 'Finish the sentence, or put the note in a comment: {/* … */}.',
  };
}
