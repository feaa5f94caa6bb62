import { readdirSync, readFileSync } from 'node:fs';

/** How often the memory of a running command is looked at, in milliseconds. */
const INTERVAL = 100;

/** What `/proc` says of a process. */
export interface ProcessState {
  parent: number;
  /** Bytes in memory now. */
  resident: number;
  /** The most bytes it ever had in memory. */
  peak: number;
}

/** Reads `/proc/PID/status` (proc_pid_status(5)); a process that is ending has no memory any more. */
export function parseStatus(status: string): ProcessState {
  const field = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
  return {
    parent: field('PPid'),
    resident: field('VmRSS') * 1024,
    peak: field('VmHWM') * 1024,
  };
}

/**
 * Watches the memory of a process and all that descend from it.
 * @returns a function that ends the watch and gives the most bytes that were resident at once, or
 *   `undefined` where the system has no `/proc`
 */
export function watchMemory(root: number): () => number | undefined {
  const members = new Set([root]);
  const strangers = new Set<number>();
  let most = 0;
  const look = () => {
    for (const pid of processes()) {
      if (members.has(pid) || strangers.has(pid)) continue;
      const state = readState(pid);
      if (state) (members.has(state.parent) ? members : strangers).add(pid);
    }
    let together = 0;
    for (const pid of members) {
      const state = readState(pid);
      if (!state) continue;
      together += state.resident;
      most = Math.max(most, state.peak);
    }
    most = Math.max(most, together);
  };
  const timer = setInterval(look, INTERVAL);
  return () => {
    clearInterval(timer);
    return most === 0 ? undefined : most;
  };
}

function processes(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function readState(pid: number): ProcessState | undefined {
  try {
    return parseStatus(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    // it has ended
    return undefined;
  }
}
