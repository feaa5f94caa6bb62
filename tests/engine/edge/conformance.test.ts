import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, type Running, startEngine } from '../../../src/cli/engines.ts';
import { mediaType } from '../../../src/lib/media.ts';
import { Edge } from '../../../src/outputs/edge/match.ts';
import { askedOf, factsOf } from './asking.ts';
import { DIFFERENCES } from './differences.ts';
import { FILES, fixtureSite, TABLE } from './fixture.ts';
import { HOSTILE } from './hostile.ts';
import { QUESTIONS } from './questions.ts';
import { type Answer, ask } from './request.ts';
import { SPELT } from './spellings.ts';

const edge = new Edge(TABLE);
let site: Awaited<ReturnType<typeof fixtureSite>>;

beforeAll(async () => {
  site = await fixtureSite();
});
afterAll(() => site.remove());

describe.each(ENGINES)('%s', (engine) => {
  let running: Running;
  let origin = '';
  let said = '';
  beforeAll(async () => {
    running = await startEngine(engine, { dir: site.dir, port: 0 });
    origin = running.url;
    said = running.output();
  });
  afterAll(() => running?.close());

  const differences = DIFFERENCES.filter((difference) => difference.engine === engine);

  test.each(QUESTIONS)('$name: $path', async (question) => {
    const asked = askedOf(question, differences);
    expect(await factsOf(origin, asked)).toEqual(asked.expect);
  });

  test.each([
    [`${SPELT.length} spellings of addresses`, SPELT],
    [`${HOSTILE.length} questions of robots and broken programs`, HOSTILE],
  ])('%s', async (_, questions) => {
    for (const question of questions) {
      const asked = askedOf(question, differences);
      expect(await factsOf(origin, asked), `${question.name}: ${question.path}`).toEqual(
        asked.expect,
      );
    }
  });

  test.each(Object.keys(FILES).filter((path) => !/404|withdrawn|撤回/.test(path)))(
    'every header of %s',
    async (file) => {
      const path = `/${file.replace(/(?:^|(?<=\/))index\.html$/, '')}`;
      const wanted = { 'Content-Type': mediaType(file), ...edge.headers(path, 200) };
      const answer = await ask(origin, encodeURI(path));
      expect(answer.status).toBe(200);
      expect(pick(answer, wanted)).toEqual(lowerCase(wanted));
      expect(answer.headers['last-modified'], 'file times are no dates').toBeUndefined();
    },
  );

  test('security headers on errors, redirects and refusals', async () => {
    const wanted = TABLE.always;
    for (const [path, method] of [
      ['/nope', 'GET'],
      ['/_assets/nope.css', 'GET'],
      ['/2018/withdrawn/', 'GET'],
      ['/old', 'GET'],
      ['/2018/entry', 'GET'],
      ['/', 'POST'],
    ] as const) {
      const answer = await ask(origin, path, { method });
      expect(pick(answer, wanted), `${method} ${path}`).toEqual(lowerCase(wanted));
    }
  });

  test('nothing of a kind stays on an error: a missing style is neither typed nor cached as one', async () => {
    for (const path of ['/_assets/nope.css', '/pagefind/nope.js', '/topics/nope/rss.xml']) {
      const { headers } = await ask(origin, path);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  test.each(['', 'br', 'gzip'])(
    'a copy that is current gets 304 (compressed: "%s")',
    async (coding) => {
      const headers = { 'accept-encoding': coding };
      const first = await ask(origin, '/2018/entry/', { headers });
      const tag = first.headers.etag ?? '';
      expect(tag).toMatch(/^(?:W\/)?"[^"]+"$/);
      const again = await ask(origin, '/2018/entry/', {
        headers: { ...headers, 'if-none-match': tag },
      });
      expect(again.status).toBe(304);
      expect(again.body.length).toBe(0);
      expect(again.headers['cache-control']).toBe(first.headers['cache-control']);
      const other = await ask(origin, '/2018/entry/', {
        headers: { ...headers, 'if-none-match': '"x"' },
      });
      expect(other.status).toBe(200);
    },
  );

  test('a date alone never gets 304: dates say nothing here', async () => {
    const headers = { 'if-modified-since': 'Sun, 22 Nov 2026 12:00:00 GMT' };
    expect((await ask(origin, '/2018/entry/', { headers })).status).toBe(200);
  });

  test('a redirect is one hop, and its page is there', async () => {
    for (const { from, to } of TABLE.redirects) {
      for (const path of [from, `${from}/`]) {
        expect((await ask(origin, encodeURI(path))).headers.location).toBe(to);
        expect((await ask(origin, to)).status).toBe(200);
      }
    }
  });

  test('what a name says that is not the site’s is never said back', async () => {
    for (const path of ['/', '/2018/entry', '/old', '//2018/entry/', '/nope', '/2018/withdrawn/']) {
      const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example' };
      const answer = await ask(origin, path, { headers });
      expect(JSON.stringify(answer.headers), path).not.toContain('evil');
      expect(answer.body.toString(), path).not.toContain('evil');
    }
  });

  test('no path leads a browser to another site', async () => {
    for (const path of [
      '//evil.example/',
      '//evil.example',
      '//evil.example/index.html',
      '//2018/entry',
      '//2018/entry/index.html',
      '/%5Cevil.example/index.html',
      '/\\evil.example/index.html',
      '/%2F%2Fevil.example/index.html',
      '/%2Fevil.example/..%2F2018/entry',
    ]) {
      const { status, headers } = await ask(origin, path);
      expect(status, path).toBeLessThan(500);
      const to = new URL(headers.location ?? '/', 'https://docket.example/');
      expect(to.host, `${path} -> ${headers.location}`).toBe('docket.example');
    }
  });

  test('no path leads out of the site', async () => {
    for (const path of [
      '/../../../../etc/passwd',
      '/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
      '/..%2f..%2f..%2fetc/passwd',
      '/_assets/%2e%2e%2f%2e%2e%2fcache/',
      '/a%00b',
      '/%ff',
      '/%zz',
    ]) {
      const { status, body } = await ask(origin, path);
      expect([400, 404], path).toContain(status);
      expect(body.toString(), path).not.toContain('root:');
    }
  });

  test('a taken port is said, and nobody else’s answers are taken for its own', async () => {
    const port = Number(new URL(origin).port);
    const again = startEngine(engine, { dir: site.dir, port });
    await expect(again).rejects.toThrow(`Port ${port} is taken. Choose another with --port.`);
  });

  test('it has nothing to say against its configuration', () => {
    expect(said).not.toMatch(
      /invalid|ignor|\[(?:warn|error|emerg)\]|\bERROR\b|"level":"error"|not formatted/i,
    );
    if (engine === 'workerd') expect(said).toMatch(/Parsed \d+ valid header rules/);
  });
});

test('a file of every kind is asked for', () => {
  const asked = Object.keys(FILES).flatMap((file) =>
    edge.kindsOf(`/${file.replace(/(?:^|(?<=\/))index\.html$/, '')}`),
  );
  expect(new Set(asked)).toEqual(new Set(TABLE.kinds));
});

const ALL = [...QUESTIONS, ...SPELT, ...HOSTILE];

test('at least 320 questions are asked, each of its own name', () => {
  const names = ALL.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(320);
});

test('every difference is one', () => {
  for (const { questions, engine, facts, alone } of DIFFERENCES) {
    for (const name of questions) {
      const question = ALL.find((candidate) => candidate.name === name);
      expect(question, `${engine}: ${name}`).toBeDefined();
      for (const [fact, value] of alone ? [] : Object.entries(facts)) {
        expect(question?.expect, `${engine}: ${name}`).not.toHaveProperty(fact, value);
      }
    }
  }
});

function pick({ headers }: Answer, wanted: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.keys(wanted).map((name) => [name.toLowerCase(), headers[name.toLowerCase()]]),
  );
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}
