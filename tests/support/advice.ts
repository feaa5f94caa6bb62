import type { Problem } from '../../src/record/problem.ts';
import type { Copy } from './copy.ts';

/** What somebody does who takes an advice by the letter. */
export type Advice = readonly [
  says: RegExp,
  obey: (copy: Copy, problem: Problem, ...words: string[]) => void,
];
