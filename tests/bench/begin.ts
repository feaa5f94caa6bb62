import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeMachine, thisMachine } from './machine.ts';

/*
 * `npm run bench -- begin`: how long it takes from a clone to a publication of one's own that passes its
 * tests. The questions are answered in a terminal, as a person would. (`script` of util-linux is that
 * terminal, so it runs on Linux.)
 */

const ROOT = join(import.meta.dirname, '..', '..');

/**
 * What is typed: name, address, author, language, zone, e-mail, look, voice, publisher, pattern; an empty line
 * takes what is usual.
 */
const ANSWERS = [
  'The Weir',
  'https://weir.example',
  'Ann Weir',
  '',
  'Europe/London',
  ...Array<string>(5).fill(''),
];

/** What a person types, and what is typed while it runs. */
const COMMANDS: readonly { line: string; answers?: readonly string[] }[] = [
  { line: 'npm ci' },
  { line: 'npm run init', answers: ANSWERS },
  { line: 'npm run test:content' },
];

/** Seconds that a person has. */
const MOST = 600;

export function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { from: { type: 'string', default: ROOT } } });
  const folder = mkdtempSync(join(tmpdir(), 'begin-'));
  try {
    const clone = spawnSync('git', ['clone', '--quiet', values.from, folder], { stdio: 'inherit' });
    if (clone.status !== 0) return Promise.resolve(1);
    console.log(describeMachine(thisMachine()));
    let sum = 0;
    for (const { line, answers } of COMMANDS) {
      const begun = performance.now();
      const { status, stdout } = typed(line, answers, folder);
      const seconds = (performance.now() - begun) / 1000;
      sum += seconds;
      console.log(`${seconds.toFixed(0).padStart(5)} s  ${line}`);
      if (status !== 0) {
        console.error(stdout);
        return Promise.resolve(1);
      }
    }
    console.log(`${sum.toFixed(0).padStart(5)} s  together (at most ${MOST})`);
    return Promise.resolve(sum <= MOST ? 0 : 1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a line of a shell; with answers in a terminal, into which they are typed. */
function typed(line: string, answers: readonly string[] | undefined, cwd: string) {
  const [command = '', ...args] = answers
    ? ['script', '--quiet', '--return', '--command', line, '/dev/null']
    : ['sh', '-c', line];
  return spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    input: answers?.map((answer) => `${answer}\n`).join(''),
    // a question that nobody answers is asked for ever
    timeout: MOST * 1000,
    maxBuffer: 1 << 28,
  });
}
