import { writeFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector/promises';

/** How many functions are named. */
const NAMED = 10;

/**
 * Profiles this process from now on.
 * @returns ends it: writes the profile, for the developer tools of a browser, and gives the lines that
 *   say which functions took longest
 */
export async function profile(path: string): Promise<() => Promise<string>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  return async () => {
    const { profile: made } = await session.post('Profiler.stop');
    session.disconnect();
    writeFileSync(path, JSON.stringify(made));
    return [`${path} has the profile. Most time was taken by:`, ...dearest(made)].join('\n');
  };
}

/** The functions in which most time was spent, without what they called. */
function dearest({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): string[] {
  const times = new Map<string, number>();
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => {
      const place =
        url === '' ? '' : ` ${url.replace(/^.*?([^/]+\/[^/]+)$/, '$1')}:${lineNumber + 1}`;
      return [id, `${functionName || 'a function without a name'}${place}`];
    }),
  );
  for (const [i, id] of samples.entries()) {
    const name = names.get(id) ?? '';
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[i] ?? 0));
  }
  return [...times]
    .filter(([name]) => !/^\((?:idle|program|root)\)/.test(name))
    .sort(([, a], [, b]) => b - a)
    .slice(0, NAMED)
    .map(([name, microseconds]) => `${(microseconds / 1000).toFixed(0).padStart(7)} ms  ${name}`);
}
