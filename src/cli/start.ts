import './mistakes.ts';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort } from './engines.ts';
import { siteFolder } from './paths.ts';
import { readArguments, readPort } from './say.ts';
import { serveSite } from './server.ts';

/* `npm start`: builds the site, then serves it; `-- --port 8080` at another port. */

const { values } = readArguments(
  { options: { port: { type: 'string', default: process.env.PORT || '4321' } } },
  'npm start -- [--port 8080]',
);
const port = readPort(values.port);

try {
  // asked before the build, which may take long
  await freePort(port);
  const code = await build();
  if (code !== 0) process.exit(code);
  const { url } = await serveSite({ dir: siteFolder(), port });
  console.log(`${url} (Ctrl+C stops it)`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** Builds in a process of its own, whose memory is not kept while the site is served; gives its exit code. */
function build(): Promise<number> {
  const script = fileURLToPath(new URL('build.ts', import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: 'inherit' });
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      for (const signal of signals) process.off(signal, stop);
      resolve(code ?? 1);
    });
  });
}
