import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { freePort, nginxModules } from '../../../src/cli/engines.ts';
import { caddyfile } from '../../../src/outputs/edge/caddy.ts';
import { nginxConfig } from '../../../src/outputs/edge/nginx.ts';
import { fixtureSite, TABLE } from './fixture.ts';
import { ask } from './request.ts';

/*
 * The configurations as they are written for a server of one's own, certificates and all, with
 * nothing changed but ports and where the certificate comes from.
 */

const work = mkdtempSync(join(tmpdir(), 'own-server-'));
let site: Awaited<ReturnType<typeof fixtureSite>>;
beforeAll(async () => {
  site = await fixtureSite();
});
afterAll(() => {
  site.remove();
  rmSync(work, { recursive: true, force: true });
});

interface Ports {
  plain: number;
  tls: number;
}

function startNginx({ plain, tls }: Ports): ChildProcess {
  const files = { certificate: join(work, 'cert.pem'), key: join(work, 'key.pem') };
  const certificate = 'req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=docket.example -keyout';
  execFileSync('openssl', [...certificate.split(' '), files.key, '-out', files.certificate], {
    stdio: 'ignore',
  });
  const listen = { plain: [`127.0.0.1:${plain}`], tls: [`127.0.0.1:${tls}`] };
  writeFileSync(
    join(work, 'site.conf'),
    nginxConfig(TABLE, { root: site.dir, tls: files, listen }),
  );
  writeFileSync(
    join(work, 'nginx.conf'),
    `${nginxModules()}
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off; pid ${work}/pid; events {} http { access_log off; include ${work}/site.conf; }`,
  );
  const args = ['-e', 'stderr', '-p', work, '-c', join(work, 'nginx.conf')];
  execFileSync('nginx', ['-t', '-q', ...args]);
  return spawn('nginx', args, { stdio: 'ignore' });
}

function startCaddy({ plain, tls }: Ports): ChildProcess {
  const path = join(work, 'Caddyfile');
  const options = `{
	admin off
	local_certs
	skip_install_trust
	http_port ${plain}
	https_port ${tls}
}
`;
  writeFileSync(path, options + caddyfile(TABLE, { root: site.dir, address: TABLE.host }));
  return spawn('caddy', ['run', '--config', path, '--adapter', 'caddyfile'], {
    stdio: 'ignore',
    env: { ...process.env, HOME: work, XDG_DATA_HOME: work, XDG_CONFIG_HOME: work },
  });
}

describe.each([
  ['nginx', startNginx],
  ['caddy', startCaddy],
] as const)('%s with certificates', (_name, start) => {
  let server: ChildProcess;
  let ports: Ports;
  const headers = { host: 'docket.example' };
  const secure = (path: string, more: Record<string, string> = {}) =>
    ask(`https://127.0.0.1:${ports.tls}`, path, { headers: { ...headers, ...more } });

  beforeAll(async () => {
    ports = { plain: await freePort(0), tls: await freePort(0) };
    server = start(ports);
    await vi.waitFor(async () => expect((await secure('/')).status).toBe(200), 120_000);
  });
  afterAll(() => server?.kill());

  test.each(['docket.example', 'www.docket.example'])(
    'plain http leads to https on the same host: %s',
    async (host) => {
      const answer = await ask(`http://127.0.0.1:${ports.plain}`, '/2018/entry/?a=1', {
        headers: { host },
      });
      expect([301, 308]).toContain(answer.status);
      // the port is that of the test
      const to = answer.headers.location?.replace(`:${ports.tls}`, '');
      expect(to).toBe(`https://${host}/2018/entry/?a=1`);
    },
  );

  test('a name that is not the site’s is never said back', async () => {
    const evil = { host: 'evil.example', 'x-forwarded-host': 'evil.example' };
    const plain = await ask(`http://127.0.0.1:${ports.plain}`, '/x', { headers: evil });
    expect(JSON.stringify(plain.headers) + plain.body).not.toContain('evil');
    // the certificate is asked for by the site's name, the page by another
    const answer = await ask(`https://127.0.0.1:${ports.tls}`, '/2018/entry', {
      headers: evil,
      servername: 'docket.example',
    });
    expect(JSON.stringify(answer.headers) + answer.body).not.toContain('evil');
  });

  test('the other name leads to the host, and says that it speaks https', async () => {
    const answer = await secure('/2018/entry/?a=1', { host: 'www.docket.example' });
    expect(answer.status).toBe(301);
    expect(answer.headers.location).toBe('https://docket.example/2018/entry/?a=1');
    expect(answer.headers['strict-transport-security']).toContain('max-age=63072000');
  });

  test('pages come over HTTP/2, compressed, with every header', async () => {
    const answer = await secure('/2018/entry/', { 'accept-encoding': 'br' });
    expect(answer.headers['content-encoding']).toBe('br');
    for (const [name, value] of Object.entries(TABLE.always)) {
      expect(answer.headers[name.toLowerCase()]).toBe(value);
    }
    const protocol = await new Promise((resolve, reject) => {
      const options = { servername: TABLE.host, rejectUnauthorized: false, ALPNProtocols: ['h2'] };
      const socket = connect(ports.tls, '127.0.0.1', options, () => {
        resolve(socket.alpnProtocol);
        socket.end();
      });
      socket.once('error', reject);
    });
    expect(protocol).toBe('h2');
  });
});
