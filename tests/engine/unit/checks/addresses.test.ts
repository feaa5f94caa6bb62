import { describe, expect, test } from 'vitest';
import { keptAddresses } from '../../../../src/record/addresses.ts';
import { buildArchive } from '../../../../src/record/archive.ts';
import { isWhole } from '../../../../src/record/article-file.ts';
import { ledgerFiles } from '../../../../src/record/ledger-files.ts';
import { ownLink } from '../../../../src/record/links.ts';
import { gone, queries, redirects } from '../../../../src/record/redirects.ts';
import { registerAll } from '../../../../src/record/register.ts';
import { Routes } from '../../../../src/record/routes.ts';
import { defineSite, type Site } from '../../../../src/record/site.ts';
import { testPalette } from '../../../support/article.ts';
import { FIXTURES } from '../../../support/fixtures.ts';
import { checkFiles, lines, NOW, SHELVES } from './desk.ts';

type Files = Readonly<Record<string, string>>;

function siteWith(addresses: Record<string, string>): Site {
  return defineSite({ ...FIXTURES.english, voice: 'plain', addresses });
}
const SLUGS = siteWith({ articles: '/{slug}/' });

function article(pubDate: string, text = 'It was so.', more = ''): string {
  return `---\ntitle: ${pubDate} and more\ndescription: What is said of ${pubDate}.\npubDate: ${pubDate}\n${more}tags: [china]\n---\n\n${text}\n`;
}

async function said(files: Files, site: Site): Promise<string[]> {
  const shelves = { ...SHELVES };
  delete shelves['content/articles/2017/first.mdx'];
  const { problems } = await checkFiles({ ...shelves, ...files }, { site });
  return lines(problems).filter((line) => !/never used|No article/.test(line));
}

/** The ledger of a publication as it is at other addresses. */
async function published(files: Files, site: Site, before: Files = {}): Promise<Files> {
  const checked = await checkFiles({ ...SHELVES, ...before, ...files }, { site });
  const archive = buildArchive(checked.content, site, NOW, { palette: testPalette() });
  const { ledger } = registerAll(
    checked.ledger,
    checked.files.filter(isWhole),
    keptAddresses(archive),
    NOW,
    {
      identity: site.identity,
      minor: () => false,
      again: () => false,
      minorWords: 6,
      zone: site.zone,
      routes: Routes.rootless(site),
    },
  );
  return ledgerFiles(ledger);
}

describe('an article takes the address', () => {
  const A = 'content/articles/2018/archive.mdx';
  test.each([
    [
      'of a fixed page',
      A,
      `${A}:1:1 The address "/archive/" is also that of a page that the site always has.`,
    ],
    [
      'of a year',
      'content/articles/2018/2018.mdx',
      'The address "/2018/" is also that of a page that the site always has.',
    ],
    [
      'of files that are made',
      'content/articles/2018/images.mdx',
      'The address "/images/" is also that of a page that the site always has.',
    ],
    [
      'of the owner’s page',
      'content/articles/2018/about.mdx',
      'The address "/about/" is also that of content/articles/2018/about.mdx.',
    ],
  ])('%s', async (_, path, says) => {
    const about = '---\ntitle: About\ndescription: Of us.\n---\n\nWe.\n';
    const files = { [path]: article('2018-08-24'), 'content/pages/about.mdx': about };
    expect((await said(files, SLUGS)).join('\n')).toContain(says);
    expect((await said(files, siteWith({}))).join('\n')).not.toContain('The address');
  });

  test('of another article', async () => {
    const files = {
      'content/articles/2018/rule.mdx': article('2018-08-24'),
      'content/articles/2019/rule.mdx': article('2019-08-24'),
    };
    expect((await said(files, SLUGS)).join('\n')).toContain(
      'The address "/rule/" is also that of content/articles/201',
    );
    expect(await said(files, siteWith({}))).toEqual([]);
  });
});

describe('links', () => {
  const target = article('2018-08-24', 'One.\n\nTwo.', 'aliases: [/before/]\n');
  const links = (address: string) => ({
    'content/articles/2018/rule.mdx': target,
    'content/articles/2019/link.mdx': article('2019-08-24', `See [it](${address}).`),
  });

  test.each(['../2018/rule.mdx#p2', '/rule/#p2', '/2018/rule/#p2', '/before/#p2'])(
    '%s is a link to the article',
    async (address) => {
      expect(await said(links(address), SLUGS)).toEqual([]);
      const wrong = await said(links(address.replace('p2', 'p7')), SLUGS);
      expect(wrong.join()).toContain(
        'leads to a place that content/articles/2018/rule.mdx does not have',
      );
      const { content } = await checkFiles({ ...SHELVES, ...links(address) }, { site: SLUGS });
      const archive = buildArchive(content, SLUGS, NOW, { palette: testPalette() });
      const from = archive.byId.get('2019/link');
      const moved = from ? Object.values(archive.linked(from)) : [];
      expect(moved).toEqual(address === '/rule/#p2' ? [] : ['/rule/']);
    },
  );
});

describe('a published site', () => {
  const files = {
    'content/articles/2018/rule.mdx': article('2018-08-24'),
    'content/articles/2018/back.mdx': article(
      '2018-08-25',
      'No.',
      'withdrawn: { date: 2018-09-01, reason: No. }\n',
    ),
  };
  const NAMES = { topics: 'themen', authors: 'autoren' };

  test('has a new pattern and new names: nothing is lost, and all leads on in one step', async () => {
    const site = siteWith({ ...NAMES, articles: '/{year}/{month}/{slug}/' });
    const before = await published(files, siteWith({}));
    const again = siteWith({ topics: 'rubriken', articles: '/{kind}/{slug}/' });
    const between = await published({ ...files, ...before }, site);
    expect(between['content/ledger/pages.txt']).toContain('2026-11-22 /themen/ topics\n');
    expect(between['content/ledger/pages.txt']).toContain('2026-11-22 /autoren/ authors\n');
    const last = await checkFiles({ ...SHELVES, ...files, ...between }, { site: again });
    expect(last.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const archive = buildArchive(last.content, again, NOW, { palette: testPalette() });
    const found = Object.fromEntries(redirects(archive).map(({ from, to }) => [from, to]));
    expect(found).toMatchObject({
      '/2018/rule': '/report/rule/',
      '/2018/08/rule': '/report/rule/',
      '/2018/back': '/report/back/',
      '/topics/china': '/rubriken/china/',
      '/themen/china': '/rubriken/china/',
      '/themen/china/rss.xml': '/rubriken/china/rss.xml',
      '/autoren/ada': '/authors/ada/',
    });
    expect(Object.values(found).filter((to) => to.replace(/\/$/, '') in found)).toEqual([]);
    expect(gone(archive)).toEqual(['/report/back/']);
    const ids = (site: Site) => last.content.articles.map(({ feedId }) => [site.name, feedId]);
    expect(ids(again).map(([, id]) => id)).toContain('docket/2018/rule');
  });

  test('is told when a page takes an address that it had', async () => {
    const ledger = await published(files, siteWith({}));
    const topics = '---\ntitle: Topics\ndescription: Others.\n---\n\nOthers.\n';
    const own = { ...files, 'content/pages/topics.mdx': topics };
    const named = siteWith(NAMES);
    expect((await said({ ...own, ...ledger }, named)).join('\n')).toContain(
      'content/pages/topics.mdx:1:1 A page of the site was served at "/topics/", which is now the address of content/pages/topics.mdx.',
    );
    // what was never published under its usual name leaves that to others
    expect(await said(own, named)).toEqual([]);
  });

  test('has a page under another name: its old address is lost until the page names it', async () => {
    const page = (aliases = '') => `---\ntitle: About\ndescription: Of us.\n${aliases}---\n\nWe.\n`;
    const site = siteWith({});
    const ledger = await published({ ...files, 'content/pages/about.mdx': page() }, site);
    const renamed = (aliases?: string) => ({
      ...files,
      ...ledger,
      'content/articles/2019/link.mdx': article('2019-08-24', 'See [us](/about/).'),
      'content/pages/who-we-are.mdx': page(aliases),
    });
    expect((await said(renamed(), site)).join('\n')).toContain(
      'The page "/about/" was published and is gone.',
    );
    expect((await said(renamed('aliases: [/?page_id=2, a b]\n'), site)).join('\n')).toContain(
      'content/pages/who-we-are.mdx:4:24 aliases[1]: "a b" is neither a path of this site nor a web address.',
    );
    const all = { ...SHELVES, ...renamed('aliases: [/about/, /?page_id=2]\n') };
    const { content, problems } = await checkFiles(all, { site });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const archive = buildArchive(content, site, NOW, { palette: testPalette() });
    expect(redirects(archive)).toContainEqual({ from: '/about', to: '/who-we-are/' });
    expect(queries(archive)).toEqual({ 'page_id=2': '/who-we-are/' });
    // links of articles and of pages follow
    const from = archive.byId.get('2019/link');
    expect(from && archive.linked(from)).toEqual({ '/about': '/who-we-are/' });
    expect(ownLink('/about/#us', archive)).toBe('/who-we-are/#us');
  });

  test('gives an article that takes the name of a renamed one another id in feeds, before it is registered and after', async () => {
    const site = siteWith({ articles: '/{year}/{month}/{slug}/' });
    const renamed = {
      'content/articles/2018/old-rule.mdx': article(
        '2018-08-24',
        'It was so.',
        'aliases: [/2018/rule/, /2018/08/rule/]\n',
      ),
    };
    const first = await published(
      { 'content/articles/2018/rule.mdx': article('2018-08-24') },
      site,
    );
    const ledger = await published({ ...first, ...renamed }, site);
    const both = {
      ...ledger,
      ...renamed,
      'content/articles/2018/rule.mdx': article('2018-09-01'),
    };
    const ids = async (files: Files) =>
      (await checkFiles({ ...SHELVES, ...files }, { site })).content.articles
        .filter(({ id }) => id.startsWith('2018/'))
        .map(({ id, feedId }) => `${id} ${feedId}`);
    const found = ['2018/old-rule docket/2018/rule', '2018/rule docket/2018/rule/2'];
    expect(await ids(both)).toEqual(found);
    const registered = await published(both, site);
    expect(await ids({ ...both, ...registered })).toEqual(found);
  });
});
