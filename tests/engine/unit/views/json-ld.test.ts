import { describe, expect, test } from 'vitest';
import type { Site } from '../../../../src/record/site.ts';
import { articleData, authorData, homeData } from '../../../../src/views/json-ld.ts';
import { archiveOf, article, testSite } from '../../../support/article.ts';

/** What the pages of a publication with one article say, by type. */
function saidBy(facts: Partial<Site>) {
  const site = testSite({ desk: 'ada', ...facts });
  const one = article({ kind: 'opinion' }, site);
  const archive = archiveOf([one], { site, authors: new Map([['ada', { name: 'Ada Doe' }]]) });
  const [author] = archive.authors.values();
  if (!author) throw new Error('the desk has no page');
  const things = [
    homeData(archive),
    articleData(one, archive),
    authorData(author, archive),
  ].flatMap((graph) => graph['@graph'] as unknown as Record<string, unknown>[]);
  return new Map(things.map((thing) => [thing['@type'], thing]));
}

describe('a publication is told to machines as', () => {
  test('news, if it is a docket', () => {
    const said = saidBy({ voice: 'docket' });
    expect([...said.keys()]).toEqual([
      'NewsMediaOrganization',
      'WebSite',
      'OpinionNewsArticle',
      'BreadcrumbList',
      'ProfilePage',
    ]);
    expect(said.get('OpinionNewsArticle')).toMatchObject({ author: [{ '@type': 'Organization' }] });
  });

  test('a blog by a person, if its voice is plain', () => {
    const said = saidBy({ voice: 'plain' });
    expect([...said.keys()].slice(0, 4)).toEqual(['Person', 'WebSite', 'Blog', 'BlogPosting']);
    const person = said.get('Person');
    expect(person).toMatchObject({ name: 'Ada Doe' });
    expect(said.get('Blog')).toMatchObject({ publisher: { '@id': person?.['@id'] } });
    expect(said.get('BlogPosting')).toMatchObject({
      author: [{ '@type': 'Person', '@id': person?.['@id'] }],
      publisher: { '@id': person?.['@id'] },
      isPartOf: { '@id': said.get('Blog')?.['@id'] },
    });
  });

  test('another organisation, if its owner says so', () => {
    const said = saidBy({ voice: 'plain', publisher: 'organization' });
    expect([...said.keys()].slice(0, 3)).toEqual(['Organization', 'WebSite', 'Article']);
    expect(said.get('Article')).toMatchObject({ author: [{ '@type': 'Organization' }] });
  });
});
