import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Project } from '../../support/project.ts';
import { launchChromium } from '../../tools/chromium.ts';

const file = 'content/articles/2026/first.mdx';
const article = (tags: string) =>
  `---\ntitle: The first rule\ndescription: D.\npubDate: 2026-01-02\nnumber: 26-1\ntags: [${tags}]\n---\n\nText.\n`;

let project: Project;
let server: ChildProcess;
let browser: Browser;
let url = '';
let said = '';

beforeAll(async () => {
  project = new Project({
    'content/tags.yaml': 'china: { name: China, group: place, description: D. }\n',
    'content/authors/desk.yaml': 'name: The desk\n',
    [file]: article('china'),
  });
  const dev = join(project.root, 'src/cli/dev.ts');
  server = spawn(process.execPath, [dev, '--port', '24680'], {
    cwd: project.root,
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
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
  await vi.waitFor(() => expect(said).toMatch(/http:\/\/localhost:\d+/), {
    timeout: 60_000,
    interval: 200,
  });
  url = /http:\/\/localhost:\d+/.exec(said)?.[0] ?? '';
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  server?.kill();
  project?.remove();
});

test('a mistake shows over the page and in the terminal, and goes when it is mended', async () => {
  const page = await browser.newPage();
  await page.goto(url);
  await page.getByText('The first rule').first().waitFor();
  const overlay = page.locator('vite-error-overlay');
  expect(await overlay.count()).toBe(0);

  project.write({ [file]: article('chna') });
  const line = `${file}:6:8 tags[0]: There is no tag "chna". Did you mean "china"?`;
  await overlay.getByText(line).waitFor({ timeout: 30_000 });
  expect(said).toContain(line);

  project.write({ [file]: article('china') });
  await overlay.waitFor({ state: 'detached', timeout: 30_000 });
  await page.getByText('The first rule').first().waitFor();
});
