import type { Archive } from '../../domain/archive.ts';
import type { Article } from '../../domain/article.ts';

/**
 * Other names of what an entry is about, so that it is found under a name that it does not use:
 * those of its topics, and those of glossary terms that its text names.
 */
export function otherNames(article: Article, archive: Archive, text: string): string[] {
  const written = words(`${article.title} ${article.description} ${text}`);
  const tags = article.tags.flatMap((id) => archive.tags.get(id) ?? []);
  const places = tags.filter(({ group }) => group === 'place').flatMap(namesOf);
  const topics = tags.flatMap((tag) =>
    tag.group === 'place' ? namesOf(tag) : withoutOthers(namesOf(tag), places, written),
  );
  const terms = [...archive.glossary.values()].flatMap((term) => {
    const names = namesOf(term);
    return names.some((name) => written.includes(words(name))) ? names : [];
  });
  return [...new Set([...topics, ...terms])].filter((name) => !written.includes(words(name)));
}

function namesOf({ name, synonyms }: { name: string; synonyms: readonly string[] }): string[] {
  return [name, ...synonyms];
}

/**
 * The names of a topic without those of bodies that the entry is not about: a topic's synonyms list
 * several bodies, each by its initials and in full. A body belongs to an entry that names it, or
 * that is filed under the place in its name.
 */
function withoutOthers(
  names: readonly string[],
  places: readonly string[],
  written: string,
): string[] {
  const others = new Set<string>();
  for (const body of abbreviated(names)) {
    const named = body.some((name) => written.includes(words(name)));
    const local = places.some((place) => body.some((name) => words(name).includes(words(place))));
    if (!named && !local) for (const name of body) others.add(name);
  }
  return names.filter((name) => !others.has(name));
}

/** Names with their initials: `["People’s Bank of China", "PBoC", "PBOC", "PBC"]`. */
function abbreviated(names: readonly string[]): string[][] {
  const short = names.filter((name) => /^[A-Z][A-Za-z]*[A-Z]$/.test(name));
  return names
    .filter((name) => /^[A-Z]/.test(name) && /[\s-]/.test(name))
    .map((full) => [full, ...short.filter((name) => isShort(name, full))])
    .filter((group) => group.length > 1);
}

/** Whether letters are the initials of a name, small words counted or not. */
function isShort(short: string, full: string): boolean {
  const parts = full.split(/[\s-]+/);
  const initials = (of: readonly string[]) => of.map((part) => part.charAt(0)).join('');
  const letters = short.toLowerCase();
  return [parts, parts.filter((part) => /^[A-Z]/.test(part))].some(
    (of) => initials(of).toLowerCase() === letters,
  );
}

/** A text as words between spaces, so that a name is found whole. */
function words(text: string): string {
  const found = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{N}]+/gu);
  return ` ${(found ?? []).join(' ')} `;
}
