import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAll } from '../../../src/content/files.ts';
import { UNCOMPRESSED } from '../../support/deep.ts';
import { CONFIG, Project } from '../../support/project.ts';

/*
 * The engine with the publication that ships, as it is cloned, made into another's. In an owner's repository
 * that has been done, and nothing is left to try it with.
 */

const root = fileURLToPath(new URL('../../..', import.meta.url));
const FLAGS = [
  '--name',
  'The Weir',
  '--url',
  'https://weir.example',
  '--author',
  "Ann O'Hara",
  '--pattern',
  '/{slug}/',
];

const isShipped = 'shipped' in JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

let project: Project;
beforeAll(() => {
  project = new Project();
  for (const path of ['content', 'tests/publication', 'README.md', 'LICENSE']) {
    cpSync(join(root, path), join(project.root, path), { recursive: true });
  }
  project.write({ [CONFIG]: readFileSync(join(root, CONFIG)) });
});
afterAll(() => project.remove());

test.runIf(isShipped)('over content that did not come with the engine nothing begins', async () => {
  const own = 'content/articles/2026/our-own.mdx';
  project.write({
    [own]:
      '---\ntitle: Ours\ndescription: Ours.\npubDate: 2026-11-01\ntags: [china]\n---\n\nOurs.\n',
  });
  const { code, output } = await project.run('init', FLAGS);
  expect(output).toContain(`${own} is not as it came with the engine.`);
  expect(code).toBe(1);
  expect(existsSync(join(project.root, 'content/tags.yaml'))).toBe(true);
  project.delete(own);
});

test.runIf(isShipped)('what is missing or wrong is said before anything is changed', async () => {
  for (const [flags, said] of [
    [['--name', 'The Weir', '--author', 'Ann'], 'The address is missing.'],
    [[...FLAGS, '--zone', 'Weir time'], 'must be an IANA time zone'],
    [[...FLAGS, '--publisher', 'company'], 'There is no publisher "company". Use one of'],
    [[...FLAGS, '--pattern', '/{title}/'], 'addresses.articles: must not name "{title}"'],
    [[...FLAGS, '--skin', 'green'], 'There is no look "green". Use one of'],
  ] as const) {
    const { code, output } = await project.command('init', [...flags]);
    expect(output).toContain(said);
    expect(code).toBe(1);
  }
  expect(project.read(CONFIG)).toContain('coindocket.example');
});

test.runIf(isShipped)(
  'a publication begins, true and small, with nothing of the one that shipped',
  async () => {
    const { code, output } = await project.run('init', FLAGS);
    expect(output).toContain('The Weir begins. Next:');
    expect(code).toBe(0);
    const left = listAll(project.root)
      .filter((path) => /^(?:content|public|tests|src|[^/]+$)/.test(path))
      .filter((path) => /coin.?docket/i.test(project.read(path)))
      .sort();
    // a code's licence stays with it
    expect(left).toEqual(['LICENSE', 'package-lock.json']);
    expect(listAll(join(project.root, 'content')).sort()).toEqual([
      'README.md',
      'articles/2026/we-begin.mdx',
      'authors/ann-ohara.yaml',
      'pages/about.mdx',
      'tags.yaml',
    ]);
    expect(readdirSync(join(project.root, 'content/articles'))).toEqual(['2026']);
    const check = await project.run('check');
    expect(check.output).toContain('No problems.');
    await project.buildOnce(UNCOMPRESSED);
    for (const file of project.files().filter((path) => /\.(?:html|xml|json|css)$/.test(path))) {
      expect(project.read(`dist/${file}`), file).not.toMatch(/coin.?docket/i);
    }
    expect(project.read('dist/index.html')).toContain('href="/we-begin/">We begin</a>');

    const again = await project.run('init', FLAGS);
    expect(again.output).toContain('This repository is "The Weir" already');
    expect(again.code).toBe(1);
  },
);
