import type { Marked } from './passage.ts';
import type { Way } from './query.ts';
import type { Sought } from './result.ts';

/** Blocks with what matched, and whether they have all that was quoted as it was typed. */
export interface Quoted {
  blocks: Marked[];
  isQuoted: boolean;
}

/**
 * Looks for quotations with small words, whose places in texts the index has not: where an entry has one as it was
 * typed, it is marked there alone.
 */
export function asQuoted(blocks: readonly Marked[], sought: readonly Sought[]): Quoted {
  let isQuoted = true;
  const quoted = sought.reduce<readonly Marked[]>((before, { term }, i) => {
    if (!term.quoted) return before;
    const way = term.quoted;
    const after = before.map((one) => onlyWithin(one, i, stretches(one, way)));
    if (after.some(({ marks }) => marks.some((mark) => mark.term === i))) return after;
    isQuoted = false;
    return before;
  }, blocks);
  return { blocks: [...quoted], isQuoted };
}

interface Stretch {
  from: number;
  to: number;
}

/** Where the words of a way follow one another in a block. */
function stretches({ words }: Pick<Marked, 'words'>, way: Way): Stretch[] {
  return words.flatMap((first) => {
    if (first.text !== way[0]?.text) return [];
    const found = way.map(({ text, after }) =>
      words.find((word) => word.at === first.at + after && word.text === text),
    );
    const last = found.at(-1);
    return last && found.every((word) => word) ? [{ from: first.from, to: last.to }] : [];
  });
}

/** A block whose marks of a term are those within some stretches, each marked whole. */
function onlyWithin(one: Marked, term: number, within: readonly Stretch[]): Marked {
  const marks = one.marks.flatMap((mark) => {
    if (mark.term !== term) return mark;
    const stretch = within.find(({ from, to }) => from <= mark.from && mark.to <= to);
    return stretch ? { ...mark, ...stretch } : [];
  });
  return { ...one, marks };
}
