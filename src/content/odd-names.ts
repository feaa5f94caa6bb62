import { isReserved, RESERVED } from '../lib/slug.ts';
import type { OddFile } from './files.ts';

/** What no file's name may have on Windows. */
const FORBIDDEN = /[<>:"|?*]/;

/**
 * Files with names that other systems do not take: git cannot make them there. Names of articles and the
 * like are those of addresses, and looked at as such.
 * @param paths with forward slashes
 */
export function oddNames(paths: readonly string[]): OddFile[] {
  const seen = new Map<string, string>();
  return paths.flatMap((path): OddFile[] => {
    const twin = seen.get(path.toLowerCase());
    seen.set(path.toLowerCase(), path);
    if (twin !== undefined) {
      const is = `differs from ${twin} by capitals alone, which Windows and macOS take for one file`;
      return [{ path, is, fix: 'Rename one of them.', elsewhere: true }];
    }
    if (/^content\/.*\.(?:mdx?|ya?ml)$/.test(path)) return [];
    for (const name of path.split('/')) {
      if (isReserved(name)) {
        return [
          { path, is: `lies at "${name}", which ${RESERVED}`, fix: 'Rename it.', elsewhere: true },
        ];
      }
      if (FORBIDDEN.test(name) || /[. ]$/.test(name)) {
        const is = `has a name that Windows does not take, ${JSON.stringify(name)}`;
        const fix = 'Rename it: no < > : " | ? *, and no dot or space at its end.';
        return [{ path, is, fix, elsewhere: true }];
      }
    }
    return [];
  });
}
