/*
 * `npm run look`: pictures of every kind of page in `look/`, at three widths and in both schemes,
 * and as printed. Looks at the built site in `dist/`.
 */
import '../../src/cli/mistakes.ts';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { siteFolder } from '../../src/cli/paths.ts';
import { readArguments } from '../../src/cli/say.ts';
import { serveSite } from '../../src/cli/server.ts';
import { launchChromium } from './chromium.ts';
import { pageKinds } from './page-kinds.ts';

const WIDTHS = [390, 820, 1440];
const SCHEMES = ['light', 'dark'] as const;

readArguments({}, 'npm run look');
const root = fileURLToPath(new URL('../..', import.meta.url));
const dir = siteFolder();
const out = join(root, 'look');

try {
  const pictures = await look();
  console.log(`${pictures} pictures in look/.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function look(): Promise<number> {
  const served = await serveSite({ dir, port: 0 });
  const browser = await launchChromium();
  try {
    await rm(out, { recursive: true, force: true });
    await mkdir(out, { recursive: true });
    let pictures = 0;
    for (const { kind, path } of pageKinds(dir)) {
      pictures += await takePictures(browser, kind, served.url + path);
    }
    return pictures;
  } finally {
    await browser.close();
    await served.close();
  }
}

async function takePictures(browser: Browser, kind: string, url: string): Promise<number> {
  const page = await browser.newPage();
  let taken = 0;
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, media: 'screen' });
      await page.goto(url, { waitUntil: 'load' });
      await page.screenshot({
        path: join(out, `${kind}-${width}-${colorScheme}.png`),
        fullPage: true,
      });
      taken += 1;
    }
  }
  await page.emulateMedia({ colorScheme: 'light', media: 'print' });
  await page.pdf({ path: join(out, `${kind}.pdf`), preferCSSPageSize: true, format: 'A4' });
  await page.close();
  return taken + 1;
}
