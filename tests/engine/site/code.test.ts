import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { corpusFiles } from '../../bench/corpus.ts';
import { Project } from '../../support/project.ts';
import { TORTURE } from '../../support/torture.ts';

/** An article with everything that one may hold, and what it needs. */
const torture = {
  'content/glossary.yaml': 'token:\n  name: Token\n  text: A piece of money.\n',
  'content/articles/2018/drawing.png': await sharp({
    create: { width: 900, height: 500, channels: 3, background: '#98101a' },
  })
    .png()
    .toBuffer(),
  'content/articles/2018/torture.mdx': `---
title: Everything at once
description: An entry with all that an entry may hold.
pubDate: 2018-08-24
number: 18-900
sources:
  - { id: one, title: An order, publisher: A court, url: "https://example.org/one" }
  - { id: two, title: Another, publisher: A court }
---

${TORTURE.replace(/[^\n\P{Cc}]|[\ufffd\p{Cn}]/gu, '')}
`,
  'content/articles/2018/other.mdx': `---
title: Another
description: An entry that is linked to.
pubDate: 2018-01-01
number: 18-1
---

One.

Two.
`,
};

function allowing(project: Project): void {
  const config = project.read('src/site.config.ts');
  project.write({ 'src/site.config.ts': config.replace("code: 'forbid'", "code: 'allow'") });
}

/** The tags and texts of HTML, without the white space between tags that no reader sees. */
function seen(html: string): string[] {
  return toHtml(fromHtml(html)).replace(/>\s+/g, '>').replace(/\s+</g, '<').split(/(?=<)/);
}

/** What the items of the site's feed say. */
function items(project: Project): string[][] {
  const feed: { items: { content_html: string }[] } = JSON.parse(project.read('dist/feed.json'));
  return feed.items.map((item) => seen(item.content_html));
}

describe('an article with code', () => {
  let asData: Project;
  let asCode: Project;

  beforeAll(async () => {
    const files = { ...corpusFiles(4), ...torture };
    asData = new Project(files);
    asCode = new Project(files);
    allowing(asCode);
    for (const path of Object.keys(files).filter((file) => file.endsWith('.mdx'))) {
      const [, front = '', body = ''] =
        /^(---\n[\s\S]*?\n---\n)([\s\S]*)$/.exec(asCode.read(path)) ?? [];
      asCode.write({ [path]: `${front}\nexport const nothing = 1;\n${body}` });
    }
    await asData.build();
    await asCode.build();
  });
  afterAll(() => {
    asData.remove();
    asCode.remove();
  });

  test('looks the same as one that is data, on its page', () => {
    const pages = asData.files().filter((path) => /^\d{4}\/[^/]+\/index\.html$/.test(path));
    expect(pages).toHaveLength(6);
    for (const page of pages) {
      const [code, data] = [asCode, asData].map((project) => seen(project.read(`dist/${page}`)));
      expect(code, page).toEqual(data);
    }
  });

  test('says the same in feeds', () => {
    expect(items(asData)).toHaveLength(6);
    expect(items(asCode)).toEqual(items(asData));
  });
});

describe('what code makes', () => {
  let project: Project;

  beforeAll(async () => {
    project = new Project({
      ...corpusFiles(2),
      'src/ui/components/Own.astro': '<strong class="own">Own: <slot /></strong>\n',
      'content/articles/2018/sum.mdx': `---
title: A sum
description: An entry that reckons.
pubDate: 2018-08-24
number: 18-900
---

import Own from '/src/ui/components/Own.astro';
export const rates = [3, 4];

The sum is {rates[0] * rates[1]}, and <Own>this *too*</Own> is shown.

<Note title="A note">

Half of it is {rates[0] * rates[1] / 2}.

</Note>
`,
    });
    allowing(project);
    await project.build();
  });
  afterAll(() => project.remove());

  test('is on the page, among numbered paragraphs and components', () => {
    const page = project.read('dist/2018/sum/index.html');
    expect(page).toContain('id="p1"');
    expect(page).toContain(
      'The sum is 12, and <strong class="own">Own: this <em>too</em></strong> is',
    );
    expect(page).toContain('Half of it is 6.');
  });

  test('is in the feeds', () => {
    const feed = project.read('dist/feed.json');
    expect(feed).toContain('The sum is 12, and <strong>Own: this <em>too</em></strong> is shown.');
    expect(feed).toContain('Half of it is 6.');
  });

  test('does not run where articles are data', async () => {
    const config = project.read('src/site.config.ts');
    project.write({ 'src/site.config.ts': config.replace("code: 'allow'", "code: 'forbid'") });
    const { code, output } = await project.run('build');
    expect(code).toBe(1);
    expect(output).toContain('"rates[0] * rates[1]" is code');
  });
});
