import { distance } from './guess.ts';
import type { QueryLanguage } from './language.ts';
import { fold, isUnspaced } from './script.ts';

/** What beside entries answers a query: a `term`, a `page` of the site's own, a value of a facet. */
export type DestinationKind = string;

/** Its name, its address, what is said of it, and other names. */
export type Listed = [name: string, href: string, text: string, ...others: string[]];

/** All of a site. */
export type Destinations = Record<DestinationKind, Listed[]>;

/** One that answers a query. */
export interface Destination {
  /** That of its list, or `entry`. */
  kind: DestinationKind;
  name: string;
  href: string;
  text: string;
}

/** At most so many answer. */
const MOST = 4;
/** What a name is worth that is asked for as it is, at least, and one that is asked for with a slip. */
const [WHOLE, NEAR] = [1000, 500];
/** Letters to one that may be wrong, and most that may. */
const [LETTERS_A_SLIP, MOST_SLIPS] = [5, 2];

/** Those that a query means, the best first; where none is called so, those of nearly the same name or address. */
export function bestDestinations(
  text: string,
  all: Destinations,
  language: QueryLanguage,
  labels: Readonly<Record<DestinationKind, string>>,
): Destination[] {
  const asked = wordsOf(text).filter((word) => !language.isSmall(word));
  if (asked.length === 0) return [];
  const found = Object.entries(all)
    .flatMap(([kind, list]) => {
      const label = wordsOf(labels[kind] ?? '');
      return list.map(([name, href, text, ...others]) => {
        const worth = worthOf([name, folderOf(href), ...others], asked, label, language);
        return { kind, name, href, text, worth };
      });
    })
    .sort((a, b) => b.worth - a.worth);
  const isSure = (found[0]?.worth ?? 0) >= WHOLE;
  return found.filter(({ worth }) => worth > 0 && !(isSure && worth === NEAR)).slice(0, MOST);
}

/**
 * How well names answer a query: a name that is asked for as it is, one that the query has in it, one that has
 * all of the query in it.
 */
function worthOf(
  names: readonly string[],
  asked: readonly string[],
  label: readonly string[],
  language: QueryLanguage,
): number {
  const isSame = (a: string, b: string) =>
    a === b ||
    (a.length > 3 && b.length > 3 && (isEnding(a, b, language) || isEnding(b, a, language)));
  // "storyline grain toll": what it is may be said beside its name
  const telling = asked.filter((word) => !label.some((one) => isSame(word, one)));
  const said = telling.length > 0 ? telling : asked;
  const worths = names.map((name) => {
    const words = wordsOf(name);
    const own = words.filter((word) => !language.isSmall(word));
    const parts = own.length > 0 ? own : words;
    const held = parts.filter((part) => said.some((word) => isSame(word, part))).length;
    const heard = said.filter((word, i) =>
      parts.some((part) => isSame(word, part) || (i === said.length - 1 && begins(part, word))),
    ).length;
    const isWhole = held === parts.length && isInOrder(parts, said);
    if (isWhole && heard === said.length) return WHOLE + held;
    if (isSlip(said.join(''), parts.join(''))) return NEAR;
    if (isWhole) return 100 * held;
    return heard === said.length && isInOrder(said, parts) ? 50 + held : 0;
  });
  return Math.max(...worths);
}

/** The last name in an address: `grain-toll` of `/storylines/grain-toll/`. */
function folderOf(href: string): string {
  return decodeURIComponent(/[^/#]*(?=\/?$)/.exec(href)?.[0] ?? '');
}

/** Whether fingers may have made one of the other. */
function isSlip(a: string, b: string): boolean {
  const most = Math.min(MOST_SLIPS, Math.floor(Math.min(a.length, b.length) / LETTERS_A_SLIP));
  return Math.abs(a.length - b.length) <= most && distance(a, b, most) <= most;
}

/** Whether one word is the other with an ending. */
function isEnding(a: string, b: string, language: QueryLanguage): boolean {
  return language.isForm(a, b) && Math.abs(a.length - b.length) < 3;
}

function begins(part: string, word: string): boolean {
  return word.length > 2 && part.startsWith(word);
}

/** Whether characters of a script without spaces stand in others as they are; words may be scattered. */
function isInOrder(some: readonly string[], all: readonly string[]): boolean {
  return !some.some(isUnspaced) || all.join('').includes(some.join(''));
}

/** The words of a text; of a script without spaces, its characters. */
function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{N}\p{M}'’]+/gu) ?? [])
    .flatMap((word) => (isUnspaced(word) ? (word.match(/[\dA-Za-z]+|./gu) ?? []) : word))
    .flatMap((word) => fold(word) || []);
}
