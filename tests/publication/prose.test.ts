import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { sentences } from '../../src/checks/copy-desk.ts';
import { checkContent } from '../../src/content/content.ts';
import config from '../../src/publication/site.config.ts';
import { loadShipped } from '../support/search.ts';

/*
 * How the entries are written, counted and printed: their headlines, numbers and negations, against
 * the bars of `prose.yaml`.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BARS = new URL('prose.yaml', import.meta.url);

const NEGATION = /\b(?:not|no|nor|never|none|nobody|nothing|neither|cannot)\b(?!\. \d)|n[’']t\b/i;

test.runIf(existsSync(BARS))('the prose keeps within its bars', async () => {
  const bars: Record<string, number> = parse(readFileSync(BARS, 'utf8'));
  const { archive, text } = await loadShipped();
  const { problems } = await checkContent(ROOT, config, Date.now());
  const found = (code: string) => problems.filter((problem) => problem.code === code).length;
  const texts = archive.articles.map((article) => text(article).paragraphs.map((p) => p.text));
  const all = texts.flat().flatMap(sentences);
  const denies = (words: string | undefined) => NEGATION.test(words ?? '');
  const counts: Record<string, number> = {
    uncitedParagraphs: found('number-uncited'),
    longHeadlines: found('headline-long'),
    headlinesWithoutName: found('headline-nameless'),
    longLeads: found('lead-long'),
    lastParagraphsWithNegation: texts.filter((paragraphs) => denies(paragraphs.at(-1))).length,
    sentencesWithNegationPercent: (100 * all.filter(denies).length) / all.length,
    sentencesBeginningNor: all.filter((sentence) => /^Nor\b/.test(sentence)).length,
  };
  console.log(
    `${archive.articles.length} entries, ${texts.flat().length} paragraphs, ${all.length} sentences`,
    counts,
  );
  const over = Object.entries(bars).filter(([name, bar]) => !((counts[name] ?? Infinity) <= bar));
  expect(over).toEqual([]);
});
