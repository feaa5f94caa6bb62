import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { SITES } from '../../support/build-site.ts';
import { FIXTURE_SKINS } from '../../support/fixtures.ts';

/* A council below a path, a newsletter and a blog of essays: made of an owner's facts and content alone. */

/** What machines are told of each, by the types of https://schema.org/. */
const TYPES = {
  german: ['Article', 'BreadcrumbList', 'Organization', 'ProfilePage', 'WebSite'],
  chinese: ['Article', 'BreadcrumbList', 'Organization', 'ProfilePage', 'WebSite'],
  blog: ['Blog', 'BlogPosting', 'BreadcrumbList', 'Person', 'ProfilePage', 'WebSite'],
};

const skins = fileURLToPath(new URL('../../../src/ui/skins/', import.meta.url));

describe.each(Object.entries(TYPES))('the publication %s', (name, types) => {
  const site = SITES.find((one) => one.name === name);
  if (!site) throw new Error(`${name} is not built`);
  const texts = site
    .files()
    .filter((path) => /\.(?:html|xml|json|css|js|txt|opml|webmanifest)$|\/_/.test(path))
    .map((path) => ({ path, text: site.file(path) }));

  test('has no word of the one that ships', () => {
    const OTHERS = /coin|docket|legal (?:or investment )?advice|Anlageberatung|投资建议/i;
    expect(site.files().filter((path) => OTHERS.test(path))).toEqual([]);
    expect(
      texts.flatMap(({ path, text }) => OTHERS.exec(text)?.[0].concat(` in ${path}`) ?? []),
    ).toEqual([]);
  });

  test('is told to machines as what it is', () => {
    const found = new Set<string>();
    for (const { text } of texts) {
      const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1];
      if (json === undefined) continue;
      for (const thing of JSON.parse(json)['@graph']) found.add(thing['@type']);
    }
    expect([...found].sort()).toEqual(types);
  });

  test('has the paper of its skin', () => {
    const skin = FIXTURE_SKINS[site.name as keyof typeof FIXTURE_SKINS] ?? 'ledger';
    const css = readFileSync(`${skins}${skin}.css`, 'utf8');
    const papers = [...(/--paper: light-dark\((#\w+), (#\w+)\)/.exec(css) ?? [])].slice(1);
    const shown = [...site.file('index.html').matchAll(/"theme-color" content="(.*?)"/g)];
    expect(papers).toEqual(expect.arrayContaining(shown.map(([, colour]) => colour)));
    expect(shown).not.toEqual([]);
  });
});

describe('covers', () => {
  const blog = SITES.find(({ name }) => name === 'blog');

  test('stand on the front page and in lists, the first at once, each with its size', () => {
    for (const [page, least] of [
      ['index.html', 6],
      ['archive/index.html', 7],
      ['topics/tools/index.html', 3],
    ] as const) {
      const images = blog?.file(page).match(/<a class="thumb[\s\S]*?<\/a>/g) ?? [];
      expect(images.length, page).toBeGreaterThanOrEqual(least);
      for (const image of images) {
        expect(image).toMatch(/srcset="[^"]+ 400w, [^"]+" sizes="/);
        expect(image).toMatch(/ width="\d+" height="\d+"/);
      }
      const later = images.slice(1).filter((image) => !image.includes('loading="lazy"'));
      expect(later, page).toEqual([]);
    }
  });
});
