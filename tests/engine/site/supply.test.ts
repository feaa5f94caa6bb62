import { expect, test } from 'vitest';
import { ENGLISH, SITES } from '../../support/build-site.ts';

test('the licences of what others made come along', () => {
  const text = ENGLISH.file('licences.txt');
  expect(text).toContain('Pagefind');
  expect(text).toContain('SIL OPEN FONT LICENSE');
});

test.each(SITES.map((site) => [site.name, site] as const))(
  'on a page of %s that names an address of somebody, Cloudflare leaves it as it is',
  (_name, site) => {
    const wrong = site.readPages().filter((path) => {
      const main = /<main[\s\S]*<\/main>/.exec(site.file(path))?.[0] ?? '';
      const isNamed = /[\w.+-]@[\w-]+\.\w/.test(main);
      return (
        isNamed !== /^<main[^>]*><!--email_off-->[\s\S]*<!--\/email_off--><\/main>$/.test(main)
      );
    });
    expect(wrong).toEqual([]);
    const corrections = `${site.routes.param(site.routes.corrections())}/index.html`;
    // some have no such page before the first
    const texts = site.files().includes(corrections) ? [site.file(corrections)] : [];
    expect(texts.every((text) => text.includes('<!--email_off-->'))).toBe(true);
  },
);
