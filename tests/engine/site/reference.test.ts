import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { corpusFiles } from '../../bench/corpus.ts';
import { Project, runNode, TEST_NOW } from '../../support/project.ts';

/*
 * `astro build` by hand is the reference: whatever way `npm run build` takes to a site, it is the
 * same site, byte for byte. The publications below have every kind of page.
 */

async function publication(): Promise<Project> {
  const files: Record<string, string | Uint8Array> = corpusFiles(12);
  const [first = '', second = '', third = ''] = Object.keys(files).filter((path) =>
    path.endsWith('.mdx'),
  );
  const create = { width: 700, height: 400, channels: 3, background: '#98101a' } as const;
  files[first.replace(/[^/]+$/, 'drawing.png')] = await sharp({ create }).png().toBuffer();
  files[first] = `${files[first]}\n![A drawing](./drawing.png)\n`;
  const withField = (path: string, field: string) => {
    files[path] = String(files[path]).replace('\nnumber:', `\n${field}\nnumber:`);
  };
  withField(first, 'aliases: [/old/address/]');
  withField(second, 'corrections: [{ date: 2026-11-20, text: Corrected. }]');
  withField(third, 'withdrawn: { date: 2026-11-20, reason: It was wrong. }');
  files['content/pages/about.mdx'] =
    '---\ntitle: About\ndescription: What this is.\n---\n\nThere are {props.articles} entries.\n';
  files['content/glossary.yaml'] = 'token: { name: Token, text: A piece of money. }\n';
  return new Project(files);
}

/** What Astro's own build makes of a project, by path. */
async function reference(project: Project): Promise<Map<string, Buffer>> {
  const { code, output } = await runNode(
    ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', '.cache/reference'],
    project.root,
    { NODE_ENV: 'production' },
  );
  expect(code, output).toBe(0);
  return files(project, '.cache/reference');
}

function files(project: Project, folder: string): Map<string, Buffer> {
  return new Map(
    project
      .files(folder)
      .map((path) => [path, readFileSync(join(project.root, folder, path))] as const),
  );
}

/** Paths at which a folder's site is not the reference. */
function differences(project: Project, wanted: ReadonlyMap<string, Buffer>): string[] {
  const found = files(project, 'dist');
  const paths = new Set([...found.keys(), ...wanted.keys()]);
  return [...paths].filter((path) => !found.get(path)?.equals(wanted.get(path) ?? Buffer.of()));
}

describe.each([
  ['at the root of its host', (config: string) => config],
  [
    'below a path, with old addresses as pages',
    (config: string) =>
      config
        .replace(/url: '.*?'/, "url: 'https://docket.example/news/'")
        .replace("redirects: 'rules'", "redirects: 'pages'"),
  ],
])('a publication %s', (_what, configure) => {
  let project: Project;
  beforeAll(async () => {
    project = await publication();
    project.write({ 'src/site.config.ts': configure(project.read('src/site.config.ts')) });
  });
  afterAll(() => project.remove());

  test('is built as Astro builds it', async () => {
    await project.build();
    expect(differences(project, await reference(project))).toEqual([]);
  });
});

describe('compiled templates', () => {
  let project: Project;
  beforeAll(async () => {
    project = await publication();
    await project.build();
  });
  afterAll(() => project.remove());

  /** Builds after a change and gives what the command says. */
  async function change(path: string, edit: (text: string) => string): Promise<string> {
    project.write({ [path]: edit(project.read(path)) });
    const { code, output } = await project.run('build', [], { SITE_NOW: TEST_NOW });
    expect(code, output).toBe(0);
    return output;
  }

  test('are kept while only content changes', async () => {
    const [article = ''] = project
      .files('content/articles')
      .filter((file) => file.endsWith('.mdx'));
    const said = await change(`content/articles/${article}`, (text) => `${text}\nMore.\n`);
    expect(said).not.toContain('templates');
  });

  test('are made anew for a page of the owner’s', async () => {
    const said = await change('content/pages/about.mdx', (text) => `${text}\nMore.\n`);
    expect(said).toContain('templates');
    expect(project.read('dist/about/index.html')).toContain('More.');
  });

  test('that cannot be used are done without, and the build says so', async () => {
    const [digest = ''] = readdirSync(join(project.root, '.cache/templates'));
    const program = join(project.root, '.cache/templates', digest, 'program');
    const entry = readdirSync(program).find((name) => name.startsWith('prerender-entry')) ?? '';
    writeFileSync(join(program, entry), 'export const app = {};\n');
    const said = await change('content/authors/desk.yaml', () => 'name: Another desk\n');
    expect(said).toMatch(/^The compiled templates cannot be used, so "astro build" renders every/m);
    expect(differences(project, await reference(project))).toEqual([]);
  });

  test('that a page of the owner’s breaks are told of in a sentence', async () => {
    const page = project.read('content/pages/about.mdx');
    project.write({ 'content/pages/about.mdx': `${page}\n{nothing.here}\n` });
    const { code, output } = await project.run('build');
    expect(code).toBe(1);
    expect(output).toMatch(/^Astro cannot build the pages, .*: nothing is not defined$/m);
    expect(output).not.toMatch(/^\s+at /m);
  });
});
