import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Project, TEST_NOW } from '../../support/project.ts';

const file = 'content/articles/2026/first.mdx';
const article = (text: string, fields = 'tags: [china]') =>
  `---\ntitle: The first rule\ndescription: D.\npubDate: 2026-12-02\nnumber: 26-1\n${fields}\n---\n\n${text}\n`;
const WAIT = { timeout: 60_000, interval: 100 };

let project: Project;
let server: ChildProcess;
let said = '';
let url = '';

beforeAll(async () => {
  project = new Project({
    'content/tags.yaml': 'china: { name: China, group: place, description: D. }\n',
    'content/authors/desk.yaml': 'name: The desk\n',
    [file]: article('Text.'),
  });
  server = spawn(process.execPath, [join(project.root, 'src/cli/dev.ts')], {
    cwd: project.root,
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      SITE_NOW: TEST_NOW,
      NODE_ENV: '',
      VITEST: '',
      NO_COLOR: '1',
    },
  });
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  // another port than it asks for, when that is taken
  await vi.waitFor(() => expect(said).toMatch(/http:\/\/localhost:\d+/), WAIT);
  url = /http:\/\/localhost:\d+/.exec(said)?.[0] ?? '';
  await vi.waitFor(async () => expect((await fetch(url)).status).toBe(200), WAIT);
});

afterAll(() => {
  server?.kill();
  project?.remove();
});

async function page(path: string): Promise<string> {
  return (await fetch(url + path)).text();
}

test('a future entry is there, with the card that is drawn for it', async () => {
  const html = await page('/2026/first/');
  expect(html).toContain('The first rule');
  const card = /\/cards\/[^"]+\.png/.exec(html)?.[0] ?? '';
  const answer = await fetch(url + card);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
});

test('a saved word is on its page, and what follows from it on others', async () => {
  project.write({ [file]: article('Another word.').replace('The first rule', 'The only rule') });
  await vi.waitFor(async () => expect(await page('/2026/first/')).toContain('Another word.'), WAIT);
  expect(await page('/topics/china/')).toContain('The only rule');
});

test('the content is read once for a save: what is wrong is said once', async () => {
  project.write({ [file]: article('Text.', 'tags: [chna]') });
  const mistake = 'tags[0]: There is no tag "chna". Did you mean "china"?';
  await vi.waitFor(() => expect(said).toContain(mistake), WAIT);
  // every page asks for what was read
  for (const path of ['/', '/archive/', '/topics/', '/rss.xml']) await page(path);
  expect(said.split(mistake)).toHaveLength(2);
});

test('an article with a mistake shows its last good text until it is mended', async () => {
  project.write({ [file]: article('A good text.') });
  await vi.waitFor(async () => expect(await page('/2026/first/')).toContain('A good text.'), WAIT);
  project.write({ [file]: article('A <Note>text.') });
  await vi.waitFor(() => expect(said).toContain('<Note>'), WAIT);
  const answer = await fetch(`${url}/2026/first/`);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('A good text.');
  project.write({ [file]: article('A mended text.') });
  await vi.waitFor(
    async () => expect(await page('/2026/first/')).toContain('A mended text.'),
    WAIT,
  );
});

test('what code shows is no link and no picture', async () => {
  const code = '<a href="/imprint/">x</a> <img src="/assets/none.png">';
  project.write({ [file]: article(`Shown as code.\n\n\`\`\`\n${code}\n\`\`\``) });
  await vi.waitFor(
    async () => expect(await page('/2026/first/')).toContain('Shown as code.'),
    WAIT,
  );
  expect(await page('/2026/first/')).toMatch(/(?:&lt;|&#x3C;)img src=/);
  expect(said).not.toContain('none.png');
});

test('a changed fact of the configuration is on the pages, and a wrong one is said and mended', async () => {
  project.configure({ name: 'Another name' });
  await vi.waitFor(async () => expect(await page('/')).toContain('Another name'), WAIT);
  project.configure({ name: '' });
  await vi.waitFor(() => expect(said).toContain('src/publication/site.config.ts: name: '), WAIT);
  project.configure({ name: 'A third name' });
  await vi.waitFor(async () => expect(await page('/')).toContain('A third name'), WAIT);
});

test('what a build makes beside it is not watched', async () => {
  const before = said.length;
  const made = ['.cache/a.json', 'dist/index.html', 'look/home.png', 'portable/index.html'];
  project.write(Object.fromEntries(made.map((path) => [path, 'x'])));
  project.write({ [file]: article('Another word, Zymurgy.') });
  await vi.waitFor(async () => expect(await page('/2026/first/')).toContain('Zymurgy'), WAIT);
  for (const path of made) expect(said.slice(before)).not.toContain(path);
});
