import { type Archive, buildArchive } from '../record/archive.ts';
import type { Site } from '../record/site.ts';
import { checkContent, contentOfBuild } from './content.ts';
import { readInks } from './inks.ts';
import { onceInBuild } from './shared.ts';

/**
 * The record for those who stand outside Astro's pages: integrations and commands. Entries with
 * errors are left out; who must not go on with them asks for the problems first.
 * @param root the project's folder
 * @param now milliseconds since 1970 UTC
 */
export async function loadArchive(
  root: string,
  site: Site,
  now: number,
  options: { drafts?: boolean } = {},
): Promise<Archive> {
  const { content } = await checkContent(root, site, now);
  return buildArchive(content, site, now, { ...options, inks: readInks(root) });
}

/** The record of one build: made once, whoever asks for it. Only who asks first says what is in it. */
export function archiveOfBuild(
  root: string,
  site: Site,
  now: number,
  options: { drafts?: boolean } = {},
): Promise<Archive> {
  return onceInBuild('archive', root, now, async () => {
    const { content } = await contentOfBuild(root, site, now);
    return buildArchive(content, site, now, { ...options, inks: readInks(root) });
  });
}
