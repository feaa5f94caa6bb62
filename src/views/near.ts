import { oncePer } from '../lib/once.ts';
import type { Archive } from '../record/archive.ts';
import type { Article } from '../record/article.ts';
import type { Position, Storyline } from '../record/storylines.ts';
import { perArticle } from './memo.ts';
import { digestOf } from './page.ts';

/*
 * Most pages of a site are those of entries and lists of entries, and most of them stay as they are: to
 * make the view of each for its digest would take most of a build. What such a page shows follows from
 * some entries and the names of things, so it is enough to look at those. A view that asks for more is
 * refused: then it would stay as it is when that changes.
 */

/** The digest of all that the page of an entry may be told of the record. */
export function nearDigest(article: Article, archive: Archive): string {
  const position = archive.position(article);
  const others = [archive.newer(article), archive.older(article), ...archive.related(article)];
  return digestOf([
    namesOf(archive).digest,
    articleDigest(article),
    archive.moments(article),
    ...others.map((other) => other && articleDigest(other)),
    ...(position ? [position.part, partsDigest(position.storyline)] : []),
    archive.linked(article),
  ]);
}

/** The record as far as the page of an entry may ask it; it throws where it is asked for more. */
export function near(article: Article, archive: Archive): Archive {
  const ofThis =
    <Value>(ask: (article: Article) => Value) =>
    (other: Article): Value =>
      other === article ? ask(other) : refuse();
  return Object.create(namesOf(archive).archive, {
    moments: { value: ofThis(archive.moments) },
    newer: { value: ofThis(archive.newer) },
    older: { value: ofThis(archive.older) },
    position: { value: ofThis(archive.position) },
    related: { value: ofThis(archive.related) },
    linked: { value: ofThis(archive.linked) },
  }) as Archive;
}

/**
 * The digest of all that the page of a list may be told of the record.
 * @param entries all that the view is handed
 * @param more what else it is handed
 */
export function listDigest(entries: readonly Article[], archive: Archive, more: unknown): string {
  const lines = entries.map((article) => lineDigest(article, archive));
  return digestOf([namesOf(archive).digest, more, lines.join()]);
}

const lineDigest = perArticle(
  (article, archive) => `${articleDigest(article)}${archive.position(article)?.part ?? ''}`,
);

/** The record as far as the page of a list may ask it: of entries it knows what it is handed. */
export const nearList = oncePer((archive: Archive): Archive => {
  const { archive: names } = namesOf(archive);
  const position = (article: Article): Position | undefined => {
    const storyline = names.storylines.get(article.storyline ?? '');
    const { part } = archive.position(article) ?? {};
    return storyline && part !== undefined ? { storyline, part } : undefined;
  };
  return Object.create(names, { position: { value: position } }) as Archive;
});

/** The record without its entries: the names of things, and what is the same for all pages. */
interface Names {
  archive: Archive;
  digest: string;
}

const namesOf = oncePer((archive: Archive): Names => {
  const { site, routes, palette, now, preview, sections, tags, authors, storylines } = archive;
  const lists = [
    [...tags.values()].map(({ articles: _, ...tag }) => tag),
    [...authors.values()].map(({ articles: _, ...author }) => author),
    [...storylines.values()].map(({ parts: _, ...storyline }) => storyline),
  ] as const;
  const byId = <Named extends { id: string }>(named: readonly Named[], entries: string) =>
    new Map(named.map((one) => [one.id, Object.defineProperty(one, entries, { get: refuse })]));
  // until one of its entries appears or goes, a record for readers says the same at every moment
  const digest = digestOf([site, palette, preview && now, [...sections], lists]);
  const named = {
    site,
    routes,
    palette,
    now,
    preview,
    sections,
    tags: byId(lists[0], 'articles'),
    authors: byId(lists[1], 'articles'),
    storylines: byId(lists[2], 'parts'),
  };
  for (const name of Object.keys(archive).filter((name) => !(name in named))) {
    Object.defineProperty(named, name, { get: refuse });
  }
  return { archive: named as unknown as Archive, digest };
});

/** The digest of what things are called, and of all else that is the same for every page. */
export function namesDigest(archive: Archive): string {
  return namesOf(archive).digest;
}

/** Digest of all that an entry says. */
const articleDigest = oncePer(({ digest, aliases, pictures }: Article): string =>
  JSON.stringify([digest, aliases, pictures]),
);

const partsDigest = oncePer(({ parts }: Storyline): string => digestOf(parts.map(articleDigest)));

function refuse(): never {
  throw new Error(
    'The view of a page asks for what its digest does not cover (src/views/near.ts).',
  );
}
