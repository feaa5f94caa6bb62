import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { movedPages } from '../../../src/outputs/moved-page.ts';
import { archiveOf, testSite } from '../../support/article.ts';
import type { Engine } from '../../support/engines.ts';

/*
 * The page at an old address, on a host without rules: where it leads a reader, whatever the host's policy.
 */

/** Its tests in an engine that is open. */
export function movedPageTests(engine: () => Engine): void {
  let server: Server;
  let url: string;
  let policy: string;
  let arrived: string[];
  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = request.url ?? '/';
      const html = {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policy,
      };
      if (!path.startsWith('/old/')) {
        arrived.push(path);
        // slow enough for another way to overtake it
        setTimeout(() => response.writeHead(200, html).end('<title>New</title>New'), 300);
        return;
      }
      const archive = archiveOf([], { site: testSite({ url }) });
      const pages = movedPages([{ from: '/old', to: '/new/' }], archive);
      response.writeHead(200, html).end(pages['old/index.html']);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  test.each([
    { says: 'none', with: '?q=Br%C3%BCcke&y=2026#all', to: '/new/?q=Br%C3%BCcke&y=2026#all' },
    { says: 'none', with: '', to: '/new/' },
    { says: "script-src 'self'", with: '?q=a', to: '/new/' },
  ])('with "$with" and a policy of $says, a reader comes to $to', async ({ says, to, ...old }) => {
    policy = says === 'none' ? '' : says;
    arrived = [];
    await engine()
      .open(`${url}old/${old.with}`)
      .catch(() => undefined);
    const place = () => location.pathname + location.search + location.hash;
    await vi.waitFor(async () => expect(await engine().run(place)).toBe(to), { timeout: 10_000 });
    expect(arrived.filter((path) => path.startsWith('/new/'))).toEqual([to.replace(/#.*/, '')]);
  });
}
