import { afterEach, describe, expect, test } from 'vitest';
import { SITES } from '../../support/build-site.ts';
import { UNCOMPRESSED } from '../../support/deep.ts';
import type { Facts } from '../../support/fixtures.ts';
import { Project } from '../../support/project.ts';

/** An owner's facts: another name, language, zone and base path. */
const GAZETTE: Facts = {
  name: 'The Harbour Gazette',
  tagline: 'What the harbour council decides.',
  description: 'Minutes, votes and permits of one harbour.',
  url: 'https://gazette.example/sub/',
  locale: 'en-US',
  zone: 'Pacific/Auckland',
  desk: 'office',
  email: 'office@gazette.example',
  identity: { domain: 'gazette.example', year: 2025 },
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  counts: { home: 3, page: 5, related: 2 },
  vocabulary: 'open',
  feeds: { site: 10, section: 10 },
  security: { contact: 'mailto:office@gazette.example', expires: '2027-06-01' },
  articles: { minorWords: 6 },
};
const OFFICE = { 'content/authors/office.yaml': 'name: The office\n' };

const ARTICLE = `---
title: The pier is closed
description: The council shuts the north pier for a winter.
pubDate: 2026-11-22T09:00+13:00
tags: [piers]
---

Nobody may tie up at the north pier.

<Map place="North pier" zoom={3}>

Boats lie *here*.

</Map>

<Note title="Since then">

It is still shut.

</Note>
`;

/** A component of the owner's, and another look for one of the engine's. */
const COMPONENTS = {
  'src/publication/components/Map.ts': `import { z } from 'astro/zod';
import { h } from 'hastscript';
import { defineComponent } from '../../record/own-components.ts';

export default defineComponent({
  props: z.strictObject({ place: z.string(), zoom: z.number() }),
  instead: ({ place }) => h('p', \`A map of \${place}\`),
});
`,
  'src/publication/components/Map.astro': `---
const { place, zoom } = Astro.props;
---

<figure class="map" data-zoom={zoom}><b>{place}</b><slot /></figure>

<style>
  .map {
    border: 7px solid;
  }
</style>
`,
  'src/publication/components/Note.astro': `<aside class="aside"><h3>{Astro.props.title}</h3><slot /></aside>\n`,
};

let project: Project;
afterEach(() => project?.remove());

describe('another publication', () => {
  test('with one article, no storylines, an open vocabulary and a base path', async () => {
    project = new Project(
      {
        ...OFFICE,
        ...COMPONENTS,
        'content/articles/2026/the-pier-is-closed.mdx': ARTICLE,
      },
      GAZETTE,
    );
    const tokens = project.read('src/publication/tokens.css');
    project.write({
      'src/publication/tokens.css': `${tokens}@layer base { :root { --paper: light-dark(#fffdf7, #101010); } }\n`,
    });
    // the build follows every link, so a page that leads nowhere would end it
    await project.buildOnce(UNCOMPRESSED);
    const page = project.read('dist/2026/the-pier-is-closed/index.html');
    expect(page).toContain(
      '<link rel="canonical" href="https://gazette.example/sub/2026/the-pier-is-closed/">',
    );
    expect(page).toContain('<html lang="en-US">');
    expect(page).toContain('November 22, 2026');
    expect(page).toContain('<meta name="theme-color" content="#fffdf7"');
    expect(page).toContain('href="/sub/topics/piers/"');
    // components of the owner's, and ours in another look; where there is no page, what stands in their place
    expect(page).toMatch(
      /<figure class="map"[^>]* data-zoom="3"[^>]*><b[^>]*>North pier<\/b>\s*<p/,
    );
    expect(page).toMatch(/<aside class="aside"><h3>Since then<\/h3>/);
    const styled = project
      .files()
      .filter((file) => file.endsWith('.css') && project.read(`dist/${file}`).includes('7px solid'))
      .filter((file) => page.includes(file));
    expect(styled).not.toEqual([]);
    expect(page).not.toContain('<style');
    expect(project.read('dist/feed.json')).toContain('A map of North pier');
    expect(project.read('dist/topics/index.html')).not.toContain('<p></p>');
    expect(project.read('dist/topics/piers/index.html')).toContain(
      '<meta name="description" content="Entries of The Harbour Gazette on piers.">',
    );
    const rss = project.read('dist/rss.xml');
    expect(rss).toContain('tag:gazette.example,2025:');
    expect(rss).toContain('https://gazette.example/sub/2026/the-pier-is-closed/');
    const all = project
      .files()
      .filter((file) => /\.(?:html|xml|json|css|txt|webmanifest)$/.test(file));
    for (const file of all) expect(project.read(`dist/${file}`), file).not.toMatch(/coin ?docket/i);

    // what has nothing in it is not there
    expect(all.filter((file) => /^(?:glossary|storylines)\//.test(file))).toEqual([]);
    expect(project.read('dist/index.html')).not.toMatch(/href="[^"]*(?:glossary|storylines)\//);

    // nor is what is switched off; what was published leads to the front page
    await project.run('register');
    project.configure({
      sections: { topics: false, corrections: false },
      menu: ['home', 'archive', { name: 'Shop', href: 'https://shop.example/' }],
      home: ['earlier'],
    });
    await project.build(UNCOMPRESSED);
    expect(project.files().filter((file) => /^(?:topics|corrections)\//.test(file))).toEqual([]);
    for (const file of project.files().filter((file) => /\.(?:html|xml)$/.test(file))) {
      expect(project.read(`dist/${file}`), file).not.toMatch(/\/sub\/(?:topics|corrections)\//);
    }
    expect(project.read('dist/index.html')).toContain('href="https://shop.example/"');
    for (const gone of ['topics', 'topics/piers', 'corrections']) {
      expect(project.read('dist/_redirects')).toMatch(
        new RegExp(`^/sub/${gone}\\S* +/sub/ +301$`, 'm'),
      );
    }
  });

  test('with a wrong value is refused with a sentence, and nothing is built', async () => {
    const wrong = { zone: 'Auckland time', url: 'https://gazette.example/sub' };
    project = new Project(OFFICE, { ...GAZETTE, ...wrong });
    const { code, output } = await project.run('build');
    expect(code).toBe(1);
    expect(output).toContain(
      'src/publication/site.config.ts: url: must end with a slash (it is "https://gazette.example/sub").',
    );
    expect(output).toContain(
      'src/publication/site.config.ts: zone: must be an IANA time zone, such as "Europe/London" (it is "Auckland time").',
    );
    expect(output).not.toContain('    at ');
  });
});

test('a publication with no article at all has its pages, from right to left', () => {
  const empty = SITES.find(({ name }) => name === 'empty');
  expect(empty?.file('index.html')).toContain('Nothing Yet');
  expect(empty?.file('index.html')).toContain('<html lang="ar" dir="rtl">');
  expect(empty?.files()).toContain('404.html');
});

test('pages of the owner’s have the signs of their language, and those of words in another', () => {
  const page = (name: string, path: string) =>
    SITES.find((site) => site.name === name)?.file(`${path}/index.html`);
  expect(page('german', 'impressum')).toContain(
    'auf „Fehler“ liest die Redaktion – <span lang="en">“mistakes”</span> auch',
  );
  expect(page('chinese', 'guanyu')).toContain('<strong>“只记录，不评论。”</strong>编辑部');
});
