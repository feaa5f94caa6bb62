import { lengthOf, type Placed } from './blocks.ts';
import { WEIGHING } from './rank.ts';
import type { Sought } from './result.ts';

/** A stretch of a block that matched. */
export interface Mark {
  from: number;
  to: number;
  /** Number of the term. */
  term: number;
  /** 1 for the words as they were typed, less for other forms of them. */
  grade: number;
  /** Its words as they are spelt. */
  spelt: string[];
  at: number;
}

/** A block with what matched in it. */
export interface Marked extends Placed {
  marks: Mark[];
  heading: string;
}

/** The passage of an entry that has most of what is asked for. */
export interface BestPassage {
  /** What it has, by rarity. */
  worth: number;
  /** The block that it begins in; undefined where nothing is in a text. */
  block: Marked | undefined;
}

/** Words between two blocks, so that theirs are not near each other. */
const GAP = 20;

/** Finds the best passage of an entry: words of its headline and of headings count a little in each. */
export function bestPassage(blocks: readonly Marked[], sought: readonly Sought[]): BestPassage {
  const context = sought.map(() => 0);
  const marks: (Mark & { place: number; block: Marked })[] = [];
  let place = 0;
  for (const block of blocks) {
    const { kind } = block.block;
    if (isPassage(block)) {
      for (const mark of block.marks) marks.push({ ...mark, place: place + mark.at, block });
      place += lengthOf(block.words) + GAP;
    } else if (kind === 'title' || kind === 'heading') {
      for (const { term, grade } of block.marks)
        context[term] = Math.max(context[term] ?? 0, grade * WEIGHING.context);
    }
  }
  const sorted = onePerPlace(marks);
  let best = worthOf(context, [], sought);
  let block: Marked | undefined;
  for (const [i, first] of sorted.entries()) {
    const grades = [...context];
    const follow = sought.map(() => 0);
    for (let j = i; j < sorted.length; j += 1) {
      const mark = sorted[j];
      if (!mark || mark.place >= first.place + WEIGHING.window) break;
      grades[mark.term] = Math.max(grades[mark.term] ?? 0, mark.grade);
      const next = sorted[j + 1];
      const [one, other] = [sought[mark.term], sought[mark.term + 1]];
      const reach = (one?.term.ways[0]?.at(-1)?.after ?? 0) + 2;
      if (one && other && next?.term === mark.term + 1 && next.place - mark.place <= reach)
        follow[mark.term] = Math.min(one.weight, other.weight) * next.grade;
    }
    const worth = worthOf(grades, follow, sought);
    if (worth > best || !block) {
      best = Math.max(best, worth);
      block = first.block;
    }
  }
  return { worth: best, block };
}

/** Marks in their order; a term that is found twice at one place counts once, for the better grade. */
function onePerPlace<M extends Mark & { place: number }>(marks: readonly M[]): M[] {
  const sorted = marks.toSorted(
    (a, b) => a.place - b.place || a.term - b.term || b.grade - a.grade,
  );
  return sorted.filter(({ place, term }, i) => {
    const before = sorted[i - 1];
    return before?.place !== place || before.term !== term;
  });
}

function worthOf(
  grades: readonly number[],
  follow: readonly number[],
  sought: readonly Sought[],
): number {
  const words = sought.reduce((sum, { weight, exact }, i) => {
    const grade = grades[i] ?? 0;
    return sum + grade * (grade === 1 ? exact : weight);
  }, 0);
  return words + WEIGHING.follow * follow.reduce((sum, one) => sum + one, 0);
}

/** Whether a block is read as a passage: titles, headings, sources and what it is filed under are not. */
export function isPassage({ block: { kind } }: Pick<Placed, 'block'>): boolean {
  return kind === 'text' || kind === 'note' || kind === 'facts' || kind === 'standfirst';
}
