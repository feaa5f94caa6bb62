import type { Memo } from '../../content/memo.ts';
import type { Archive } from '../../record/archive.ts';
import { digestOf, keyOf, shellDigest } from '../../views/page.ts';
import { type Shell, shellOf } from '../../views/shell.ts';
import { getArchive } from './archive.ts';

const shells = new WeakMap<Archive, Shell>();

/** What is the same on every page of this build. */
export async function getShell(): Promise<Shell> {
  const archive = await getArchive();
  const shell = shells.get(archive) ?? shellOf(archive);
  shells.set(archive, shell);
  return shell;
}

/**
 * A page for `getStaticPaths`. Its view is made twice, for its key and when it is rendered, so that
 * no more than the article or the list that it is made from is held for every page.
 * @param kept makes the digest of all that the view follows from, where it has one: while that is the same, the
 *   view is not made for the key
 * @param more what the page is handed beside it
 */
export function staticPath<V extends object, More extends object>(
  params: Record<string, string | undefined>,
  shell: Shell,
  view: () => V,
  kept?: { memo: Memo; digest(): string },
  more?: More,
) {
  return {
    params,
    props: { shell, view, ...(more as More) },
    get cacheKey() {
      const make = () => keyOf(shell, view());
      return kept ? kept.memo.of(digestOf([shellDigest(shell), kept.digest()]), make) : make();
    },
  };
}
