import { describe, expect, test } from 'vitest';
import { startEngine } from '../../../src/cli/engines.ts';
import { fixtureSite } from './fixture.ts';
import { observe } from './observatory.ts';
import { ask } from './request.ts';

describe('the HTTP Observatory', () => {
  test.each(['nginx', 'caddy', 'workerd'] as const)(
    'gives A+ at 130 or more: %s',
    async (engine) => {
      const site = await fixtureSite();
      const running = await startEngine(engine, { dir: site.dir, port: 0 });
      try {
        for (const path of ['/', '/2018/entry/', '/nope']) {
          const { headers, body } = await ask(running.url, path);
          const said = Object.fromEntries(
            Object.entries(headers).map(([name, value]) => [name, String(value)]),
          );
          // own-server.test.ts asks whether plain http leads to https
          const scan = observe({ headers: said, html: body.toString(), redirectsToHttps: true });
          expect(Object.values(scan.modifiers).filter((value) => value < 0)).toEqual([]);
          expect(scan.score, path).toBeGreaterThanOrEqual(path === '/nope' ? 130 : 140);
        }
      } finally {
        await running.close();
        site.remove();
      }
    },
  );

  test('takes points for what is wrong', () => {
    const bare = observe({ headers: {}, html: '', redirectsToHttps: false });
    expect(bare.score).toBe(100 - 25 - 20 - 20 - 5 - 20);
    const loose = observe({
      headers: { 'content-security-policy': "script-src 'unsafe-inline'" },
      html: '<script src="https://cdn.example/a.js"></script>',
      redirectsToHttps: true,
    });
    expect(loose.modifiers).toMatchObject({
      'content-security-policy': -20,
      'subresource-integrity': -50,
    });
  });
});
