import { voiceOf } from '../../i18n/index.ts';
import type { Archive } from '../../record/archive.ts';
import { idsOf } from '../../record/lists.ts';
import { type Manifest, type PartManifest, VERSION } from './names.ts';
import { termsOfAll } from './terms.ts';

/** What the script must know of this build. */
export function manifestOf(
  archive: Archive,
  parts: PartManifest[],
  files: Manifest['files'],
): Manifest {
  const { routes, sections } = archive;
  const { named } = voiceOf(archive.site);
  const groups = idsOf(archive.site.groups);
  const tags = [...archive.tags.values()].sort((a, b) => b.articles.length - a.articles.length);
  const group = (name: string) =>
    tags
      .filter((tag) => tag.group === name)
      .map(({ id, name }): [string, string, string] => [id, name, routes.topic(id)]);
  const last = archive.articles.at(0);
  const first = archive.articles.at(-1);
  return {
    version: VERSION,
    entries: archive.articles.length,
    language: termsOfAll(archive),
    ...(archive.site.search && { server: archive.site.search.server }),
    parts,
    files,
    ...(first && last && { span: [first.pubDate.day, last.pubDate.day] }),
    names: {
      ...Object.fromEntries(groups.map((id) => [id, group(id)])),
      storyline: [...archive.storylines.values()].map(({ id, name }) => [
        id,
        name,
        routes.storyline(id),
      ]),
      kind: idsOf(archive.site.kinds).map((kind) => [kind, named.kind(kind)]),
      author: [...archive.authors.values()].map(({ id, name }) => [id, name]),
    },
    pages: {
      search: routes.search(),
      ...(sections.has('topics') && { topics: routes.topics() }),
      ...(sections.has('storylines') && { storylines: routes.storylines() }),
      archive: routes.archive(),
    },
  };
}
