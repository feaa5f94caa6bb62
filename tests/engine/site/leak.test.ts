import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../../src/cli/server.ts';
import { isDeep } from '../../support/deep.ts';
import { Project } from '../../support/project.ts';
import { ask } from '../edge/request.ts';

/*
 * Entries that readers may not see yet, or any more, hold words that stand nowhere else. None of
 * these words may be in any built file: pages, feeds, indexes, names of files, compressed or not.
 */

const HOUR = Date.parse('2026-11-20T12:00:00Z');
const at = (seconds: number) => new Date(HOUR + seconds * 1000).toISOString();

/** States of an entry, and what its frontmatter says to be in it from the hour on. */
const STATES = {
  draft: 'draft: true',
  future: '',
  expired: `expires: ${at(0)}`,
  withdrawn: `withdrawn: { date: ${at(0)}, reason: Zqreasonword was found to be wrong. }`,
} as const;
type State = keyof typeof STATES;
const NAMES = Object.keys(STATES) as State[];

/** Where an entry's own words stand. */
const FIELDS = [
  'title',
  'lead',
  'text',
  'heading',
  'note',
  'tag',
  'author',
  'storyline',
  'image',
  'alias',
  'slug',
  'source',
  'fact',
  'chart',
];

/** `zqdrafttitle`: the word of one field of one state. */
const word = (state: State, field: string) => `zq${state}${field}`;

function entry(state: State): string {
  const w = (field: string) => word(state, field);
  return [
    '---',
    `title: The ${w('title')} rule`,
    `description: It says ${w('lead')}.`,
    `pubDate: ${state === 'future' ? at(0) : '2026-11-01'}`,
    `number: 26-${NAMES.indexOf(state) + 10}`,
    `authors: [${w('author')}]`,
    `tags: [china, ${w('tag')}]`,
    `storyline: ${w('storyline')}`,
    `aliases: [/old/${w('alias')}/]`,
    `image: { src: ${w('image')}.png, alt: The ${w('image')} drawing }`,
    `keyFacts: [{ label: Rests on, text: "${w('fact')}" }]`,
    `sources: [{ id: a, title: ${w('source')}, publisher: P }]`,
    ...(STATES[state] === '' ? [] : [STATES[state]]),
    '---',
    '',
    `The text says ${w('text')}.<Cite id="a" />[^a]`,
    '',
    `## About ${w('heading')}`,
    '',
    'More of it.',
    '',
    `<Chart type="bar" caption="Of ${w('chart')}" data={[{ label: "a", value: 1 }]} />`,
    '',
    `[^a]: Aside, ${w('note')}.`,
    '',
  ].join('\n');
}

async function content(): Promise<Record<string, string | Uint8Array>> {
  const picture = sharp({ create: { width: 640, height: 360, channels: 3, background: '#264' } });
  const png = await picture.png().toBuffer();
  const files: Record<string, string | Uint8Array> = {
    'content/tags.yaml': [
      'china: { name: China, group: place, description: About China. }',
      ...NAMES.map((s) => `${word(s, 'tag')}: { name: ${word(s, 'tag')}, description: D. }`),
    ].join('\n'),
    'content/authors/desk.yaml': 'name: The desk\n',
    'content/articles/2026/seen.mdx': [
      '---\ntitle: The seen rule\ndescription: It is seen.\npubDate: 2026-10-01\nnumber: 26-1',
      'tags: [china]\n---\n\nEverybody sees zqseentext.\n',
    ].join('\n'),
  };
  for (const state of NAMES) {
    files[`content/articles/2026/${word(state, 'slug')}.mdx`] = entry(state);
    files[`content/articles/2026/${word(state, 'image')}.png`] = png;
    files[`content/authors/${word(state, 'author')}.yaml`] = `name: ${word(state, 'author')}\n`;
    files[`content/storylines/${word(state, 'storyline')}.yaml`] =
      `name: ${word(state, 'storyline')}\ndescription: D.\nshort: S.\n`;
  }
  return files;
}

/** Everything that a file says, whatever it is packed in. */
function textsOf(path: string): string[] {
  const bytes = readFileSync(path);
  const unpacked = [bytes];
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) unpacked.push(gunzipSync(bytes));
  if (path.endsWith('.br')) unpacked.push(brotliDecompressSync(bytes));
  return unpacked.map((one) => one.toString('utf8').toLowerCase());
}

/** What of a state is in a site: `zqdrafttitle in 2026/index.html`. */
function found(project: Project, state: State): string[] {
  return project.files().flatMap((file) => {
    const texts = [file.toLowerCase(), ...textsOf(join(project.root, 'dist', file))];
    return FIELDS.map((field) => word(state, field))
      .filter((canary) => texts.some((text) => text.includes(canary)))
      .map((canary) => `${canary} in ${file}`);
  });
}

/** Kinds of output, by the names of their files. */
const OUTPUTS: readonly [what: string, pattern: RegExp][] = [
  ['the home page', /^index\.html$/],
  ['pages of articles', /^2026\/zq\w+\/index\.html$/],
  ['the archive', /^archive\/index\.html$/],
  ['topics', /^topics\//],
  ['storylines', /^storylines\//],
  ['authors', /^authors\//],
  ['RSS', /rss\.xml$/],
  ['Atom', /atom\.xml$/],
  ['JSON Feed', /feed\.json$/],
  ['OPML', /\.opml$/],
  ['the sitemap', /sitemap[\w-]*\.xml$/],
  ['the search index', /^pagefind\/|^search\//],
  ['pictures', /^images\//],
  ['social cards', /^cards\//],
  ['charts', /^charts\//],
  ['redirects', /^_redirects$/],
  ['compressed files', /\.br$/],
];

describe('nothing of what readers may not see', () => {
  let project: Project;

  beforeAll(async () => {
    project = new Project(await content());
  });

  afterAll(() => project.remove());

  test('one second before the hour', async () => {
    await project.build({ SITE_NOW: at(-1) });
    expect(found(project, 'draft')).toEqual([]);
    expect(found(project, 'future')).toEqual([]);
    // and what may be seen is: the search sees it, in every field
    for (const state of ['expired', 'withdrawn'] as const) {
      const words = new Set(found(project, state).map((line) => line.split(' in ')[0]));
      expect([...words].sort()).toEqual(FIELDS.map((field) => word(state, field)).sort());
    }
    expect(JSON.parse(project.read('dist/next-change.json'))).toEqual({
      next: '2026-11-20T12:00:00Z',
    });
  });

  test.each([
    ['at the hour', 0],
    ['a second after it', 1],
  ])('%s', async (_when, seconds) => {
    await project.build({ SITE_NOW: at(seconds) });
    expect(found(project, 'draft')).toEqual([]);
    // its address and its old one lead to the notice; nothing else is left
    for (const state of ['expired', 'withdrawn'] as const) {
      const left = found(project, state).map((line) => line.split(' in ')[0] ?? '');
      expect([...new Set(left)].sort()).toEqual([word(state, 'alias'), word(state, 'slug')]);
    }
    const ended = project.read(`dist/2026/${word('expired', 'slug')}/index.html`);
    expect(ended).toContain('This entry is no longer published');
    const notice = project.read(`dist/2026/${word('withdrawn', 'slug')}/index.html`);
    expect(notice).toContain('Zqreasonword was found to be wrong.');
    for (const feed of ['rss.xml', 'atom.xml', 'feed.json']) {
      const text = project.read(`dist/${feed}`);
      expect(text).toContain('Zqreasonword was found to be wrong.');
      expect(text).toContain(`docket/26-${NAMES.indexOf('withdrawn') + 10}`);
    }
    const words = new Set(found(project, 'future').map((line) => line.split(' in ')[0]));
    expect([...words].sort()).toEqual(FIELDS.map((field) => word('future', field)).sort());
    // it leaves the news sitemap
    expect(JSON.parse(project.read('dist/next-change.json'))).toEqual({
      next: '2026-11-22T12:00:00Z',
    });
  });

  test('what has expired or was withdrawn is gone in every spelling, and its old address leads there', async () => {
    const { url, close } = await serveSite({ dir: join(project.root, 'dist'), port: 0 });
    for (const state of ['expired', 'withdrawn'] as const) {
      const [slug, alias] = [word(state, 'slug'), word(state, 'alias')];
      const encoded = `%${slug.charCodeAt(0).toString(16)}${slug.slice(1)}`;
      for (const path of [
        `/2026/${slug}/`,
        `/2026/${slug}`,
        `/2026/${slug}/index.html`,
        `/2026/${slug}/?a=1`,
        `//2026///${slug}//`,
        `/x/../2026/./${slug}/`,
        `/2026%2F${slug}/`,
        `/2026/${encoded}/`,
      ]) {
        expect([path, (await ask(url, path)).status]).toEqual([path, 410]);
      }
      const { status, headers } = await ask(url, `/old/${alias}/`);
      expect([status, headers.location]).toEqual([301, `/2026/${slug}/`]);
    }
    await close();
  });

  test.runIf(isDeep)(
    'without the gate every kind of output lets something out, and this test sees it',
    async () => {
      const archive = project.read('src/record/archive.ts');
      const open = archive.replace(': visible(article, now)', ': true');
      expect(open).not.toBe(archive);
      project.write({ 'src/record/archive.ts': open });
      // else it would not build for an earlier moment than the last
      project.delete('.cache/releases');
      await project.build({ SITE_NOW: at(-1) });
      const files = found(project, 'draft').map((line) => line.split(' in ')[1] ?? '');
      const closed = OUTPUTS.filter(([, pattern]) => !files.some((file) => pattern.test(file)));
      expect(closed.map(([what]) => what)).toEqual([]);
    },
  );
});
