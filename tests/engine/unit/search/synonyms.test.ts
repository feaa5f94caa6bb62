import { expect, test } from 'vitest';
import { otherNames } from '../../../../src/outputs/search/synonyms.ts';
import { tagSchema, termSchema } from '../../../../src/record/frontmatter.ts';
import { archiveOf, article } from '../../../support/article.ts';

const tags = new Map(
  Object.entries({
    china: { name: 'China', group: 'place', synonyms: ['中国', 'PRC'] },
    india: { name: 'India', group: 'place', synonyms: [] },
    'central-banks': { name: 'Central banks', group: 'body', synonyms: ['central bank'] },
  }).map(([id, tag]) => [id, tagSchema.parse({ ...tag, description: 'D.' })]),
);
const glossary = new Map(
  Object.entries({
    pboc: {
      name: 'People’s Bank of China',
      synonyms: ['PBoC', '人民银行'],
      tags: ['china', 'central-banks'],
    },
    rbi: { name: 'Reserve Bank of India', synonyms: ['RBI'], tags: ['india', 'central-banks'] },
    fatf: { name: 'Financial Action Task Force', synonyms: ['FATF'] },
  }).map(([id, term]) => [id, termSchema.parse({ ...term, text: 'T.' })]),
);

function namesOf(of: string[], text: string): string[] {
  const entry = article({ tags: of });
  const { called, names } = otherNames(entry, archiveOf([entry], { tags, glossary }), text);
  return [...called, ...names].toSorted();
}

test.each([
  [
    'a body of the place that it is filed under',
    ['china', 'central-banks'],
    'The central bank says so.',
    ['Central banks', 'China', 'PBoC', 'PRC', 'People’s Bank of China', '中国', '人民银行'],
  ],
  [
    'that of another place when it names it',
    ['china'],
    'The Reserve Bank of India took the same road.',
    ['China', 'PRC', 'RBI', '中国'],
  ],
  ['a term that it writes in short', [], 'FATF wrote a standard.', ['Financial Action Task Force']],
  ['nothing that it writes itself, whatever the case', ['india'], 'INDIA taxes coins.', []],
  ['nothing for a part of a word', [], 'It was fatfree.', []],
])('an entry is also found under the names of %s', (_, of, text, names) => {
  expect(namesOf(of, text)).toEqual(names.toSorted());
});

test('names of what the headline names stand apart', () => {
  const entry = article({ title: 'China writes a rule', tags: ['china', 'india'] });
  const { called, names } = otherNames(entry, archiveOf([entry], { tags, glossary }), '');
  expect(called).toEqual(['中国', 'PRC']);
  expect(names).toEqual(['India']);
});
