import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import { VFileMessage } from 'vfile-message';
import { fileProblem, type Problem } from '../record/problem.ts';
import { mayHaveAddress, parsersOf } from './gfm.ts';
import { syntaxProblem } from './mdx-messages.ts';
import { givePlaces } from './places.ts';
import { asWritten, isWithin, restore, type Slip, slipIn, withoutSlip } from './recover.ts';

/** A single tilde is "about" to most writers. */
const parserFor = parsersOf(remarkMdx, { singleTilde: false });

/** Slips of one text that are told at once; the rest follow when these are mended. */
const MOST = 20;
/** How often a text is read for that: what follows from a slip takes a reading too. */
const READINGS = 2 * MOST;

/**
 * Parses MDX with GFM. What stops MDX from being read is a problem; it is then read without the
 * signs that stopped it, so that all else is checked too.
 * @returns the tree, which is empty where nothing can be read, and a problem for each slip
 */
export function parseMdx(body: string, file: string): { tree: Root; problems: Problem[] } {
  const problems: Problem[] = [];
  const slips: Slip[] = [];
  let text = body;
  while (problems.length < MOST && slips.length < READINGS) {
    try {
      const tree = parserFor(text).parse(text);
      if (mayHaveAddress(text)) givePlaces(tree, text);
      if (slips.length > 0) restore(tree, slips);
      return { tree, problems };
    } catch (error) {
      if (error instanceof RangeError) throw error;
      if (!(error instanceof VFileMessage)) {
        return { tree: EMPTY, problems: [...problems, confused(file)] };
      }
      const problem = syntaxProblem(error, text, file);
      const slip = slipIn(text, error, problem);
      if (!isTold(problem, slip, problems, slips))
        problems.push({ ...problem, message: asWritten(problem.message) });
      if (!slip) break;
      slips.push(slip);
      text = withoutSlip(text, slip);
    }
  }
  return { tree: EMPTY, problems };
}

/** Whether a problem is one that was told, or follows from it: what is wrong within a slip does. */
function isTold(
  { line, column }: Problem,
  slip: Slip | undefined,
  problems: readonly Problem[],
  slips: readonly Slip[],
): boolean {
  const follows = slip && slips.some((other) => isWithin(slip.start, other));
  return follows || problems.some((told) => told.line === line && told.column === column);
}

const EMPTY: Root = { type: 'root', children: [] };

/** What to say when the parser itself stumbles: it does over some tags that begin or end in odd places. */
function confused(file: string): Problem {
  return fileProblem(file, {
    code: 'mdx',
    message: 'The text cannot be read as MDX, and the reader of MDX cannot say why.',
    fix: 'Look at the last change; put tags on lines of their own, with an empty line before and after.',
  });
}
