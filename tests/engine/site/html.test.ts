import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type BuiltSite, SITES } from '../../support/build-site.ts';
import { brokenLinks, invalidHtml } from '../../support/site-checks.ts';

describe.each(SITES)('$name', (site: BuiltSite) => {
  const pages = site.pages().map((path) => ({ path, html: site.file(path) }));
  const read = pages.filter(({ path }) => site.readPages().includes(path));

  test('every page is valid HTML', async () => {
    expect(await invalidHtml(site)).toEqual([]);
  });

  test('every link of the site leads somewhere, and so does its fragment', () => {
    expect(brokenLinks(site)).toEqual([]);
  });

  test('words that stand beside each other are apart in what is copied, indexed or read aloud', () => {
    const inline = '(?:a|b|cite|del|i|ins|em|small|span|strong|time)\\b[^>]*>';
    const joined = new RegExp(`[\\p{L}\\p{N}](?:</${inline})+(?:<${inline})+[\\p{L}\\p{N}]+`, 'gu');
    const unread = /<(code|script|svg)\b.*?<\/\1>/gs;
    const found = read.flatMap(({ path, html }) =>
      (html.replace(unread, '').match(joined) ?? []).map((words) => `${path}: ${words}`),
    );
    expect(found).toEqual([]);
  });

  test('every page has one headline, and what a search engine shows of it', () => {
    const wrong = read.flatMap(({ path, html }) => {
      const complaints = [];
      if ([...html.matchAll(/<h1\b/g)].length !== 1) complaints.push('h1');
      if (!/<title>[^<]+<\/title>/.test(html)) complaints.push('title');
      if (!/<meta name="description" content="[^"]{5,}"/.test(html)) complaints.push('description');
      const canonical = /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1];
      const listed = !html.includes('content="noindex"');
      if (listed && canonical !== site.url + encodeURI(path.replace(/index\.html$/, '')))
        complaints.push('canonical');
      return complaints.map((what) => `${path}: ${what}`);
    });
    expect(wrong).toEqual([]);
  });

  test('titles and descriptions are different on every page', () => {
    const listed = read.filter(({ html }) => !html.includes('content="noindex"'));
    for (const pattern of [/<title>([^<]+)</, /<meta name="description" content="([^"]+)"/]) {
      const seen = new Map<string, string>();
      const twice = listed.flatMap(({ path, html }) => {
        const text = pattern.exec(html)?.[1] ?? '';
        const other = seen.get(text);
        seen.set(text, path);
        return other === undefined ? [] : [`${path} and ${other}: ${text}`];
      });
      expect(twice).toEqual([]);
    }
  });

  test('colours do not hang on light-dark(), which browsers of three years ago lack', () => {
    const styles = globSync('**/*.css', { cwd: site.dir });
    expect(styles).toContain('feed.css');
    expect(styles.filter((path) => site.file(path).includes('light-dark('))).toEqual([]);
  });

  test('an iPhone that is held across makes no letters larger by itself', () => {
    const styles = globSync('**/*.css', { cwd: site.dir }).map((path) => site.file(path));
    expect(styles.join('')).toContain('-webkit-text-size-adjust:none');
  });

  test('structured data is JSON and names the page', () => {
    const types = new Set<string>();
    for (const { path, html } of pages) {
      const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
      if (json === undefined) continue;
      const data = JSON.parse(json) as { '@graph': { '@type': string }[] };
      expect(data['@graph'].length, path).toBeGreaterThan(0);
      for (const thing of data['@graph']) types.add(thing['@type']);
    }
    if (site.name !== 'english') return;
    expect([...types].sort()).toEqual([
      'AnalysisNewsArticle',
      'BackgroundNewsArticle',
      'BreadcrumbList',
      'NewsMediaOrganization',
      'OpinionNewsArticle',
      'ProfilePage',
      'ReportageNewsArticle',
      'WebSite',
    ]);
  });

  test('every page names its own feed first, an entry that of all; each once, absolute and there', () => {
    const files = site.files();
    for (const path of site.readPages()) {
      const html = site.file(path);
      const links = [
        ...html.matchAll(/<link rel="alternate" type="[^"]+" title="([^"]+)" href="([^"]+)">/g),
      ].map(([, title = '', href = '']) => ({ title, href }));
      expect(new Set(links.map(({ title }) => title)).size, path).toBe(links.length);
      for (const { href } of links) {
        expect(href.startsWith(site.url), path).toBe(true);
        expect(files, path).toContain(decodeURI(href).slice(site.url.length));
      }
      const hrefs = links.map(({ href }) => href.slice(site.url.length));
      const isEntry = html.includes('<meta property="og:type" content="article">');
      expect(isEntry ? hrefs.slice(0, 3) : hrefs.slice(-3), path).toEqual([
        'rss.xml',
        'atom.xml',
        'feed.json',
      ]);
      const own = path.replace(/(?:\d+\/)?index\.html$/, 'rss.xml');
      if (own !== path && files.includes(own))
        expect(links[0]?.href, path).toBe(site.url + encodeURI(own));
    }
  });
});
