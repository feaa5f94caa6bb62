import type { Piece, Strings } from './index.ts';

/* Sentences that are one of several, by what is known. */

/** Where a correction is: number and paragraph, as far as they are known. */
export function whereOf(
  number: string | undefined,
  paragraph: number | undefined,
  { corrections: t }: Strings,
): string {
  if (number === undefined) return paragraph === undefined ? '' : t.inParagraph({ paragraph });
  return paragraph === undefined ? t.inNumber({ number }) : t.inBoth({ number, paragraph });
}

/** What the search has found: entries, with what was typed and within which filters, if any. */
export function foundLine(
  n: number,
  text: string,
  where: string,
  t: Pick<Strings['search'], 'found' | 'foundFor' | 'foundIn' | 'foundForIn'>,
): readonly Piece[] {
  if (text === '') return where === '' ? t.found({ n }) : t.foundIn({ n, where });
  return where === '' ? t.foundFor({ n, text }) : t.foundForIn({ n, text, where });
}

/** That it has found nothing. */
export function noneLine(
  text: string,
  where: string,
  t: Pick<Strings['search'], 'none' | 'noneFor' | 'noneIn' | 'noneForIn'>,
): readonly Piece[] {
  if (text === '') return where === '' ? t.none : t.noneIn({ where });
  return where === '' ? t.noneFor({ text }) : t.noneForIn({ text, where });
}
