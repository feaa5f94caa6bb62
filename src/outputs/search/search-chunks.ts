import { createHash } from 'node:crypto';

/*
 * The words of an index without their places. Pagefind keeps, for each word, every place on every
 * page, which is nearly all that a chunk weighs; only phrases need them. Without them a word has one
 * place on a page, which weighs as much as all that it had. (Format: Pagefind 1.5,
 * `pagefind_index/src/index/index_words.rs`.)
 */

/** Page after page, its number as the difference from the one before. */
type Pages = [number: number, places: number[], fields?: number[]][];
/** `[[[word, pages, [[form, pages], …]], …]]` */
export type Chunk = [[word: string, pages: Pages, forms: [form: string, pages: Pages][]][]];

/** Weight of a word that nothing else is said of. */
const PLAIN = 25;
/** Pagefind's largest weight. */
const MOST = 255;
/** Places that stand for words; two words at one place would count as one compound. */
const STANDINS = 4096;

/** The same words on the same pages, each at one place that says nothing. */
export function withoutPlaces([words]: Chunk): Chunk {
  return [
    words.map(([word, pages, forms]) => {
      const standin = createHash('sha256').update(word).digest().readUInt16BE() % STANDINS;
      const lighter = (list: Pages): Pages =>
        list.map(([number, places, fields]) => {
          const weight = Math.min(MOST, sumOfWeights(places));
          const place = weight === 0 ? [] : [-weight - 1, standin];
          return fields?.length ? [number, place, fieldsOf(fields)] : [number, place];
        });
      return [word, lighter(pages), forms.map(([form, list]) => [form, lighter(list)])];
    }),
  ];
}

/** A negative number is the weight of the places after it, less one. */
function sumOfWeights(places: readonly number[]): number {
  let weight = PLAIN;
  let sum = 0;
  for (const place of places) {
    if (place < 0) weight = -place - 1;
    else sum += weight;
  }
  return sum;
}

/** A negative number is a field, the others are places in it: one is enough. */
function fieldsOf(fields: readonly number[]): number[] {
  return fields.filter((field) => field < 0).flatMap((field) => [field, 0]);
}
