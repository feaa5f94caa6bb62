import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DRAFTS } from '../../../src/cli/paths.ts';
import { articleFile, corpusFiles, makeEntry } from '../../bench/corpus.ts';
import { UNCOMPRESSED } from '../../support/deep.ts';
import { Project } from '../../support/project.ts';

const unfiled = (n: number, id: string, date: string) =>
  articleFile({ ...makeEntry(n, 1000), id, date, number: `26-${n}` }).replace(
    /^storyline: .*\n/m,
    '',
  );
const files = {
  ...corpusFiles(6),
  'content/articles/2026/later.mdx': unfiled(900, '2026/later', '2026-11-24'),
  'content/articles/2026/draft.mdx': unfiled(901, '2026/draft', '2026-11-20').replace(
    '---\n',
    '---\ndraft: true\n',
  ),
};
const UNSEEN = ['2026/draft/index.html', '2026/later/index.html'];

/** Every file of a site and what is in it. */
function bytesOf(project: Project): Record<string, string> {
  const hash = (path: string) =>
    createHash('sha256')
      .update(readFileSync(join(project.root, 'dist', path)))
      .digest('hex');
  return Object.fromEntries(project.files().map((path) => [path, hash(path)]));
}

describe('a build with drafts', () => {
  let project: Project;
  let before: Record<string, string>;
  beforeAll(async () => {
    project = new Project(files);
    await project.build(UNCOMPRESSED);
    before = bytesOf(project);
    await project.build(UNCOMPRESSED, ['--drafts']);
  }, 300_000);
  afterAll(() => project.remove());

  const page = (path: string) => project.read(`${DRAFTS}/${path}`);
  const stampOf = (path: string) => /<span class="stamp">(\w+)/.exec(page(path))?.[1];

  test('has drafts and future entries, which say so on their stamps', () => {
    expect(project.files(DRAFTS)).toEqual(expect.arrayContaining(UNSEEN));
    expect(UNSEEN.map(stampOf)).toEqual(['Draft', 'Due']);
    expect(page('index.html')).toContain('/2026/later/');
    const { id } = makeEntry(5, 6);
    expect(stampOf(`${id}/index.html`)).toBe('Published');
  });

  test('asks search engines to stay away, on every page', () => {
    const pages = project.files(DRAFTS).filter((path) => path.endsWith('.html'));
    const listed = pages.filter((path) => !page(path).includes('name="robots" content="noindex"'));
    // pages that only lead on to another say so in their own words
    expect(listed.filter((path) => page(path).includes('<main'))).toEqual([]);
  });

  test('leaves the public site as it was', () => {
    expect(project.files().filter((path) => /draft|later/.test(path))).toEqual([]);
    expect(bytesOf(project)).toEqual(before);
  });

  test('leaves nothing for the next public build, which is the same as one that never saw drafts', async () => {
    const { id, ...entry } = makeEntry(2, 6);
    const edited = {
      [`content/articles/${id}.mdx`]: articleFile({ ...entry, id, title: 'Edited' }),
    };
    project.write(edited);
    await project.build(UNCOMPRESSED);
    const clean = new Project({ ...files, ...edited });
    try {
      await clean.build(UNCOMPRESSED);
      expect(bytesOf(project)).toEqual(bytesOf(clean));
    } finally {
      clean.remove();
    }
  }, 300_000);

  test('can be sent to who has no server', async () => {
    const { code, output } = await project.run('portable', ['--drafts']);
    expect(code, output).toBe(0);
    expect(project.files('portable')).toEqual(expect.arrayContaining(UNSEEN));
  });

  test('is made in spite of mistakes where it is asked to be, and for that once', async () => {
    const path = 'content/articles/2026/draft.mdx';
    const text = project.read(path);
    project.write({
      [path]: `${text.replace('tags: [', 'tags: [nowhere, ')}\n![](nowhere.png) and [nothing](nothing.mdx). TODO\n`,
    });
    const { code, output } = await project.run('build', ['--drafts', '--anyway'], UNCOMPRESSED);
    expect(output).toContain('There is no tag "nowhere"');
    expect(output).toContain('The site is built as it is, to be looked at.');
    expect(code).toBe(0);
    expect(page('2026/draft/index.html')).toContain('nothing');
    expect((await project.run('build', ['--drafts'], UNCOMPRESSED)).code).toBe(1);
    project.write({ [path]: text });
  });
});
