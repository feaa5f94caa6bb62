import { parseArgs } from 'node:util';
import { buildReport } from './build-report.ts';
import { thisMachine } from './machine.ts';
import { ours } from './ours.ts';
import { OUTPUT_OPTIONS, putOut } from './output.ts';
import { peers } from './peers.ts';
import { race } from './race.ts';
import type { Report } from './report.ts';

/**
 * `npm run bench -- build`: how long this project and others take to build the same articles.
 *
 *     --sizes 100,1000   numbers of articles
 *     --runs 3           how often each build is measured
 *     --only NAME,NAME   only those whose names begin so; "Coin Docket" is what others are compared with
 */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '100,1000,10000' },
      runs: { type: 'string', default: '3' },
      only: { type: 'string', default: '' },
      ...OUTPUT_OPTIONS,
    },
  });
  const sizes = values.sizes.split(',').map((size) => wholeNumber('--sizes', size));
  const runs = wholeNumber('--runs', values.runs);
  const { contenders, missing } = everyone(values.only);
  const report: Report = {
    machine: thisMachine(),
    runs,
    contenders: contenders.map(({ name, version, ours }) => ({ name, version, ours })),
    missing,
    measurements: [],
  };
  let failed = false;
  for (const size of sizes) {
    const { measurements, failures } = await race(contenders, size, runs, console.error);
    report.measurements.push(...measurements);
    report.missing.push(...failures);
    failed ||= failures.length > 0;
  }
  putOut(report, buildReport(report), values);
  return failed ? 1 : 0;
}

function everyone(only: string): Pick<ReturnType<typeof peers>, 'contenders' | 'missing'> {
  const wanted = only.split(',').filter((name) => name !== '');
  const others = peers();
  const all = [...ours(), ...others.contenders];
  if (wanted.length === 0) return { contenders: all, missing: others.missing };
  const contenders = all.filter(({ name }) => wanted.some((start) => name.startsWith(start)));
  if (contenders.length > 0) return { contenders, missing: [] };
  throw new Error(
    `--only ${only} names nobody. There are: ${all.map(({ name }) => name).join('; ')}.`,
  );
}

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`${option} has "${text}": give whole numbers above 0.`);
}
