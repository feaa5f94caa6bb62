import { type ChildProcess, fork, spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listAll } from '../../src/content/files.ts';
import { codeDigest } from '../../src/press/digests.ts';
import { pressFolder } from '../../src/press/templates.ts';
import { copyContent, type Facts, FIXTURE_SKINS, FIXTURES, type FixtureName } from './fixtures.ts';
import { bringTemplates, keepTemplates } from './kept-templates.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where an owner states the facts of a publication. */
export const CONFIG = 'src/publication/site.config.ts';

/** An owner's house but its facts, with a skin and nothing of the owner whose repository this is. */
function houseOf(skin = 'ledger'): Record<string, string> {
  return {
    'src/publication/tokens.css': `@import "../ui/skins/${skin}.css";\n`,
    'src/publication/words.ts': 'export default {};\n',
  };
}

/** The moment at which tests build, unless they say otherwise. */
export const TEST_NOW = '2026-11-22T12:00:00Z';

/** A command's end. */
export interface Run {
  code: number;
  /** Standard output and error together. */
  output: string;
}

/** The text of a configuration with these facts. */
export function configText(facts: Facts): string {
  return `import { defineSite } from '../record/site.ts';\n\nexport default defineSite(${JSON.stringify(facts, null, 2)});\n`;
}

/** A copy of the engine with a publication of its own, in a temporary folder. */
export class Project {
  readonly root: string;
  private facts: Facts;
  private host: ChildProcess | undefined;

  /** A copy of the engine with a whole fixture. */
  static of(fixture: FixtureName): Project {
    const project = new Project(houseOf(FIXTURE_SKINS[fixture]), FIXTURES[fixture]);
    copyContent(fixture, join(project.root, 'content'));
    return project;
  }

  /**
   * @param files path from the project's root to text; without `content/` files it has no content
   * @param facts of the publication; those of the English fixture when left out
   */
  constructor(files: Record<string, string | Uint8Array> = {}, facts: Facts = FIXTURES.english) {
    this.facts = facts;
    this.root = mkdtempSync(join(tmpdir(), 'publication-'));
    for (const name of [
      'src',
      'public',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'astro.config.mjs',
    ]) {
      cpSync(join(root, name), join(this.root, name), { recursive: true });
    }
    // on Windows a link that needs no rights
    symlinkSync(join(root, 'node_modules'), join(this.root, 'node_modules'), 'junction');
    mkdirSync(join(this.root, 'content'));
    this.configure({});
    this.write({ ...houseOf(), ...files });
  }

  /** Changes facts of the publication. */
  configure(changes: Partial<Facts>): void {
    this.facts = { ...this.facts, ...changes };
    this.write({ [CONFIG]: configText(this.facts) });
  }

  write(files: Record<string, string | Uint8Array>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), text);
    }
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  delete(path: string): void {
    rmSync(join(this.root, path), { recursive: true });
  }

  /** Runs one of the project's commands: `run('build')` is `npm run build`. */
  run(command: string, args: string[] = [], env: Record<string, string> = {}): Promise<Run> {
    const script = join(this.root, 'src', 'cli', `${command}.ts`);
    return runNode([script, ...args], this.root, env);
  }

  /**
   * Runs one of the project's commands in a process that is kept for the next: a tenth of what
   * {@link run} takes, for commands that read and write files and end.
   */
  async command(
    command: string,
    args: string[] = [],
    env: Record<string, string> = {},
  ): Promise<Run> {
    this.host ??= fork(fileURLToPath(new URL('command-host.ts', import.meta.url)), {
      cwd: this.root,
      env: environment(this.root),
      execArgv: [],
    });
    const { host } = this;
    // what `build.ts` imports would be loaded, and so run, once
    const name = command === 'build' ? 'build-command' : command;
    const script = join(this.root, 'src', 'cli', `${name}.ts`);
    return new Promise((resolve, reject) => {
      host.once('exit', reject);
      host.once('message', (run) => {
        host.off('exit', reject);
        resolve(run as Run);
      });
      host.send({ script, args, env: { ...environment(this.root), ...env } });
    });
  }

  /**
   * Builds the site into `dist/`, with templates that another project of the same code compiled; a
   * test that expects a failure, or is about templates, uses {@link run}.
   */
  async build(env: Record<string, string> = {}, args: string[] = []): Promise<void> {
    bringTemplates(this.root);
    const { code, output } = await this.run('build', args, env);
    if (code !== 0) throw new Error(`the build failed:\n${output}`);
    keepTemplates(this.root);
  }

  /** {@link build} for a project that is not built again: its press is not put together for the next time. */
  async buildOnce(env: Record<string, string> = {}, args: string[] = []): Promise<void> {
    bringTemplates(this.root);
    // where it has a folder it is not put together
    mkdirSync(pressFolder({ root: this.root, press: codeDigest(this.root) }), { recursive: true });
    await this.build(env, args);
  }

  /** Every file of the built site, by path, in code-point order. */
  files(folder = 'dist'): string[] {
    return listAll(join(this.root, folder));
  }

  remove(): void {
    this.host?.removeAllListeners().kill();
    // a process that was killed may still be writing its last file
    rmSync(this.root, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** What a command finds in its environment: as npm sets it, and not of the npm that runs the tests. */
function environment(cwd: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    SITE_NOW: TEST_NOW,
    INIT_CWD: cwd,
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: '',
    VITEST: '',
    NO_COLOR: '1',
  };
}

/** Runs Node on a script and waits for its end. */
export function runNode(
  args: string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...environment(cwd), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      // a letter may be parted between two chunks
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
