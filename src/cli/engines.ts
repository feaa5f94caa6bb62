import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { errorCode } from '../content/move.ts';
import { caddyfile, caddyPart } from '../outputs/edge/caddy.ts';
import { workerScript, wranglerConfig } from '../outputs/edge/cloudflare.ts';
import { nginxConfig, nginxPart } from '../outputs/edge/nginx.ts';
import type { EdgeTable } from '../outputs/edge/table.ts';
import { portError, type Served, serveSite } from './server.ts';

/** What can serve a built site here. */
export const ENGINES = ['builtin', 'workerd', 'nginx', 'caddy'] as const;
/** One of {@link ENGINES}. */
export type Engine = (typeof ENGINES)[number];

/** How long an engine may take to answer first, in milliseconds: wrangler is slow on a busy machine. */
const PATIENCE = 120_000;

/** An engine that runs. */
export interface Running extends Served {
  /** What it has said, warnings about its configuration among it. */
  output(): string;
}

interface Place {
  /** The built site; for an engine's command, the folder of the host's root. */
  dir: string;
  /** Port on the loopback address; 0 for any that is free. */
  port: number;
  /** Another address on which the built-in server listens. */
  host?: string | undefined;
}

/** A command to run, with the files it needs already written. */
interface Command {
  program: string;
  args: string[];
  env?: Record<string, string>;
}

/** Each engine's command; `work` is a folder of its own. */
const COMMANDS: Readonly<
  Record<Exclude<Engine, 'builtin'>, (table: EdgeTable, place: Place, work: string) => Command>
> = { nginx, caddy, workerd };

/** Debian's packages of the engines that npm does not bring. */
const PACKAGES = { nginx: 'nginx libnginx-mod-http-brotli-static', caddy: 'caddy' } as const;

/** Where systems keep what belongs to nginx. */
const NGINX_FOLDERS = ['/usr/lib/nginx', '/usr/lib64/nginx', '/usr/local/lib/nginx'];

/** The environment, with the folder in which Debian keeps servers, and which users' PATH lacks. */
const ENV = { ...process.env, PATH: `${process.env.PATH}${delimiter}/usr/sbin` };

/** What a host says that has another site beside one below a path. */
const ANOTHER = 'Another site of this host.';

/** Files that Cloudflare reads at the root, whatever the base path. */
const READ_AT_ROOT = ['_headers', '_redirects', '.assetsignore'];

/**
 * Serves a built site by an engine, as the host that runs it would.
 * @throws Error with one sentence when there is no site, no such program, or it does not start
 */
export async function startEngine(engine: Engine, place: Place): Promise<Running> {
  if (engine === 'builtin') return { ...(await serveSite(place)), output: () => '' };
  const port = await freePort(place.port);
  const work = workFolder(engine);
  const clean = (): void => rmSync(work, { recursive: true, force: true });
  try {
    const table = readTable(place.dir);
    const dir = hostFolder(table, place.dir, work);
    const command = COMMANDS[engine](table, { dir, port }, work);
    const child = run(command, work);
    const url = `http://127.0.0.1:${port}${table.base}`;
    await answering(url, child.process, () => `${engine} did not start: ${child.output()}`);
    const close = async (): Promise<void> => {
      await stop(child.process);
      clean();
    };
    return { url, close, output: child.output };
  } catch (error) {
    clean();
    throw error;
  }
}

/** @throws Error with one sentence when there is nowhere to make it */
function workFolder(engine: Engine): string {
  try {
    return mkdtempSync(join(tmpdir(), `${engine}-`));
  } catch (error) {
    throw new Error(
      `Nothing can be written to ${tmpdir()}, the folder of temporary files (${errorCode(error)}). Make it, or name another one in TMPDIR.`,
    );
  }
}

function readTable(dir: string): EdgeTable {
  const path = join(dir, '.edge', 'table.json');
  if (!existsSync(path)) {
    throw new Error(`There is no built site in ${dir}. Build it with "npm run build".`);
  }
  return JSON.parse(readFileSync(path, 'utf8')) as EdgeTable;
}

/**
 * The port that an engine may have, any free one for 0. Asked first: an engine whose port is taken
 * would fail, and another's answers be taken for its own.
 * @throws Error with one sentence when it is taken
 */
export function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => reject(portError(error, wanted)));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : wanted;
      server.close(() => resolve(port));
    });
  });
}

/** What a host's root shows: the site, or a folder with the site at its base path. */
function hostFolder({ base }: EdgeTable, dir: string, work: string): string {
  if (base === '/') return dir;
  const root = join(work, 'host');
  cpSync(dir, join(root, base), { recursive: true, preserveTimestamps: true });
  return root;
}

function nginx(table: EdgeTable, { dir, port }: Place, work: string): Command {
  const modules = nginxModules();
  const listen = { plain: [`127.0.0.1:${port}`] };
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const whole =
    table.base === '/' ? nginxConfig(table, { root: dir, listen }) : nginxHost(table, dir, port);
  writeFileSync(join(work, 'site.conf'), whole);
  writeFileSync(
    join(work, 'nginx.conf'),
    `${modules}
daemon off;
pid ${work}/pid;
error_log stderr warn;
worker_processes auto;
# the folder may belong to whoever builds
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  ${temporary.map((name) => `${name}_temp_path ${work}/${name};`).join('\n  ')}
  include ${work}/site.conf;
}
`,
  );
  return { program: 'nginx', args: ['-e', 'stderr', '-p', work, '-c', join(work, 'nginx.conf')] };
}

/** A host that has another site too. */
function nginxHost(table: EdgeTable, dir: string, port: number): string {
  const { http, server } = nginxPart(table, dir);
  return `${http}
server {
  listen 127.0.0.1:${port};
  location / { default_type text/plain; return 200 "${ANOTHER}"; }
${server}
}
`;
}

/**
 * What loads brotli_static in nginx's configuration; nothing where nginx was built with it.
 * @throws Error with one sentence when nginx has it not, or is not installed
 */
export function nginxModules(): string {
  const built = need('nginx', '-V').includes('brotli');
  const module = NGINX_FOLDERS.map(
    (path) => `${path}/modules/ngx_http_brotli_static_module.so`,
  ).find((path) => existsSync(path));
  if (module !== undefined) return `load_module ${module};`;
  if (built) return '';
  throw new Error(
    `nginx has no brotli_static module. Install it: apt-get install ${PACKAGES.nginx}`,
  );
}

function caddy(table: EdgeTable, { dir, port }: Place, work: string): Command {
  need('caddy', 'version');
  const config = join(work, 'Caddyfile');
  const address = `http://127.0.0.1:${port}`;
  const host = `{\n  admin off\n  auto_https off\n}\n${address} {\n  import site\n  respond "${ANOTHER}"\n}\n`;
  writeFileSync(config, table.base === '/' ? caddyfile(table, { root: dir, address }) : host);
  writeFileSync(join(work, 'site'), caddyPart(table, dir));
  return {
    program: 'caddy',
    args: ['run', '--config', config, '--adapter', 'caddyfile'],
    env: { XDG_CONFIG_HOME: work, XDG_DATA_HOME: work },
  };
}

function workerd(table: EdgeTable, { dir, port }: Place, work: string): Command {
  const wrangler = fileURLToPath(
    new URL('../../tests/node_modules/wrangler/bin/wrangler.js', import.meta.url),
  );
  if (!existsSync(wrangler)) {
    throw new Error('wrangler is not installed. Type: npm ci --prefix tests');
  }
  if (table.base !== '/') {
    for (const name of READ_AT_ROOT) renameSync(join(dir, table.base, name), join(dir, name));
  }
  writeFileSync(join(work, 'worker.js'), workerScript(table));
  writeFileSync(join(work, 'wrangler.jsonc'), wranglerConfig(table, 'site', dir));
  const options = { ip: '127.0.0.1', port, 'inspector-port': 0, 'persist-to': join(work, 'state') };
  return {
    program: process.execPath,
    args: [
      wrangler,
      'dev',
      '--config',
      join(work, 'wrangler.jsonc'),
      ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
    ],
    env: {
      WRANGLER_SEND_METRICS: 'false',
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
      CI: 'true',
      NO_COLOR: '1',
    },
  };
}

/**
 * Asks a program what it is.
 * @returns what it says of itself on standard error
 * @throws Error with one sentence when it is not installed
 */
function need(program: keyof typeof PACKAGES, flag: string): string {
  const { error, stderr } = spawnSync(program, [flag], { env: ENV, encoding: 'utf8' });
  if (error) {
    throw new Error(`${program} is not installed. On Debian: apt-get install ${PACKAGES[program]}`);
  }
  return stderr;
}

function run({ program, args, env }: Command, cwd: string) {
  const process_ = spawn(program, args, {
    cwd,
    env: { ...ENV, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const take = (chunk: Buffer): void => {
    text = (text + chunk.toString()).slice(-4000);
  };
  process_.stdout.on('data', take);
  process_.stderr.on('data', take);
  return { process: process_, output: () => text.trim() };
}

/** Waits until an address answers. */
async function answering(url: string, child: ChildProcess, why: () => string): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end && child.exitCode === null) {
    const answer = await fetch(url, { redirect: 'manual' }).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  await stop(child);
  throw new Error(why());
}

/** Asks a process to end, and ends it if it does not. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(late);
}
