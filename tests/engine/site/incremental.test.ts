import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Manifest } from '../../../src/press/manifest.ts';
import { articleFile, corpusFiles, makeEntry, random } from '../../bench/corpus.ts';
import { deep, isDeep, UNCOMPRESSED } from '../../support/deep.ts';
import { FIXTURES } from '../../support/fixtures.ts';
import { CONFIG, configText, Project, TEST_NOW } from '../../support/project.ts';

/** Edits in one run. */
const EDITS = deep('EDITS', 3, 200);
const SEED = Number(process.env.SEED ?? 1);
const ARTICLES = deep('EDITED_ARTICLES', 6, 14);

let incremental: Project;
let clean: Project;
let now = TEST_NOW;

beforeAll(async () => {
  const files: Record<string, string | Uint8Array> = corpusFiles(ARTICLES);
  files['content/authors/other.yaml'] = 'name: The other desk\n';
  const illustrated = Object.keys(files).find((path) => path.endsWith('.mdx')) ?? '';
  files[illustrated] =
    `${files[illustrated]}\nA <Term id="token">token</Term> is drawn.\n\n![A drawing](./drawing.png)\n`;
  files['content/glossary.yaml'] = 'token:\n  name: Token\n  text: A piece of money.\n';
  files[besides(illustrated)] = await drawing(0);
  incremental = new Project(files);
  clean = new Project(files);
  await incremental.build(UNCOMPRESSED);
});
afterAll(() => {
  incremental.remove();
  clean.remove();
});

/** The illustration beside an article. */
function besides(path: string): string {
  return path.replace(/[^/]+$/, 'drawing.png');
}

function drawing(n: number): Promise<Uint8Array> {
  const create = { width: 60 + n, height: 40, channels: 3, background: '#98101a' } as const;
  return sharp({ create }).png().toBuffer();
}

/** An edit: what to write and what to delete, in both projects. */
interface Edit {
  what: string;
  write?: Record<string, string | Uint8Array>;
  remove?: string[];
  /** The moment of this build and of the later ones. */
  now?: string;
}

type Editor = (articles: string[], next: () => number, n: number) => Promise<Edit> | Edit;

/** Sets a field of an article's frontmatter. */
function withField(text: string, field: string, value: string): string {
  const line = new RegExp(`^${field}: .*$`, 'm');
  return line.test(text)
    ? text.replace(line, `${field}: ${value}`)
    : text.replace('\nnumber:', `\n${field}: ${value}\nnumber:`);
}

function one<T>(list: readonly T[], next: () => number): T {
  return list[Math.floor(next() * list.length)] as T;
}

function change(
  what: string,
  edit: (text: string, n: number, next: () => number) => string,
): Editor {
  return (articles, next, n) => {
    const path = one(articles, next);
    return { what: `${what} of ${path}`, write: { [path]: edit(incremental.read(path), n, next) } };
  };
}

function changeFile(what: string, path: string, edit: (text: string, n: number) => string): Editor {
  return (_articles, _next, n) => ({ what, write: { [path]: edit(incremental.read(path), n) } });
}

/** Articles without the illustration: those can go elsewhere without it. */
function plain(articles: string[]): string[] {
  return articles.filter((path) => !incremental.read(path).includes('drawing.png'));
}

const CONTENT: readonly Editor[] = [
  change('text', (text, n) => `${text}\nAnother paragraph, number ${n}.\n`),
  change('title', (text, n) => withField(text, 'title', `"A new headline ${n}"`)),
  change('standfirst', (text, n) => withField(text, 'description', `"A new standfirst ${n}."`)),
  change('tags', (text, _n, next) =>
    withField(text, 'tags', `[topic-${1 + Math.floor(next() * 9)}]`),
  ),
  change('date', (text, _n, next) =>
    text.replace(/^(pubDate: \d{4}).*$/m, `$1-0${1 + Math.floor(next() * 9)}-11`),
  ),
  change('storyline', (text) =>
    /^storyline:/m.test(text)
      ? text.replace(/^storyline: .*\n/m, '')
      : withField(text, 'storyline', 'line-0'),
  ),
  change('author', (text) =>
    withField(text, 'authors', text.includes('authors: [other]') ? '[desk]' : '[other]'),
  ),
  change('draft', (text) =>
    withField(text, 'draft', text.includes('draft: true') ? 'false' : 'true'),
  ),
  change('a correction', (text, n) =>
    withField(text, 'corrections', `[{ date: 2026-11-2${n % 3}, text: "Corrected ${n}." }]`),
  ),
  change('figure', (text, n) => withField(text, 'figure', `{ value: "${n}", label: things }`)),
  (_articles, _next, n) => {
    const { storyline: _, ...entry } = makeEntry(1000 + n, 1100);
    const path = `content/articles/${entry.id}.mdx`;
    return { what: `add ${path}`, write: { [path]: articleFile(entry) } };
  },
  (articles, next) => {
    const path = one(plain(articles), next);
    return { what: `delete ${path}`, remove: [path] };
  },
  (articles, next, n) => {
    const path = one(plain(articles), next);
    const to = path.replace(/[^/]+\.mdx$/, `renamed-${n}.mdx`);
    return { what: `rename ${path}`, write: { [to]: incremental.read(path) }, remove: [path] };
  },
  async (articles, _next, n) => {
    const path = articles.find((file) => !plain(articles).includes(file)) ?? '';
    return { what: 'bytes of an image', write: { [besides(path)]: await drawing(n + 1) } };
  },
  changeFile('name of a tag', 'content/tags.yaml', (text, n) =>
    text.replace(/^ {2}name: .*$/m, `  name: Renamed ${n}`),
  ),
  changeFile('a term', 'content/glossary.yaml', (text, n) =>
    text.replace(/text: .*$/m, `text: Meaning ${n}.`),
  ),
  (_articles, next) => {
    // never back: what came out stays out
    const later = new Date(Date.parse(now) + Math.floor(next() * 5 * 86_400_000)).toISOString();
    return { what: `the clock, at ${later}`, now: later };
  },
  changeFile('name of the desk', 'content/authors/desk.yaml', (_, n) => `name: The desk ${n}\n`),
  changeFile('state of a storyline', 'content/storylines/line-0.yaml', (text) =>
    text.includes('status: closed')
      ? text.replace('status: closed\n', '')
      : `${text}status: closed\n`,
  ),
];

/** Those of code let both sites be compiled anew, which takes most of a minute: `npm run test:deep` tries them. */
const CODE: readonly Editor[] = [
  changeFile('a component', 'src/ui/components/Row.astro', (text, n) => `${text}<!-- ${n} -->\n`),
  changeFile(
    'a style',
    'src/publication/tokens.css',
    (text, n) => `${text}\n.n-${n} {\n  color: red;\n}\n`,
  ),
  (_articles, _next, n) => ({
    what: 'the configuration',
    write: { [CONFIG]: configText({ ...FIXTURES.english, name: `Publication ${n}` }) },
  }),
];
const EDITORS = isDeep ? [...CONTENT, ...CODE] : CONTENT;

function articlesOf(project: Project): string[] {
  const files = project.files('content/articles').filter((path) => path.endsWith('.mdx'));
  return files.map((path) => `content/articles/${path}`);
}

function apply(project: Project, { write = {}, remove = [] }: Edit): void {
  for (const path of remove) project.delete(path);
  project.write(write);
}

function manifestOf(project: Project): Manifest {
  return JSON.parse(project.read('.cache/releases/dist/manifest.json')) as Manifest;
}

/** What follows from code alone, or from the bytes that it is a form of. */
const KEPT = ['templates', 'press', 'node', 'compressed'];

/** Builds from nothing but {@link KEPT}; from nothing at all where code has changed, and now and then. */
async function cleanBuild(env: Record<string, string>, edit: Edit, n: number): Promise<void> {
  const isOfCode = Object.keys(edit.write ?? {}).some((path) => path.startsWith('src/'));
  if (isOfCode || (isDeep && n % 20 === 10)) return clean.build(env, ['--force']);
  const cache = join(clean.root, '.cache');
  const made = existsSync(cache) ? readdirSync(cache).filter((name) => !KEPT.includes(name)) : [];
  for (const path of [join(clean.root, 'dist'), ...made.map((name) => join(cache, name))])
    rmSync(path, { recursive: true, force: true });
  await clean.build(env);
}

function bytes(project: Project, path: string): Buffer {
  return readFileSync(join(project.root, 'dist', path));
}

test(
  `after each of ${EDITS} edits, the incremental build is the clean build, byte for byte`,
  async () => {
    const next = random(SEED);
    for (let n = 0; n < EDITS; n += 1) {
      // every kind of edit once, then any
      const editor = EDITORS[n] ?? one(EDITORS, next);
      const edit = await (EDITS < EDITORS.length ? one(EDITORS, next) : editor)(
        articlesOf(incremental),
        next,
        n,
      );
      const after = `edit ${n}: ${edit.what} (SEED=${SEED})`;
      apply(incremental, edit);
      apply(clean, edit);
      now = edit.now ?? now;
      const env = { SITE_NOW: now, ...UNCOMPRESSED };
      await Promise.all([incremental.build(env), cleanBuild(env, edit, n)]);
      const { files } = manifestOf(incremental);
      const current = Object.keys(files).filter((path) => files[path]?.retired === undefined);
      expect(current, after).toEqual(clean.files());
      expect(incremental.files(), after).toEqual(Object.keys(files));
      const different = clean
        .files()
        .filter((path) => !bytes(clean, path).equals(bytes(incremental, path)));
      expect(different, after).toEqual([]);
    }
  },
  EDITS * 60_000,
);

test('an edit of one text renders that article’s page anew, and no other article’s', async () => {
  const [path = ''] = articlesOf(incremental).filter(
    (file) => !incremental.read(file).includes('draft: true'),
  );
  apply(incremental, { what: 'text', write: { [path]: `${incremental.read(path)}\nMore.\n` } });
  const before = manifestOf(incremental).files;
  await incremental.build({ SITE_NOW: now, ...UNCOMPRESSED });
  const { files } = manifestOf(incremental);
  const changed = Object.keys(files)
    .filter((file) => /^\d{4}\/[^/]+\/index\.html$/.test(file))
    .filter((file) => before[file]?.hash !== files[file]?.hash);
  expect(changed).toHaveLength(1);
}, 120_000);

test.runIf(isDeep)(
  'a build that is asked for is made, though nothing has changed',
  async () => {
    const before = manifestOf(incremental).files;
    const env = { SITE_NOW: now, ...UNCOMPRESSED };
    const { output } = await incremental.run('build', ['--force'], env);
    expect(output).toMatch(/^\d+ pages, [1-9]\d* rendered/m);
    const files = Object.entries(before).filter(([, { retired }]) => retired === undefined);
    expect(manifestOf(incremental).files).toMatchObject(Object.fromEntries(files));
  },
  120_000,
);
