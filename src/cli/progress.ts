import { stdout } from 'node:process';
import type { Reporter } from '../press/steps.ts';

/** A shorter stage needs no estimate, in milliseconds. */
const SOON = 3000;

/** Tells a person at a terminal, or a log, how far a build is. */
export class Progress implements Reporter {
  readonly #start = performance.now();
  readonly #times: [stage: string, ms: number][] = [];
  #stage = '';
  #stageStart = this.#start;
  #lastTenth = 0;

  /** Begins a stage: `reading`, `pages`. */
  stage(name: string): void {
    this.#endStage();
    this.#stage = name;
    this.#stageStart = performance.now();
    this.#lastTenth = 0;
    if (stdout.isTTY) stdout.write(`\r\u001b[K${name} …`);
  }

  /** Says that something is made beside the stages, which may take long. */
  beside(name: string): void {
    console.log(`${stdout.isTTY ? '\r\u001b[K' : ''}${name} are compiled …`);
  }

  /** How far a stage is: a bar on a terminal, a line at every tenth of a long one in a log. */
  step(done: number, total: number): void {
    if (stdout.isTTY) {
      const width = 30;
      const filled = Math.round((done / Math.max(1, total)) * width);
      const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
      stdout.write(`\r\u001b[K${this.#stage} ${bar} ${done}/${total}${this.#left(done, total)}`);
      return;
    }
    const tenth = Math.floor((done / Math.max(1, total)) * 10);
    if (total >= 1000 && tenth > this.#lastTenth) {
      this.#lastTenth = tenth;
      console.log(`${this.#stage}: ${done} of ${total}${this.#left(done, total)}`);
    }
  }

  /** Ends the last stage. */
  end(): void {
    this.#endStage();
    this.#stage = '';
    if (stdout.isTTY) stdout.write('\r\u001b[K');
  }

  /** `4.1 s (reading 0.2, pages 3.1, …)`. */
  times(): string {
    const total = (performance.now() - this.#start) / 1000;
    const parts = this.#times.map(([stage, ms]) => `${stage} ${(ms / 1000).toFixed(1)}`);
    return `${total.toFixed(1)} s (${parts.join(', ')})`;
  }

  /** About how long a stage will still take, once that can be said. */
  #left(done: number, total: number): string {
    const ms = performance.now() - this.#stageStart;
    if (ms < SOON || done === 0) return '';
    const seconds = Math.ceil(((ms / done) * (total - done)) / 1000);
    return seconds < 90 ? `, ${seconds} s left` : `, ${Math.round(seconds / 60)} min left`;
  }

  #endStage(): void {
    if (this.#stage === '') return;
    this.#times.push([this.#stage, performance.now() - this.#stageStart]);
  }
}
