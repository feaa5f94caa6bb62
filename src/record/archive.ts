import { groupBy } from '../lib/group.ts';
import type { FolderName } from './address-names.ts';
import type { Article } from './article.ts';
import { type Author, collectAuthors } from './authors.ts';
import { collectCorrections, type LedgerCorrection } from './corrections.ts';
import type { AuthorData, StorylineData, TagData, TermData } from './frontmatter.ts';
import { linksElsewhere } from './links.ts';
import { idsOf, usualGroup } from './lists.ts';
import { allMoments, type Moments } from './moments.ts';
import { oldestFirst } from './order.ts';
import type { OwnPage } from './own-page.ts';
import type { Palette } from './palette.ts';
import { relate, type Worked } from './related.ts';
import { Routes } from './routes.ts';
import { type Section, sectionsOf } from './sections.ts';
import type { Site } from './site.ts';
import { collectStorylines, type Position, positionIn, type Storyline } from './storylines.ts';
import { collectTags, type Tag } from './tags.ts';
import { nextChange, visibility, visible } from './visibility.ts';

/** Everything that `content/` holds, checked. */
export interface Content {
  articles: readonly Article[];
  tags: ReadonlyMap<string, TagData>;
  authors: ReadonlyMap<string, AuthorData>;
  storylines: ReadonlyMap<string, StorylineData>;
  glossary: ReadonlyMap<string, TermData>;
  /** The owner's pages by id, in the order of ids. */
  pages?: ReadonlyMap<string, OwnPage>;
  /** Pages other than articles that were ever published, from the ledger: only redirects need them. */
  filed?: readonly string[];
  /** Those of them that were folders by another name than the usual one. */
  folders?: Readonly<Record<string, FolderName>>;
}

/**
 * The record as readers may see it at one moment. Built once; every page, feed and index asks it
 * and none fetches, filters or sorts for itself.
 */
export interface Archive {
  site: Site;
  routes: Routes;
  palette: Palette;
  /** The moment of this build, in milliseconds since 1970 UTC. */
  now: number;
  /** Whether drafts and future entries are among the articles: then it is not for the public. */
  preview: boolean;
  /** Visible articles, newest first. */
  articles: readonly Article[];
  byId: ReadonlyMap<string, Article>;
  /** Newest year first; each year's articles newest first. */
  years: ReadonlyMap<string, Article[]>;
  /** The sections that readers find. */
  sections: ReadonlySet<Section>;
  tags: ReadonlyMap<string, Tag>;
  storylines: ReadonlyMap<string, Storyline>;
  authors: ReadonlyMap<string, Author>;
  /** Entries by kind, newest first; none where all are of one kind. */
  kinds: ReadonlyMap<string, readonly Article[]>;
  corrections: readonly LedgerCorrection[];
  glossary: ReadonlyMap<string, TermData>;
  /** The owner's pages by id, in the order of ids. */
  pages: ReadonlyMap<string, OwnPage>;
  /** Withdrawn articles: their pages say so. */
  withdrawn: readonly Article[];
  /** Expired articles: their pages say no more than that. */
  expired: readonly Article[];
  /** Pages other than articles that were ever published: paths without the base path. */
  filed: readonly string[];
  /** Those of them that were folders by another name than the usual one. */
  folders: Readonly<Record<string, FolderName>>;
  /** When the site must be built again because an entry appears or goes; undefined for never. */
  nextChange: number | undefined;
  /** When an article, visible or withdrawn, came out and changed: the same in every feed, map and page. */
  moments(article: Article): Moments;
  newer(article: Article): Article | undefined;
  older(article: Article): Article | undefined;
  position(article: Article): Position | undefined;
  related(article: Article): readonly Article[];
  /** Where links of its text lead that lead elsewhere than they say, by the path that they say. */
  linked(article: Article): Readonly<Record<string, string>>;
}

/**
 * @param content everything in `content/`
 * @param now milliseconds since 1970 UTC; what is dated later does not exist yet
 * @param palette the publication's colours
 * @param drafts whether drafts and future entries are shown too, as in a preview
 * @param memo what was worked out before
 */
export function buildArchive(
  content: Content,
  site: Site,
  now: number,
  { palette, drafts = false, memo }: { palette: Palette; drafts?: boolean; memo?: Worked },
): Archive {
  const shown = content.articles.filter((article) =>
    drafts
      ? ['published', 'draft', 'future'].includes(visibility(article, now))
      : visible(article, now),
  );
  const moments = allMoments(content.articles, { zone: site.zone, now });
  const changes = [nextChange(content.articles, now), moments.nextChange];
  const oldest = shown.sort(oldestFirst);
  const articles = [...oldest].reverse();
  const position = new Map(articles.map((article, i) => [article, i]));
  const at = (article: Article, step: number): Article | undefined => {
    const i = position.get(article);
    return i === undefined ? undefined : articles[i + step];
  };
  const { sections } = site;
  const storylines = sections.storylines
    ? collectStorylines(oldest, content.storylines)
    : new Map<string, Storyline>();
  const tags = sections.topics
    ? collectTags(articles, content.tags, usualGroup(idsOf(site.groups)))
    : new Map<string, Tag>();
  const glossary = sections.glossary ? content.glossary : new Map<string, TermData>();
  const corrections = collectCorrections(articles, moments.of);
  const withdrawn = content.articles.filter((article) => visibility(article, now) === 'withdrawn');
  const related = relate(oldest, site.counts.related + 4, memo);
  const archive: Archive = {
    site,
    routes: new Routes(site),
    palette,
    now,
    preview: drafts,
    articles,
    byId: new Map(articles.map((article) => [article.id, article])),
    years: groupBy(articles, (article) => article.year),
    sections: sectionsOf(site, {
      topics: tags.size,
      storylines: storylines.size,
      glossary: glossary.size,
      corrections: corrections.length + withdrawn.length,
    }),
    tags,
    storylines,
    authors: collectAuthors(articles, content.authors),
    kinds: collectKinds(articles, site),
    corrections,
    glossary,
    pages: content.pages ?? new Map(),
    withdrawn,
    expired: content.articles.filter((article) => visibility(article, now) === 'expired'),
    filed: content.filed ?? [],
    folders: content.folders ?? {},
    nextChange: soonest(changes),
    moments: moments.of,
    newer: (article) => at(article, -1),
    older: (article) => at(article, 1),
    position: (article) => positionIn(article, storylines),
    related: (article) => related.get(article.id) ?? [],
    linked: (article) => linksElsewhere(article, archive),
  };
  return archive;
}

function collectKinds(articles: readonly Article[], site: Site): Map<string, Article[]> {
  const kinds = groupBy(articles, ({ kind }) => kind);
  const used = site.kinds.flatMap(({ id }): [string, Article[]][] => {
    const entries = kinds.get(id);
    return entries ? [[id, entries]] : [];
  });
  return new Map(used.length > 1 ? used : []);
}

function soonest(moments: readonly (number | undefined)[]): number | undefined {
  const known = moments.filter((moment) => moment !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}
