import { resolve } from 'node:path';
import type { Archive } from '../record/archive.ts';
import type { BuildContent } from './content.ts';

/*
 * What one build has made, for all its parts. Astro loads collections and pages apart from everything
 * else, each with modules of its own, so a variable of a module would be another one there. It imports
 * no reader of content: whoever only wants what is there already does not load the whole compiler.
 */

/** What is made once in a build. */
interface Made {
  content: Promise<BuildContent>;
  archive: Promise<Archive>;
}

/**
 * What was made of the content below `root` as it is at `now`; undefined when nobody has made it yet.
 * @param now milliseconds since 1970 UTC
 */
export function madeInBuild<Name extends keyof Made>(
  name: Name,
  root: string,
  now: number,
): Made[Name] | undefined {
  return known(root, now)[name];
}

/** The same, made now if nobody has. */
export function onceInBuild<Name extends keyof Made>(
  name: Name,
  root: string,
  now: number,
  make: () => Made[Name],
): Made[Name] {
  const all = known(root, now);
  const made = all[name] ?? make();
  all[name] = made;
  return made;
}

function known(root: string, now: number): Partial<Made> {
  const shared = globalThis as { [BUILDS]?: Map<string, Partial<Made>> };
  shared[BUILDS] ??= new Map();
  const key = `${resolve(root)}\n${now}`;
  const made = shared[BUILDS].get(key) ?? {};
  shared[BUILDS].set(key, made);
  return made;
}

const BUILDS = Symbol.for('what builds have made');
