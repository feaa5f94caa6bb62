import type {
  BreadcrumbList,
  CreativeWork,
  Graph,
  ImageObject,
  NewsArticle,
  Organization,
  Person,
  Thing,
} from 'schema-dts';
import { voiceOf } from '../i18n/index.ts';
import { toRfc3339 } from '../lib/dates.ts';
import { CARD_SIZE } from '../outputs/images/card-drawing.ts';
import type { Archive } from '../record/archive.ts';
import { type Article, dayWord } from '../record/article.ts';
import type { Author } from '../record/authors.ts';
import type { Source } from '../record/frontmatter.ts';
import { fallbackFormat, fallbackWidth, heightAt } from '../record/picture.ts';
import type { Routes } from '../record/routes.ts';
import { publisherKind } from '../record/site.ts';
import { cardOf } from './head.ts';

/*
 * What a page says to machines, in the words of https://schema.org/.
 */

/** What an article of a news publication is, by its kind. */
const NEWS: Readonly<Record<string, string>> = {
  report: 'ReportageNewsArticle',
  analysis: 'AnalysisNewsArticle',
  explainer: 'BackgroundNewsArticle',
  opinion: 'OpinionNewsArticle',
};

/** What a publication's articles are, by who publishes it; news is of several kinds. */
const ARTICLES = { organization: 'Article', person: 'BlogPosting' } as const;

/** JSON for a `<script type="application/ld+json">`: no `<` can end the element. */
export function toScript(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** A step on the way from the front page to a page. */
export interface Crumb {
  name: string;
  path: string;
}

/** The entry, its author, its publisher, and where it stands. */
export function articleData(article: Article, archive: Archive): Graph {
  const { routes, site, storylines, tags } = archive;
  const { t } = voiceOf(site);
  const url = routes.absolute(routes.article(article));
  const storyline = storylines.get(article.storyline ?? '');
  const { published, updated, corrections } = archive.moments(article);
  const at = (ms: number) => toRfc3339(ms, site.zone);
  const news: NewsArticle = {
    '@type': typeOf(article, archive) as 'NewsArticle',
    '@id': `${url}#article`,
    url,
    mainEntityOfPage: url,
    headline: article.title,
    description: article.description,
    inLanguage: article.lang ?? site.locale,
    datePublished: at(published),
    dateModified: at(updated),
    // the day of what it reports, where that is not its own
    ...(dayWord(article) === 'event' && { temporalCoverage: article.pubDate.day }),
    ...(article.number !== undefined && { identifier: article.number }),
    author: article.authors.map((id) => authorOf(id, archive)),
    publisher: { '@id': publisherId(archive) },
    license: site.licence.url,
    isAccessibleForFree: true,
    wordCount: article.words,
    keywords: article.tags.map((id) => tags.get(id)?.name ?? id),
    articleSection: article.tags.slice(0, 1).map((id) => tags.get(id)?.name ?? id),
    image: imagesOf(article, archive),
    ...(storyline
      ? {
          isPartOf: {
            '@type': 'CreativeWorkSeries' as const,
            name: storyline.name,
            url: routes.absolute(routes.storyline(storyline.id)),
          },
        }
      : publisherKind(site) === 'person' && { isPartOf: { '@id': blogId(archive) } }),
    ...(article.sources.length > 0 && { citation: article.sources.map(citationOf) }),
    ...(article.corrections.length > 0 && {
      correction: article.corrections.map((correction, i) => ({
        '@type': 'CorrectionComment' as const,
        text: correction.text,
        datePublished: at(corrections[i] ?? updated),
        url: routes.absolute(routes.correction(article, article.corrections.length - i)),
      })),
    }),
  };
  const crumbs = [
    { name: site.name, path: routes.home() },
    storyline
      ? { name: storyline.name, path: routes.storyline(storyline.id) }
      : { name: t.places.archive, path: routes.archive() },
    { name: article.title, path: routes.article(article) },
  ];
  return graph([news, publisherOf(archive), breadcrumbs(crumbs, archive)]);
}

function typeOf({ kind }: Article, { site }: Archive): string {
  const publisher = publisherKind(site);
  const own = site.kinds.find(({ id }) => id === kind)?.type;
  return own ?? (publisher === 'news' ? (NEWS[kind] ?? 'NewsArticle') : ARTICLES[publisher]);
}

/** The front page: the publication, and its site; a person's is a blog. */
export function homeData(archive: Archive): Graph {
  const { site, routes } = archive;
  const url = routes.absolute(routes.home());
  const facts = {
    url,
    name: site.name,
    description: site.description,
    inLanguage: site.locale,
    publisher: { '@id': publisherId(archive) },
  };
  return graph([
    publisherOf(archive),
    { '@type': 'WebSite', '@id': `${url}#site`, ...facts },
    ...(publisherKind(site) === 'person'
      ? [{ '@type': 'Blog' as const, '@id': blogId(archive), ...facts, license: site.licence.url }]
      : []),
  ]);
}

/** An author's page. */
export function authorData(author: Author, archive: Archive): Graph {
  const { routes, site } = archive;
  const path = routes.author(author.id);
  const crumbs = [
    { name: site.name, path: routes.home() },
    { name: author.name, path },
  ];
  return graph([
    {
      '@type': 'ProfilePage',
      url: routes.absolute(path),
      mainEntity: {
        ...authorOf(author.id, archive),
        ...(author.bio !== undefined && { description: author.bio }),
        ...(author.email !== undefined && { email: author.email }),
        ...(addressesOf(author).length > 0 && { sameAs: addressesOf(author) }),
      },
    },
    breadcrumbs(crumbs, archive),
  ]);
}

/** Where an author is found elsewhere. */
export function addressesOf({ url, profiles = [] }: Author): string[] {
  return [...(url === undefined ? [] : [url]), ...profiles];
}

/** A page of a list, by the way to it. */
export function listData(crumbs: readonly Crumb[], archive: Archive): Graph {
  const home = { name: archive.site.name, path: archive.routes.home() };
  return graph([breadcrumbs([home, ...crumbs], archive)]);
}

function graph(things: Exclude<Thing, string>[]): Graph {
  return { '@context': 'https://schema.org', '@graph': things };
}

function publisherId({ routes, site }: Archive): string {
  return publisherKind(site) === 'person'
    ? authorId(site.desk, routes)
    : `${routes.absolute(routes.home())}#publisher`;
}

function blogId({ routes }: Archive): string {
  return `${routes.absolute(routes.home())}#blog`;
}

function authorId(id: string, routes: Routes): string {
  return `${routes.absolute(routes.author(id))}#author`;
}

/** Who publishes: an organisation, or the person who writes a blog. */
function publisherOf(archive: Archive): Exclude<Organization | Person, string> {
  const { authors, site, routes } = archive;
  const publisher = publisherKind(site);
  const facts = {
    '@id': publisherId(archive),
    email: site.email,
    ...(site.profiles.length > 0 && { sameAs: site.profiles }),
  };
  if (publisher === 'person') {
    // without an article of theirs, they have no page
    const author = authors.get(site.desk);
    const path = author ? routes.author(author.id) : routes.home();
    return {
      '@type': 'Person',
      ...facts,
      name: author?.name ?? site.name,
      url: routes.absolute(path),
    };
  }
  return {
    '@type': publisher === 'news' ? 'NewsMediaOrganization' : 'Organization',
    ...facts,
    name: site.name,
    url: routes.absolute(routes.home()),
    description: site.description,
    logo: imageOf(routes.absolute(routes.file('icon-512.png')), { width: 512, height: 512 }),
    ...(publisher === 'news' &&
      archive.sections.has('corrections') && {
        correctionsPolicy: routes.absolute(routes.corrections()),
      }),
  } as Exclude<Organization, string>;
}

/** An organisation's desk is one too; everybody else is a person. */
function authorOf(
  id: string,
  { authors, routes, site }: Archive,
): Exclude<Person | Organization, string> {
  const url = routes.absolute(routes.author(id));
  const known = { '@id': authorId(id, routes), name: authors.get(id)?.name ?? id, url };
  const isDesk = id === site.desk && publisherKind(site) !== 'person';
  return isDesk ? { '@type': 'Organization', ...known } : { '@type': 'Person', ...known };
}

/** The cover of an article if it has one, and its social card. */
function imagesOf(article: Article, archive: Archive): Exclude<ImageObject, string>[] {
  const { routes } = archive;
  const card = cardOf(article, archive);
  const picture = article.image?.picture;
  if (!picture) return [imageOf(card, CARD_SIZE, article.title)];
  const width = fallbackWidth(picture);
  const cover = routes.absolute(routes.picture(picture, width, fallbackFormat(picture)));
  const size = { width, height: heightAt(picture, width) };
  return [
    imageOf(cover, size, article.image?.caption ?? article.image?.alt ?? ''),
    imageOf(card, CARD_SIZE, article.title),
  ];
}

function imageOf(
  url: string,
  { width, height }: { width: number; height: number },
  caption?: string,
): Exclude<ImageObject, string> {
  const pixels = (value: number) => ({ '@type': 'QuantitativeValue' as const, value });
  return {
    '@type': 'ImageObject',
    url,
    width: pixels(width),
    height: pixels(height),
    ...(caption !== undefined && { caption }),
  };
}

function citationOf(source: Source): CreativeWork {
  return {
    '@type': 'CreativeWork',
    name: source.title,
    publisher: { '@type': 'Organization', name: source.publisher },
    ...(source.date !== undefined && { datePublished: source.date }),
    ...(source.lang !== undefined && { inLanguage: source.lang }),
    ...(source.url !== undefined && { url: source.url }),
    ...(source.archive !== undefined && { archivedAt: source.archive }),
  };
}

function breadcrumbs(crumbs: readonly Crumb[], { routes }: Archive): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, path }, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name,
      item: routes.absolute(path),
    })),
  };
}
