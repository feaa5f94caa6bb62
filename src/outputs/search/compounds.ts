/** Shorter words are no parts: too much would be made of them. */
export const SHORTEST = 4;

/**
 * The words that a compound is made of, by the words of the record itself: `Kryptowährungshandel` is
 * `Krypto`, `Währung` and `Handel`. Empty for a word that is none.
 * @param link what may stand between two parts: alternatives of a regular expression
 * @param isWord whether the record has a word by itself
 */
export function partsOf(word: string, link: RegExp, isWord: (word: string) => boolean): string[] {
  let best: string[] = [];
  for (let i = SHORTEST; i <= word.length - SHORTEST; i += 1) {
    const tail = word.slice(i);
    if (!isWord(tail)) continue;
    const head = word.slice(0, i);
    const plain = head.replace(link, '');
    const heads = [head, plain].find((one) => one.length >= SHORTEST && isWord(one));
    const parts = heads ? [heads] : partsOf(plain, link, isWord);
    if (parts.length > 0 && (best.length === 0 || parts.length < best.length))
      best = [...parts, tail];
  }
  return best;
}
