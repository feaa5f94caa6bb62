import { pathToFileURL } from 'node:url';

/*
 * A process that runs a project's commands one after another, so that what they import is loaded
 * once. It hears `{ script, args, env }` and answers with `{ code, output }`. A command ends where it
 * would end its own process.
 */

interface Call {
  script: string;
  args: string[];
  env: Record<string, string | undefined>;
}

/** Thrown where a command calls `process.exit`. */
class Exit extends Error {
  code: number;

  constructor(code: number) {
    super('exit');
    this.code = code;
  }
}

let calls = 0;
let output = '';

for (const stream of [process.stdout, process.stderr]) {
  stream.write = (chunk: string | Uint8Array) => {
    output += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    return true;
  };
}
process.exit = (code) => {
  throw new Exit(Number(code ?? process.exitCode ?? 0));
};

process.on('message', async ({ script, args, env }: Call) => {
  output = '';
  process.exitCode = undefined;
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
  process.argv = [process.execPath, script, ...args];
  calls += 1;
  const code = await import(`${pathToFileURL(script).href}?call=${calls}`).then(
    () => Number(process.exitCode ?? 0),
    (error: unknown) => {
      if (error instanceof Exit) return error.code;
      // as `src/cli/mistakes.ts` says it
      const isOwners = error instanceof Error && error.name === 'OwnersMistake';
      console.error(isOwners ? error.message : error);
      return 1;
    },
  );
  process.exitCode = undefined;
  process.send?.({ code, output });
});
