import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SHELVES } from '../engine/unit/checks/desk.ts';
import { makeMistakes } from '../support/mistakes.ts';
import { runNode } from '../support/project.ts';
import { median } from './statistics.ts';

/** How long a check may take, as a multiple of parsing the same files as this project does. */
const LIMIT = 1.5;
/** Single runs of a shared machine differ by a third: the middle one of many counts. */
const ROUNDS = 7;

interface Time {
  /** Milliseconds of all processors together. */
  cpu: number;
  /** Milliseconds by the clock. */
  wall: number;
}

/**
 * `npm run bench -- check`: 2,000 articles with 500 mistakes, parsed and checked in turn, each time
 * in a process of its own. Parsed twice: as this project parses, which is what the limit is held to,
 * and with remark, MDX and GFM as they come (YAML too), for comparison. Measure on a quiet machine.
 */
export async function run(): Promise<number> {
  const { root } = makeMistakes(SHELVES);
  try {
    const ratios: number[] = [];
    const toRemark: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const remark = await timed('remark', root);
      const own = await timed('parse', root);
      rmSync(join(root, '.cache'), { recursive: true, force: true });
      const check = await timed('check', root);
      const again = await timed('check', root);
      ratios.push(check.wall / own.wall);
      toRemark.push(check.wall / remark.wall);
      console.log(
        `Checking ${text(check)}. Parsing: remark ${text(remark)}, ${times(check, remark)}; ours ${text(own)}, ${times(check, own)}. Checking again, nothing changed: ${text(again)}.`,
      );
    }
    const typical = median(ratios) ?? Number.POSITIVE_INFINITY;
    console.log(
      `Median ${typical.toFixed(2)} times our own parsing, the limit is ${LIMIT}; ${median(toRemark)?.toFixed(2)} times parsing with remark as it comes.`,
    );
    return typical < LIMIT ? 0 : 1;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function text({ cpu, wall }: Time): string {
  return `${wall} ms (${cpu} of CPU)`;
}

function times(check: Time, parse: Time): string {
  return `${(check.wall / parse.wall).toFixed(2)} times`;
}

async function timed(work: 'remark' | 'parse' | 'check', root: string): Promise<Time> {
  const script = fileURLToPath(new URL('./check-timed.ts', import.meta.url));
  const { code, output } = await runNode([script, work, root], root);
  if (code !== 0) throw new Error(output);
  return JSON.parse(output) as Time;
}
