import type { Archive } from '../../record/archive.ts';
import { keyOf } from '../../views/page.ts';
import { type Shell, shellOf } from '../../views/shell.ts';
import { getArchive } from './archive.ts';
import { getPages } from './pages.ts';

const shells = new WeakMap<Archive, Shell>();

/** What is the same on every page of this build. */
export async function getShell(): Promise<Shell> {
  const [archive, pages] = await Promise.all([getArchive(), getPages()]);
  const shell = shells.get(archive) ?? shellOf(archive, pages);
  shells.set(archive, shell);
  return shell;
}

/**
 * A page for `getStaticPaths`. Its view is made twice, for its key and when it is rendered, so that
 * no more than the article or the list that it is made from is held for every page.
 */
export function staticPath<V extends object>(
  params: Record<string, string | undefined>,
  shell: Shell,
  view: () => V,
) {
  return {
    params,
    props: { shell, view },
    get cacheKey() {
      return keyOf(shell, view());
    },
  };
}
