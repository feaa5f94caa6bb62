import { spawn } from 'node:child_process';
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

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The moment at which tests build, unless they say otherwise. */
export const TEST_NOW = '2026-11-22T12:00:00Z';

/** A command's end. */
export interface Run {
  code: number;
  /** Standard output and error together. */
  output: string;
}

/** A copy of the project with content of its own, in a temporary folder. */
export class Project {
  readonly root: string;

  /** @param files path from the project's root to text; without `content/` files it has no content */
  constructor(files: Record<string, string | Uint8Array> = {}) {
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
    symlinkSync(join(root, 'node_modules'), join(this.root, 'node_modules'));
    mkdirSync(join(this.root, 'content'));
    this.write(files);
  }

  /** Takes the content that ships. */
  withShippedContent(): this {
    cpSync(join(root, 'content'), join(this.root, 'content'), { recursive: true });
    return this;
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

  /** Builds the site into `dist/`; a test that expects a failure uses {@link run}. */
  async build(env: Record<string, string> = {}, args: string[] = []): Promise<void> {
    const { code, output } = await this.run('build', args, env);
    if (code !== 0) throw new Error(`the build failed:\n${output}`);
  }

  /** Every file of the built site, by path, in code-point order. */
  files(folder = 'dist'): string[] {
    return listAll(join(this.root, folder));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
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
      env: {
        ...process.env,
        SITE_NOW: TEST_NOW,
        // as npm says it, and not of the npm that runs the tests
        INIT_CWD: cwd,
        ASTRO_TELEMETRY_DISABLED: '1',
        NODE_ENV: '',
        VITEST: '',
        NO_COLOR: '1',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
