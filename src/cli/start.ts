import './mistakes.ts';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freePort } from './engines.ts';
import { root, siteFolder } from './paths.ts';
import { hostOf, readArguments, readPort } from './say.ts';
import { serveSite } from './server.ts';
import { onChange } from './watch.ts';

/*
 * `npm start`: builds the site, then serves it; `-- --port 8080` at another port, `-- --host` on every
 * address of the machine, `-- --watch` building again whenever a file changes.
 */

const { values } = readArguments(
  {
    options: {
      port: { type: 'string', default: process.env.PORT || '4321' },
      host: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
    },
  },
  'npm start -- [--port 8080] [--host] [--watch]',
);
const port = readPort(values.port);

try {
  // asked before the build, which may take long
  await freePort(port);
  const code = await build();
  // what is wrong is mended while it watches
  if (code !== 0 && !(values.watch && existsSync(siteFolder()))) process.exit(code);
  const { url } = await serveSite({ dir: siteFolder(), port, host: hostOf(values) });
  console.log(`${url} (Ctrl+C stops it)`);
  if (values.watch) onChange(root, build);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** Builds in a process of its own, whose memory is not kept while the site is served; gives its exit code. */
function build(): Promise<number> {
  const script = fileURLToPath(new URL('build.ts', import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: 'inherit' });
  let stopped = false;
  const stop = (signal: NodeJS.Signals): void => {
    stopped = true;
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      for (const signal of signals) process.off(signal, stop);
      if (stopped) process.exit(code ?? 1);
      resolve(code ?? 1);
    });
  });
}
