import { describe, expect, test } from 'vitest';
import { robotsText } from '../../../../src/outputs/robots-text.ts';
import type { Picture } from '../../../../src/record/picture.ts';
import type { Site } from '../../../../src/record/site.ts';
import { articleView } from '../../../../src/views/article.ts';
import { homeView } from '../../../../src/views/home.ts';
import { archiveOf, article, testSite } from '../../../support/article.ts';

const picture: Picture = {
  file: 'content/articles/2018/pier.jpg',
  name: 'pier',
  digest: 'abc123',
  width: 1600,
  height: 900,
  alpha: false,
};

/** The head of an article's page. */
function headOf(fields: Parameters<typeof article>[0], facts: Partial<Site> = {}) {
  const site = testSite(facts);
  const one = article(fields, site);
  const authors = new Map([
    ['ada', { name: 'Ada', fediverse: '@ada@pier.example', profiles: ['https://ada.example/'] }],
  ]);
  return articleView(one, archiveOf([one], { site, authors })).head;
}

describe('what a preview shows', () => {
  const covered = {
    title: 'A pier',
    image: { src: 'pier.jpg', alt: 'The pier at low tide.' },
    pictures: { 'pier.jpg': picture },
  };

  test('is the cover of an article that has one', () => {
    expect(headOf(covered).image).toMatchObject({
      url: expect.stringMatching(/\/images\/pier-1200\.abc123\.jpg$/),
      width: 1200,
      height: 675,
      type: 'image/jpeg',
      alt: 'The pier at low tide.',
    });
  });

  test.each([
    ['where the owner wants cards', covered, { previews: 'cards' }],
    ['where it has no cover', { title: 'A pier' }, {}],
    [
      'where the cover is too small',
      { ...covered, pictures: { 'pier.jpg': { ...picture, width: 300, height: 200 } } },
      {},
    ],
  ] as const)('is the card, with what is written on it, %s', (_, fields, facts) => {
    const { image } = headOf(fields as Parameters<typeof article>[0], facts);
    expect(image).toMatchObject({ width: 1200, height: 630, type: 'image/png', alt: 'A pier' });
    expect(image.url).toContain('/cards/');
  });
});

test('an article names who wrote it, and their account', () => {
  expect(headOf({ authors: ['ada'] }).authors).toEqual([
    { name: 'Ada', fediverse: '@ada@pier.example' },
  ]);
});

test('the front page alone owns to the accounts of the publication', () => {
  const site = testSite({ profiles: ['https://social.example/@pier'] });
  const archive = archiveOf([article({}, site)], { site });
  const { head, data } = homeView(archive);
  expect(head.me).toEqual(['https://social.example/@pier']);
  expect(JSON.stringify(data)).toContain('"sameAs":["https://social.example/@pier"]');
  expect(headOf({}, { profiles: site.profiles }).me).toEqual([]);
});

describe('robots.txt', () => {
  const robots = (facts: Partial<Site>) => robotsText(archiveOf([], { site: testSite(facts) }));

  test('asks nothing of anybody by itself', () => {
    expect(robots({})).toMatch(/^User-agent: \*\nAllow: \/\n\nSitemap: /);
  });

  test('says what may be done with the texts, and who should stay away', () => {
    const signals = { search: true, 'ai-train': false } as const;
    const text = robots({ robots: { signals, refuse: ['GPTBot', 'CCBot'] } });
    expect(text).toMatch(
      /^User-agent: \*\nContent-Signal: search=yes, ai-train=no\nAllow: \/\n\nUser-agent: GPTBot\nUser-agent: CCBot\nDisallow: \/\n\nSitemap: /,
    );
  });
});
