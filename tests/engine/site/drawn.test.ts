import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UNCOMPRESSED } from '../../support/deep.ts';
import { Project } from '../../support/project.ts';

/** An article with an image of its own. */
function entry(title: string, image: string, more = ''): string {
  return `---\ntitle: ${title}\ndescription: A test.\npubDate: 2018-08-24\n${more}---\n\nText.\n\n![A map](${image})\n`;
}

async function map(colour: string): Promise<Buffer> {
  return sharp({ create: { width: 500, height: 300, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
}

const SHOWN = 'number: 18-1\ncorrections:\n  - { date: 2018-08-25, text: A word. }\n';

describe('drawn files of a small publication', () => {
  let project: Project;
  const drawn = () => project.files().filter((path) => /^(?:images|cards)\//.test(path));
  const digests = () =>
    drawn().map((path) =>
      createHash('sha256')
        .update(readFileSync(join(project.root, 'dist', path)))
        .digest('hex'),
    );

  beforeAll(async () => {
    project = new Project({
      'content/authors/desk.yaml': 'name: The desk\n',
      'content/articles/2018/shown.mdx': entry('Shown', 'shown.jpg', SHOWN),
      'content/articles/2018/draft.mdx': entry('A secret draft', 'secret.jpg', 'draft: true\n'),
      'content/articles/2018/shown.jpg': await map('#98101a'),
      'content/articles/2018/secret.jpg': await map('#121b15'),
    });
    // what a shell may have set does not make a preview of a build
    await project.build({ NODE_ENV: 'development', DEV: '1', ...UNCOMPRESSED });
  }, 300_000);
  afterAll(() => project.remove());

  test('are those of the visible entry, none of the draft', () => {
    const names = drawn().map((path) => path.replace(/\.[0-9a-f]{10}\./, '.'));
    expect(names).toEqual([
      'cards/2018/shown.png',
      'images/shown-400.webp',
      'images/shown-500.jpg',
      'images/shown-500.webp',
    ]);
  });

  test('no page and no index knows of the draft', () => {
    const site = project.files();
    expect(site).toContain('2018/shown/index.html');
    expect(site.filter((path) => /draft|secret/.test(path))).toEqual([]);
    const telling = site
      .filter((path) => /\.(?:html|xml|json|css|txt)$/.test(path))
      .filter((path) => /secret/i.test(project.read(`dist/${path}`)));
    expect(telling).toEqual([]);
  });

  test('the next build draws nothing again and publishes the same bytes', async () => {
    const before = digests();
    const kept = ['pictures', 'cards', 'icons'].flatMap((name) =>
      project.files(`.cache/${name}`).map((path) => join(project.root, '.cache', name, path)),
    );
    const inodes = kept.map((path) => statSync(path).ino);
    expect(kept.length).toBeGreaterThan(8);
    await project.build(UNCOMPRESSED);
    expect(kept.map((path) => statSync(path).ino)).toEqual(inodes);
    expect(digests()).toEqual(before);
  }, 300_000);

  test('another headline has another card, and the old one goes at once', async () => {
    const [old = ''] = drawn();
    project.write({
      'content/articles/2018/shown.mdx': entry('Shown again', 'shown.jpg', SHOWN),
    });
    await project.build(UNCOMPRESSED);
    const cards = drawn().filter((path) => path.startsWith('cards/'));
    expect(cards).toHaveLength(1);
    expect(cards).not.toContain(old);
    expect(project.read('dist/2018/shown/index.html')).toContain(cards[0]);
  }, 300_000);
});
