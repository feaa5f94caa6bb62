import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pressFolder } from '../../src/press/templates.ts';
import type { Edit } from './edits.ts';
import { Project } from './project.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Every page of a site by its path: its key, if it has one, and a digest of its bytes. */
export type Pages = Record<string, { key?: string; bytes: string }>;

const script = fileURLToPath(new URL('render-site.ts', import.meta.url));

/** A publication whose pages are rendered, again and again, without being built. */
export class RenderedProject {
  readonly #files: Files;
  readonly #project: Project;
  readonly #process: ChildProcess;

  constructor(files: Files) {
    this.#files = files;
    this.#project = new Project(files);
    // where it has a folder it is not put together
    mkdirSync(pressFolder({ root: this.#project.root, press: 'tests' }), { recursive: true });
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      VITEST: '',
      ASTRO_TELEMETRY_DISABLED: '1',
    };
    this.#process = fork(script, { cwd: this.#project.root, env, execArgv: [] });
  }

  /** Every page as it is at a moment; undefined when the content has errors. */
  async render(now: string): Promise<Pages | undefined> {
    this.#process.send(Date.parse(now));
    const [{ pages }] = (await once(this.#process, 'message')) as [{ pages?: Pages }];
    return pages;
  }

  /** Every page after an edit, which is then taken back. */
  async renderAfter(edit: Edit, now: string): Promise<Pages | undefined> {
    const paths = Object.keys(edit.files);
    for (const path of paths) this.#write(path, edit.files[path]);
    const pages = await this.render(edit.now ?? now);
    for (const path of paths) this.#write(path, this.#files[path]);
    return pages;
  }

  #write(path: string, text: string | Uint8Array | undefined): void {
    if (text === undefined) this.#project.delete(path);
    else this.#project.write({ [path]: text });
  }

  remove(): void {
    this.#process.kill();
    this.#project.remove();
  }
}
