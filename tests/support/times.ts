import type { Reporter, TestModule } from 'vitest/node';

/** How many files are named. */
const SLOWEST = 10;

/** What a test file took. */
interface Took {
  project: string;
  file: string;
  ms: number;
}

/** Prints at the end of a run where its minutes went: by project, then the slowest files. */
export default class Times implements Reporter {
  #begin = performance.now();

  onTestRunStart(): void {
    this.#begin = performance.now();
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const files = modules.map(tookOf);
    const wall = performance.now() - this.#begin;
    const { user, system } = process.cpuUsage();
    console.log(`\nWhere the time went (${seconds(wall)} by the clock):`);
    for (const project of new Set(files.map((file) => file.project))) {
      const own = files.filter((file) => file.project === project);
      const sum = own.reduce((total, { ms }) => total + ms, 0);
      console.log(`  ${seconds(sum).padStart(7)}  ${project} (${own.length} files)`);
    }
    console.log('Slowest files:');
    for (const { file, ms } of files.sort((a, b) => b.ms - a.ms).slice(0, SLOWEST)) {
      console.log(`  ${seconds(ms).padStart(7)}  ${file}`);
    }
    console.log(`Vitest itself used ${seconds((user + system) / 1000)} of processor time.`);
  }
}

function tookOf(module: TestModule): Took {
  const { setupDuration, collectDuration, duration } = module.diagnostic();
  return {
    project: module.project.name,
    file: module.relativeModuleId,
    ms: setupDuration + collectDuration + duration,
  };
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
