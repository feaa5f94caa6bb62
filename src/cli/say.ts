import { relative, resolve } from 'node:path';

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
 * Whether a file of the project was named on the command line, itself or a folder above it.
 * @param paths as given, from the folder in which the command runs
 */
export function askedFor(root: string, paths: readonly string[]): (file: string) => boolean {
  const named = paths.map((path) => relative(root, resolve(path)).replaceAll('\\', '/'));
  return (file) =>
    named.some((path) => file === path || path === '' || file.startsWith(`${path}/`));
}
