import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, type Running, startEngine } from '../../../src/cli/engines.ts';
import { fixtureSite, tableAt } from './fixture.ts';
import { ask } from './request.ts';

/*
 * A site below a path of its host (`https://docket.example/news/`): the same answers, further down, and the
 * rest of the host is left to what else is there.
 */

const TABLE = tableAt('/news/');
let site: Awaited<ReturnType<typeof fixtureSite>>;
beforeAll(async () => {
  site = await fixtureSite(TABLE);
});
afterAll(() => site.remove());

describe.each(ENGINES)('%s', (engine) => {
  let running: Running;
  beforeAll(async () => {
    running = await startEngine(engine, { dir: site.dir, port: 0 });
  });
  afterAll(() => running?.close());

  test.each([
    ['/news/', 200, 'Home'],
    ['/news/2018/entry/', 200, 'An entry'],
    ['/news/_assets/site.abc123.css', 200, 'p { color'],
    ['/news/.well-known/security.txt', 200, 'Contact'],
    ['/news/nope', 404, 'There is no such page'],
    ['/news/.edge/table.json', 404, 'There is no such page'],
    ['/news/_headers', 404, 'There is no such page'],
    ['/news/2018/withdrawn/', 410, 'This entry was withdrawn'],
  ])('%s: %i', async (path, status, text) => {
    const { status: said, headers, body } = await ask(running.url, path);
    expect(said).toBe(status);
    expect(body.toString()).toContain(text);
    expect(headers).toMatchObject({
      'content-security-policy': TABLE.always['Content-Security-Policy'],
      ...(status >= 400 && { 'cache-control': 'no-cache' }),
    });
  });

  test.each(['/2018/entry/', '/_headers', '/newsletter/'])('%s is not its own', async (path) => {
    const { status, headers, body } = await ask(running.url, path);
    const isPart = engine === 'nginx' || engine === 'caddy';
    expect([status, body.toString().trim()]).toEqual(
      isPart ? [200, 'Another site of this host.'] : [404, expect.stringContaining('no such page')],
    );
    if (isPart) expect(headers).not.toHaveProperty('content-security-policy');
  });

  test.each([
    ['/news', '/news/'],
    ['/news/2018/entry?a=1', '/news/2018/entry/?a=1'],
    ['/news/old/?a=1', '/news/2018/entry/?a=1'],
  ])('%s leads to %s', async (path, to) => {
    expect((await ask(running.url, path)).headers.location).toBe(to);
  });
});
