import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealFolder } from '../../../src/press/templates.ts';
import { corpusFiles } from '../../bench/corpus.ts';
import { isDeep, UNCOMPRESSED } from '../../support/deep.ts';
import { bringTemplates } from '../../support/kept-templates.ts';
import { Project, runNode } from '../../support/project.ts';

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
    { NODE_ENV: 'production', ...UNCOMPRESSED },
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

/** Builds and gives what the command says. */
async function build(project: Project): Promise<string> {
  const { code, output } = await project.run('build', [], UNCOMPRESSED);
  expect(code, output).toBe(0);
  return output;
}

describe('a publication at the root of its host', () => {
  let project: Project;
  let wanted: ReadonlyMap<string, Buffer>;
  beforeAll(async () => {
    project = await publication();
    if (!isDeep) bringTemplates(project.root);
  });
  afterAll(() => project.remove());

  /** Builds after a change and gives what the command says. */
  function change(path: string, edit: (text: string) => string): Promise<string> {
    project.write({ [path]: edit(project.read(path)) });
    return build(project);
  }

  /** The folder of what was compiled last. */
  const folder = () => {
    const cache = join(project.root, '.cache/templates');
    const made = (name: string) => statSync(join(cache, name)).ctimeMs;
    const [last = ''] = readdirSync(cache).sort((a, b) => made(b) - made(a));
    return join(cache, last);
  };

  test('is built as Astro builds it', async () => {
    await build(project);
    wanted = await reference(project);
    expect(differences(project, wanted)).toEqual([]);
  });

  test.runIf(isDeep)(
    'is built as Astro builds it, and the build says so, where compiled templates cannot be used',
    async () => {
      const program = join(folder(), 'program');
      const entry = readdirSync(program).find((name) => name.startsWith('prerender-entry')) ?? '';
      const whole = readFileSync(join(program, entry));
      writeFileSync(join(program, entry), 'export const app = {};\n');
      sealFolder(folder());
      // a site that is not whole is built as if there were none
      project.delete('dist/index.html');
      expect(await build(project)).toMatch(
        /^The compiled templates cannot be used, so "astro build" renders every/m,
      );
      expect(differences(project, wanted)).toEqual([]);
      writeFileSync(join(program, entry), whole);
      sealFolder(folder());
    },
  );

  test('keeps its templates while only content changes', async () => {
    const [article = ''] = project
      .files('content/articles')
      .filter((file) => file.endsWith('.mdx'));
    const said = await change(`content/articles/${article}`, (text) => `${text}\nMore.\n`);
    expect(said).not.toContain('templates');
  });

  test('keeps its templates while a page of the owner’s changes, with expressions or without', async () => {
    const said = await change('content/pages/about.mdx', (text) => `${text}\nMore: {1 + 1}.\n`);
    expect(said).not.toContain('templates');
    expect(project.read('dist/about/index.html')).toContain('<p>More: 2.</p>');
  });

  test('tells of a page of the owner’s with an expression that cannot be worked out', async () => {
    project.write({
      'content/pages/sum.mdx':
        '---\ntitle: Sum\ndescription: A sum.\n---\n\nIn all {props.none.here}.\n',
    });
    const { code, output } = await project.run('build', [], UNCOMPRESSED);
    expect(code).toBe(1);
    expect(output).toContain('content/pages/sum.mdx: Cannot read properties of undefined');
    expect(output).toContain('props.entries');
    expect(output).not.toMatch(/templates|^\s+at /m);
    project.delete('content/pages/sum.mdx');
  });

  test('has templates made anew for a page of the owner’s that imports something', async () => {
    project.write({ 'content/pages/sum.ts': 'export const sum: number = 40 + 2;\n' });
    const said = await change(
      'content/pages/about.mdx',
      (text) => `${text}\nimport { sum } from './sum.ts';\n\nIn all {sum}.\n`,
    );
    expect(said).toContain('templates');
    expect(project.read('dist/about/index.html')).toContain('<p>In all 42.</p>');
  });

  test.runIf(isDeep)('has templates made anew that were damaged', async () => {
    const [file = ''] = readdirSync(join(folder(), 'client/_assets'));
    writeFileSync(join(folder(), 'client/_assets', file), 'half of a');
    const said = await change('content/authors/desk.yaml', () => 'name: Some desk\n');
    expect(said).toContain('templates');
    expect(project.read(`dist/_assets/${file}`)).not.toBe('half of a');
  });

  test.runIf(isDeep)(
    'tells in a sentence of a page of the owner’s that breaks templates',
    async () => {
      const page = project.read('content/pages/about.mdx');
      project.write({ 'content/pages/about.mdx': `${page}\n{nothing.here}\n` });
      const { code, output } = await project.run('build');
      expect(code).toBe(1);
      expect(output).toMatch(/^Astro cannot build the pages, .*: nothing is not defined$/m);
      expect(output).not.toMatch(/^\s+at /m);
    },
  );
});

test.runIf(isDeep)(
  'a publication below a path, with old addresses as pages, is built as Astro builds it',
  async () => {
    const project = await publication();
    try {
      project.configure({ url: 'https://docket.example/news/', redirects: 'pages' });
      await build(project);
      expect(differences(project, await reference(project))).toEqual([]);
      expect(project.read('dist/old/address/index.html')).toContain('/news/');
    } finally {
      project.remove();
    }
  },
);
