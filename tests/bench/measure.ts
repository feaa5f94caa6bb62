import { spawn, spawnSync } from 'node:child_process';
import { watchMemory } from './process-tree.ts';

/** What one run of a command took. */
export interface Sample {
  /** Seconds by the clock on the wall. */
  wall: number;
  /** Seconds of processor time, in the program and in the system, of all its processes. */
  cpu: number;
  /** The most bytes in memory at once, of all its processes; not known on every system. */
  memory?: number;
}

/** A command to run. */
export interface Command {
  /** Program and arguments. */
  line: readonly string[];
  folder: string;
  env: Readonly<Record<string, string>>;
}

/**
 * Runs a command to its end and measures it. What earlier runs wrote is brought to the disk before.
 * @throws Error with the last lines of its output when it fails
 */
export async function measure({ line, folder, env }: Command): Promise<Sample> {
  spawnSync('sync');
  const start = performance.now();
  const shell = spawn('bash', ['-c', 'TIMEFORMAT="%U %S"; time "$@" 2>&1', 'bash', ...line], {
    cwd: folder,
    env: { ...process.env, ...env, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const memoryUsed = watchMemory(shell.pid ?? -1);
  let output = '';
  let times = '';
  shell.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  shell.stderr.on('data', (chunk: Buffer) => {
    times += chunk.toString();
  });
  const code = await new Promise((resolve, reject) => {
    shell.on('error', reject);
    shell.on('close', resolve);
  });
  const wall = (performance.now() - start) / 1000;
  const memory = memoryUsed();
  if (code !== 0) {
    throw new Error(
      `${line.join(' ')} ended with ${code}:\n${output.split('\n').slice(-20).join('\n')}`,
    );
  }
  return { wall, cpu: readTimes(times), ...(memory !== undefined && { memory }) };
}

/** User and system seconds as the shell's `time` prints them, added up. */
export function readTimes(text: string): number {
  const [user = Number.NaN, system = Number.NaN] = text.trim().split(/\s+/).slice(-2).map(Number);
  return user + system;
}
