import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Ends a command with a sentence for people. */
export function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

/** Prints what was done to several things, a line each; nothing when there are none. */
export function list(what: string, items: readonly string[]): void {
  for (const item of items) console.log(`${what}: ${item}`);
}

/**
 * Reads the command line; what the command does not take ends it with a sentence and the usage.
 * @param config as for `parseArgs` of Node
 * @param usage how the command is called, in a line
 */
export function readArguments<const T extends ParseArgsConfig>(
  config: T,
  usage: string,
): ReturnType<typeof parseArgs<T>> {
  refuseFlagsOfNpm(Object.keys(config.options ?? {}), usage);
  // pnpm and Yarn hand on the "--" that npm takes away
  const [, , first, ...rest] = process.argv;
  if (first === '--') process.argv.splice(2, Infinity, ...rest);
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    // Node goes on with advice on dashes, which does not help after a mistyped flag
    const what = said.replace(/\.?\s+(?:To specify|This command does|Did you forget).*$/s, '');
    return fail(`${what}.\n${usage}`);
  }
}

/**
 * Ends a command one of whose flags npm took for its own. It does where no `--` stands before the
 * flag, and PowerShell drops one without quotes. npm hands such flags on as `npm_config_NAME`.
 */
export function refuseFlagsOfNpm(flags: readonly string[], usage: string): void {
  for (const flag of flags) {
    const value = flagOfNpm(flag);
    const given = process.argv.some((word) => word.split('=', 1)[0] === `--${flag}`);
    if (value === 'false' || value === '' || given) continue;
    fail(
      `npm took "--${flag}" for its own. Put "--" before the flags of a command, with the quotes in PowerShell.\n${usage}`,
    );
  }
}

/** Where a server is to listen: on every address of the machine with `--host`, as in a container. */
export function hostOf({ host }: { host?: boolean | undefined }): string | undefined {
  return host ? '0.0.0.0' : undefined;
}

/** What npm has made of a flag; empty or `false` when it was not given. */
function flagOfNpm(flag: string): string {
  // npm has such a flag itself, and keeps it as a level
  if (flag === 'verbose') return String(process.env.npm_config_loglevel === 'verbose');
  return process.env[`npm_config_${flag}`] ?? 'false';
}

/** The number of a port that was named; anything else ends the command with a sentence. */
export function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  return fail(`"${text}" is not a port. Give a number from 1 to 65535.`);
}
