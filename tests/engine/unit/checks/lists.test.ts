import { expect, test } from 'vitest';
import { searchWords } from '../../../../src/i18n/search-words.ts';
import { rssFeeds } from '../../../../src/outputs/feeds/feed.ts';
import { facetsOf } from '../../../../src/outputs/search/names.ts';
import { editorSchemas } from '../../../../src/record/editor-schemas.ts';
import { topicsView } from '../../../../src/views/topics.ts';
import { archiveOf, article, testSite } from '../../../support/article.ts';
import { checkFiles, lines, SHELVES } from './desk.ts';

/* Kinds, types of source and groups of topics that an owner names. */

const site = testSite({
  locale: 'de-DE',
  kinds: [{ id: 'minutes', name: 'Protokoll', type: 'Report' }, { id: 'opinion' }],
  sources: [{ id: 'law' }, { id: 'plan', name: 'Bauplan' }],
  groups: [{ id: 'ward', name: 'Ortsteil', all: 'Ortsteile' }, { id: 'topic' }],
  menu: ['home', 'abuot', 'topics', 'nowhere'],
  footer: [
    {
      title: 'Mehr',
      links: [
        'about',
        'storyline',
        { name: 'Us', href: '/about/' },
        { name: 'Them', href: '/abut/' },
        { name: 'Elsewhere', href: 'https://quay.example/' },
      ],
    },
  ],
});

test('the check knows them, and what a menu names', async () => {
  const { problems } = await checkFiles(
    {
      ...SHELVES,
      'content/tags.yaml':
        'china: { name: China, group: ward, description: D. }\nbanks: { name: B, group: wards, description: D. }\n',
      'content/pages/about.mdx': '---\ntitle: About\ndescription: D\n---\n\nUs.\n',
      'content/articles/2018/a.mdx':
        '---\ntitle: T\ndescription: D\npubDate: 2018-08-24\nnumber: 18-1\nkind: minuts\nsources:\n  - { type: press, title: A, publisher: P }\n  - { type: plan, title: B, publisher: P }\n---\n\nText.\n\n<Embed href="https://quay.example/" title="A" type="court" />\n\n<Embed href="https://plans.example/2" title="B" type="plan" />\n',
    },
    { site },
  );
  expect(lines(problems)).toEqual([
    'content/articles/2018/a.mdx:6:7 kind: "minuts" is not one of minutes, opinion. Did you mean "minutes"?',
    'content/articles/2018/a.mdx:8:13 sources[0].type: "press" is not one of law, plan. Use one of them.',
    'content/articles/2018/a.mdx:14:1 <Embed type>: The value "court" does not fit: it must be one of law, plan. Change the value.',
    'content/tags.yaml:2:26 group: "wards" is not one of ward, topic. Did you mean "ward"?',
    'src/publication/site.config.ts:1:1 footer[0].links[3]: There is no page "/abut/". Did you mean "/about/"?',
    'src/publication/site.config.ts:1:1 menu[1]: There is no place "abuot", nor a page content/pages/abuot.mdx. Did you mean "about"?',
    "src/publication/site.config.ts:1:1 menu[3]: There is no place \"nowhere\", nor a page content/pages/nowhere.mdx. Name one of home, archive, topics, storylines, corrections, glossary, search, feeds, about, or an address: { name: '…', href: '…' }.",
    'src/publication/site.config.ts:1:1 footer[0].links[1]: There is no place "storyline", nor a page content/pages/storyline.mdx. Did you mean "storylines"?',
  ]);
});

test('lists, feeds, filters and editors follow', () => {
  const articles = [
    article({ title: 'One', kind: 'minutes', tags: ['north'] }, site),
    article({ title: 'Two', kind: 'opinion', tags: ['north', 'rain'] }, site),
  ];
  const archive = archiveOf(articles, {
    site,
    tags: new Map([
      ['north', { name: 'Nord', group: 'ward', description: 'D.', synonyms: [] }],
      ['rain', { name: 'Regen', group: 'topic', description: 'D.', synonyms: [] }],
    ]),
  });
  expect(topicsView(archive).sections?.map(({ id, title }) => [id, title])).toEqual([
    ['ward', 'Ortsteile'],
    ['topic', 'Themen'],
  ]);
  expect(rssFeeds(archive).map(({ section }) => section)).toContain('kinds/minutes');
  expect(Object.entries(searchWords(site).facets).slice(0, 3)).toEqual([
    ['ward', 'Ortsteil'],
    ['topic', 'Thema'],
    ['storyline', 'Vorgang'],
  ]);
  expect(facetsOf(['ward', 'topic'])).toEqual(Object.keys(searchWords(site).facets));
  const { properties } = editorSchemas(site).article as { properties: { kind: object } };
  expect(properties.kind).toMatchObject({ enum: ['minutes', 'opinion'], default: 'minutes' });
});

test('a word without a name, twice or of a name that is taken is refused', () => {
  expect(() => testSite({ kinds: [{ id: 'minutes' }] })).toThrow(
    "kinds.0: needs a name for readers: { id: 'minutes', name: '…' }",
  );
  expect(() => testSite({ kinds: [{ id: 'report' }, { id: 'report' }] })).toThrow(
    'kinds.1: is there twice',
  );
  expect(() => testSite({ groups: [{ id: 'year', name: 'Year' }] })).toThrow(
    'groups.0.id: is a name that the search uses',
  );
});
