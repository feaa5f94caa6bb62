/*
 * Where each word of an entry stands, as one text: a line for each word, `\nword place place`. An entry is asked for a
 * few words of a query, which are looked up in it: to read all of them would take longer, to cut its text anew longest.
 */

/** Writes the places of words. */
export function writePlaces(places: ReadonlyMap<string, readonly number[]>): string {
  return [...places]
    .map(([word, own]) => `\n${word} ${own.toSorted((a, b) => a - b).join(' ')}`)
    .join('');
}

/** Where a word stands, in ascending order; nowhere where it is not. */
export function placesIn(written: string, word: string): number[] {
  const line = `\n${word} `;
  const begin = written.indexOf(line);
  if (begin < 0) return [];
  const end = written.indexOf('\n', begin + 1);
  return written
    .slice(begin + line.length, end < 0 ? undefined : end)
    .split(' ')
    .map(Number);
}
