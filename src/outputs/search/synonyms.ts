import type { Archive } from '../../record/archive.ts';
import type { Article } from '../../record/article.ts';
import type { TermData } from '../../record/frontmatter.ts';

/**
 * Other names of what an entry is about, so that it is found under a name that it does not use:
 * those of its topics, and those of glossary terms that belong to it. Those of what its headline or
 * standfirst names stand apart: it is about that more than about the others.
 */
export function otherNames(
  article: Article,
  archive: Archive,
  text: string,
): { called: string[]; names: string[] } {
  const facts = article.keyFacts.map((fact) => fact.text);
  const head = words(`${article.title} ${article.description}`);
  const written = head + words([...facts, text].join(' '));
  const isWritten = (name: string) => written.includes(wordsOfName(name));
  const terms = [...archive.glossary.values()].filter(
    (term) => isFiledUnder(term, article) || namesOf(term).some(isWritten),
  );
  const tags = article.tags.flatMap((id) => archive.tags.get(id) ?? []);
  const things = [...tags, ...terms];
  const called = things.filter((thing) =>
    namesOf(thing).some((name) => head.includes(wordsOfName(name))),
  );
  const unwritten = (some: readonly (typeof things)[number][]) =>
    some.flatMap(namesOf).filter((name) => !isWritten(name));
  const first = new Set(unwritten(called));
  const others = new Set(unwritten(things).filter((name) => !first.has(name)));
  return { called: [...first], names: [...others] };
}

function namesOf({ name, synonyms }: { name: string; synonyms: readonly string[] }): string[] {
  return [name, ...synonyms];
}

/**
 * Whether an entry has all topics of a term: what is filed under China and under central banks is
 * about the People’s Bank.
 */
function isFiledUnder({ tags }: TermData, article: Article): boolean {
  return tags.length > 0 && tags.every((id) => article.tags.includes(id));
}

/** Names are few, and every entry is asked for each of them. */
const namesInWords = new Map<string, string>();

function wordsOfName(name: string): string {
  let found = namesInWords.get(name);
  if (found === undefined) {
    found = words(name);
    namesInWords.set(name, found);
  }
  return found;
}

/** A text as words between spaces, so that a name is found whole. */
function words(text: string): string {
  const found = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{N}]+/gu);
  return ` ${(found ?? []).join(' ')} `;
}
