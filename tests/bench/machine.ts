import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';

/** When and where numbers were measured. */
export interface Machine {
  /** Calendar day, UTC. */
  date: string;
  processors: number;
  model: string;
  /** Bytes. */
  memory: number;
  system: string;
  node: string;
  /** Processes that wanted a processor in the minute before: other work makes numbers worse. */
  load: number;
}

/** This machine, now. */
export function thisMachine(): Machine {
  return {
    date: new Date().toISOString().slice(0, 10),
    processors: availableParallelism(),
    model: cpus()[0]?.model.trim() ?? 'unknown',
    memory: totalmem(),
    system: `${platform()} ${release()}`,
    node: process.versions.node,
    load: loadavg()[0] ?? 0,
  };
}

/** A line for a reader of the numbers. */
export function describeMachine(machine: Machine): string {
  const { date, processors, model, memory, node, load } = machine;
  return `Measured on ${date}: ${processors} processors (${model}), ${Math.round(memory / 2 ** 30)} GB, Node ${node}; load before it began ${load.toFixed(1)}.`;
}
