import { expect, test } from 'vitest';
import { testSite } from '../../../support/article.ts';

test('a configuration from when articles could hold code is read, or told in a sentence what to do', () => {
  expect(
    testSite({ articles: { code: 'forbid', description: 'required', minorWords: 6 } }).articles
      .minorWords,
  ).toBe(6);
  const allow = { code: 'allow', description: 'required', minorWords: 6 } as never;
  expect(() => testSite({ articles: allow })).toThrow(
    /^src\/publication\/site\.config\.ts: articles\.code: must be "forbid" or left out: .+ content\/pages\/ of it \(it is "allow"\)\.$/,
  );
});

test.each([
  [{ name: 'The\nWeir' }, 'name: must be one line'],
  [
    { url: 'https://weir.example/bücher/' },
    'url: must be a host and, if need be, a path of letters',
  ],
  [
    { url: 'https://weir.example/My Blog/' },
    'url: must be a host and, if need be, a path of letters',
  ],
  [{ url: 'https://weir.example//a/' }, 'url: must be a host and, if need be, a path of letters'],
  [{ url: 'https://ann:secret@weir.example/' }, 'url: must be a host and, if need be, a path'],
  [
    { menu: [{ name: 'A', href: 'about' }] },
    'menu.0.href: must be an address that begins with /, https:// or mailto:',
  ],
  [{ menu: [{ name: 'A', href: 'javascript:alert(1)' }] }, 'menu.0.href: must be an address'],
  [
    { footer: [{ title: 'A', links: [{ name: 'B', href: '//b.example' }] }] },
    'footer.0.links.0.href: must be an address',
  ],
  [{ tagLine: 'A' }, 'site.config.ts: has no field "tagLine".'],
  [{ sections: { authors: false } }, 'site.config.ts: sections has no field "authors".'],
])('the configuration %j is refused in a sentence', (config, sentence) => {
  expect(() => testSite(config as never)).toThrow(sentence);
});

test.each([
  'https://weir.example/news/v1.0/',
  'https://müller.example/',
  'http://192.168.0.5:8080/',
])('the address %s is one', (url) => {
  expect(testSite({ url }).url).toBe(url);
});
