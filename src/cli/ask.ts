import { createInterface, type Interface } from 'node:readline';
import { fail } from './say.ts';

/** What is wrong with an answer, if anything is. */
export type Judge = (answer: string) => string | undefined;

/**
 * Asks in the terminal, one question after another, each until its answer is right. Without a
 * terminal nothing is asked and every answer is empty.
 */
export class Asker {
  readonly #lines: AsyncIterator<string> | undefined;
  readonly #terminal: Interface | undefined;
  #ended = false;

  constructor() {
    if (!process.stdin.isTTY || !process.stdout.isTTY) return;
    this.#terminal = createInterface({ input: process.stdin, output: process.stdout });
    // Ctrl+C; after the end of the input (Ctrl+D) the lines that wait are still read
    this.#terminal.on('SIGINT', () => fail('\nNothing was written.'));
    this.#terminal.on('close', () => {
      this.#ended = true;
    });
    // lines that are typed or pasted ahead wait here
    this.#lines = this.#terminal[Symbol.asyncIterator]();
  }

  /**
   * Asks until the answer is right; gives it without the spaces around it. The end of the input ends
   * the command.
   * @param judge says what is wrong with an answer; without it every answer is right
   */
  async ask(question: string, judge: Judge = () => undefined): Promise<string> {
    if (!this.#terminal || !this.#lines) return '';
    for (;;) {
      this.#terminal.setPrompt(question);
      if (!this.#ended) this.#terminal.prompt();
      const { value, done } = await this.#lines.next();
      if (done) fail('\nNothing was written.');
      const answer = String(value).trim();
      const wrong = judge(answer);
      if (wrong === undefined) return answer;
      console.log(wrong);
    }
  }

  /** Leaves the terminal to others; nothing can be asked afterwards. */
  close(): void {
    this.#terminal?.close();
  }
}
