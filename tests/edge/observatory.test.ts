import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { startEngine } from '../../src/cli/engines.ts';
import { caddyfile } from '../../src/outputs/edge/caddy.ts';
import { nginxConfig } from '../../src/outputs/edge/nginx.ts';
import { fixtureSite, TABLE } from './fixture.ts';
import { observe } from './observatory.ts';
import { ask } from './request.ts';

const work = mkdtempSync(join(tmpdir(), 'tls-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

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

describe('the configurations for a server of one’s own', () => {
  test('nginx takes the whole of it, with certificates', () => {
    const files = { certificate: join(work, 'cert.pem'), key: join(work, 'key.pem') };
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-days',
        '1',
        '-subj',
        '/CN=docket.example',
      ].concat(['-keyout', files.key, '-out', files.certificate]),
      { stdio: 'ignore' },
    );
    const listen = { plain: ['127.0.0.1:20141'], tls: ['127.0.0.1:20142'] };
    writeFileSync(join(work, 'site.conf'), nginxConfig(TABLE, { root: work, tls: files, listen }));
    const main = `load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
pid ${work}/pid; events {} http { include ${work}/site.conf; }`;
    writeFileSync(join(work, 'nginx.conf'), main);
    execFileSync('nginx', ['-t', '-q', '-e', 'stderr', '-p', work, '-c', join(work, 'nginx.conf')]);
  });

  test('Caddy takes the whole of it', () => {
    const path = join(work, 'Caddyfile');
    writeFileSync(path, caddyfile(TABLE, { root: work, address: 'docket.example' }));
    execFileSync('caddy', ['adapt', '--config', path], {
      stdio: 'pipe',
      env: { ...process.env, HOME: work },
    });
  });
});
