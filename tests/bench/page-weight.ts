import { brotliCompressSync } from 'node:zlib';
import type { Browser, Response } from 'playwright-core';
import { isCompressible } from '../../src/lib/media.ts';

/** What a page is made of. */
export const PARTS = ['HTML', 'CSS', 'JS', 'fonts', 'other'] as const;
export type Part = (typeof PARTS)[number];

/** Bytes, as they are in the file and as they go over the wire. */
export interface Weight {
  raw: number;
  /** Compressed with brotli at its best; fonts and images are as they are. */
  brotli: number;
}

/** What a browser fetches to show a page. */
export interface PageWeight {
  requests: number;
  parts: Record<Part, Weight>;
}

const PART_OF: Readonly<Record<string, Part>> = {
  document: 'HTML',
  stylesheet: 'CSS',
  script: 'JS',
  font: 'fonts',
};

/** Opens a page on a phone, with nothing in the cache, and weighs what is fetched until it rests. */
export async function weighPage(browser: Browser, url: string): Promise<PageWeight> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    await page.goto(url, { waitUntil: 'networkidle' });
    return await addUp(responses);
  } finally {
    await context.close();
  }
}

async function addUp(responses: readonly Response[]): Promise<PageWeight> {
  const parts: Record<Part, Weight> = {
    HTML: { raw: 0, brotli: 0 },
    CSS: { raw: 0, brotli: 0 },
    JS: { raw: 0, brotli: 0 },
    fonts: { raw: 0, brotli: 0 },
    other: { raw: 0, brotli: 0 },
  };
  for (const response of responses) {
    const part = parts[PART_OF[response.request().resourceType()] ?? 'other'];
    const { raw, brotli } = weigh(await response.body(), canCompress(response));
    part.raw += raw;
    part.brotli += brotli;
  }
  return { requests: responses.length, parts };
}

function canCompress(response: Response): boolean {
  const { pathname } = new URL(response.url());
  return PART_OF[response.request().resourceType()] === 'HTML' || isCompressible(pathname);
}

/** Bytes of a file, and of its compressed form where compressing gains something. */
export function weigh(bytes: Uint8Array, compress: boolean): Weight {
  const raw = bytes.length;
  return { raw, brotli: compress ? Math.min(raw, brotliCompressSync(bytes).length) : raw };
}
