import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { serveSite } from '../../../../src/cli/server.ts';
import { accepts, matches, readRange } from '../../../../src/lib/http.ts';
import { TABLE } from '../../edge/fixture.ts';
import { ask } from '../../edge/request.ts';

describe('Accept-Encoding', () => {
  test.each([
    ['gzip, deflate, br', 'br', true],
    ['gzip', 'br', false],
    ['*', 'br', true],
    ['br;q=0, *', 'br', false],
    ['gzip;q=1.0, br;q=0.0', 'br', false],
    ['BR', 'br', true],
    ['brx', 'br', false],
    [undefined, 'gzip', false],
    ['', 'gzip', false],
  ])('%s takes %s: %s', (header, coding, taken) => {
    expect(accepts(header, coding)).toBe(taken);
  });
});

describe('Range', () => {
  test.each([
    ['bytes=0-9', [0, 9]],
    ['bytes=90-', [90, 99]],
    ['bytes=-10', [90, 99]],
    ['bytes=-1000', [0, 99]],
    ['bytes=50-1000', [50, 99]],
    ['bytes=100-', 'none'],
    ['bytes=-0', 'none'],
    ['bytes=9-0', 'whole'],
    ['bytes=0-1,5-6', 'whole'],
    ['lines=0-1', 'whole'],
    [undefined, 'whole'],
  ])('%s of 100 bytes', (header, range) => {
    expect(readRange(header, 100)).toEqual(range);
  });
});

describe('If-None-Match', () => {
  test.each([
    ['"a"', true],
    ['W/"a"', true],
    ['"b", "a"', true],
    ['*', true],
    ['"b"', false],
    [undefined, false],
  ])('%s against "a": %s', (header, current) => {
    expect(matches(header, '"a"')).toBe(current);
  });
});

test('a site that an older engine built, whose table lacks what came later, is served', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'older-'));
  mkdirSync(join(dir, '.edge'));
  const { queries: _, ...older } = TABLE;
  writeFileSync(join(dir, '.edge/table.json'), JSON.stringify(older));
  writeFileSync(join(dir, 'index.html'), 'The front page.');
  const server = await serveSite({ dir, port: 0 });
  try {
    const answer = await fetch(`${server.url}?p=12`);
    expect([answer.status, await answer.text()]).toEqual([200, 'The front page.']);
  } finally {
    await server.close();
    rmSync(dir, { recursive: true });
  }
});

test('a whole address in the request, as proxies send it, is answered by its path', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'whole-'));
  mkdirSync(join(dir, '.edge'));
  // else the server takes the address of whoever's publication this is
  writeFileSync(join(dir, '.edge/table.json'), JSON.stringify(TABLE));
  writeFileSync(join(dir, 'index.html'), 'Home');
  writeFileSync(join(dir, '404.html'), 'Missing');
  const { url, close } = await serveSite({ dir, port: 0 });
  try {
    for (const [path, status, text] of [
      ['http://evil.example/', 200, 'Home'],
      ['http://evil.example', 200, 'Home'],
      ['https://evil.example?a=1', 200, 'Home'],
      ['http://evil.example/nope', 404, 'Missing'],
      ['ftp://evil.example/', 404, 'Missing'],
      ['*', 404, 'Missing'],
    ] as const) {
      const answer = await ask(url, path);
      expect([path, answer.status, answer.body.toString()]).toEqual([path, status, text]);
    }
  } finally {
    await close();
    rmSync(dir, { recursive: true });
  }
});
