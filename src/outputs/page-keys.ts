import { createHash } from 'node:crypto';
import type { Archive } from '../record/archive.ts';
import { type Article, minutesToRead } from '../record/article.ts';
import type { Author } from '../record/authors.ts';
import type { PageLinks, YearPage } from '../record/pagination.ts';
import type { Storyline } from '../record/storylines.ts';
import type { Tag } from '../record/tags.ts';
import { visibility } from '../record/visibility.ts';

/**
 * Keys of pages: digests of everything that a page shows of the record. A page whose key is that of
 * the last build is not rendered again, so a key that leaves something out leaves a page stale; one
 * that takes in too much only costs time. (Code and configuration are the whole build's business.)
 */
export class PageKeys {
  readonly #archive: Archive;
  readonly #shell: string;
  readonly #rows = new Map<Article, string>();

  /** @param shell what every page shows beside its own matter: the titles in the footer */
  constructor(archive: Archive, shell: unknown) {
    this.#archive = archive;
    this.#shell = digest(shell);
  }

  /** The page of an article: its text, its neighbours, its storyline, its related entries. */
  article(article: Article): string {
    const { older, newer, related, position } = this.#archive;
    const place = position(article);
    const reach = place?.storyline.parts.slice(0, place.part + 1) ?? [];
    const others = [older(article), newer(article), ...related(article), ...reach];
    return this.#key(
      'article',
      article.digest,
      article.pictures,
      visibility(article, this.#archive.now),
      this.#row(article),
      others.map((other) => other && this.#row(other)),
    );
  }

  /** The notice in place of a withdrawn article. */
  withdrawn(article: Article): string {
    return this.#key('withdrawn', facts(article));
  }

  /** A page that lists articles, in their order; `rest` is what else it shows. */
  list(kind: string, articles: readonly Article[], ...rest: unknown[]): string {
    return this.#key(
      kind,
      articles.map((article) => this.#row(article)),
      ...rest,
    );
  }

  /** The front page of a topic, with figures of the whole. */
  topic({ articles, ...tag }: Tag): string {
    return this.list('topic', articles, tag);
  }

  /** A page of a year of a topic or an author. */
  sectionYear(
    { articles: _, ...section }: Tag | Author,
    { items }: YearPage<Article>,
    links: PageLinks,
  ): string {
    return this.list('section-year', items, section, links);
  }

  storyline(storyline: Storyline): string {
    const { parts, ...data } = storyline;
    return this.list('storyline', parts, data);
  }

  author(author: Author): string {
    const { articles, ...data } = author;
    return this.list('author', articles, data);
  }

  /** A feed: the whole text of its items, and the notices of withdrawn ones. */
  feed(articles: readonly Article[], ...rest: unknown[]): string {
    const texts = articles.map((article) => [article.digest, article.pictures]);
    const notices = this.#archive.withdrawn.map(facts);
    return this.list('feed', articles, texts, notices, ...rest);
  }

  #key(...parts: unknown[]): string {
    return digest([this.#shell, ...parts]);
  }

  /** Everything that a list shows of an article: its facts, and the names of what it refers to. */
  #row(article: Article): string {
    const known = this.#rows.get(article);
    if (known !== undefined) return known;
    const { tags, authors, position } = this.#archive;
    const place = position(article);
    const row = digest([
      facts(article),
      article.tags.map((id) => tags.get(id)?.name),
      article.authors.map((id) => {
        const author = authors.get(id);
        return author && { ...author, articles: undefined };
      }),
      place && {
        ...place.storyline,
        parts: place.storyline.status === 'closed' ? place.storyline.parts.length : undefined,
        part: place.part,
      },
    ]);
    this.#rows.set(article, row);
    return row;
  }
}

/** An article without its text: of that, lists show only how long it takes to read. */
function facts(article: Article): unknown {
  const { digest: _, words: __, pictures: ___, ...rest } = article;
  return { ...rest, minutes: minutesToRead(article) };
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}
