import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Project } from '../../../support/project.ts';

const KEY = '0123456789abcdef';
let project: Project;
let listener: Server;
let heard: string[] = [];

beforeAll(async () => {
  listener = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      heard.push(`${request.method} ${request.url} ${Buffer.concat(chunks)}`);
      response.writeHead(request.url === '/hub' ? 204 : 403).end();
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  project = new Project();
  const at = `http://127.0.0.1:${port}`;
  project.configure({
    ping: { indexNow: { key: KEY, endpoint: `${at}/indexnow` }, hubs: [`${at}/hub`] },
  });
  project.write({
    'delta.json': JSON.stringify({
      differences: [
        { path: '2018/x/index.html', change: 'added' },
        { path: 'rss.xml', change: 'changed' },
      ],
    }),
  });
});
beforeEach(() => {
  heard = [];
});
afterAll(() => {
  listener.close();
  project.remove();
});

test('nobody is told unless somebody says so', async () => {
  const { code, output } = await project.run('ping', ['delta.json']);
  expect(code).toBe(0);
  expect(output).toContain('https://quay.example/2018/x/');
  expect(output).toContain('Nothing was sent');
  expect(heard).toEqual([]);
});

test('with --send all are told, and a refusal is said, not an error', async () => {
  const { code, output } = await project.run('ping', ['delta.json', '--send']);
  expect(code).toBe(0);
  expect(output).toContain('taken: 204');
  expect(output).toContain('refused: 403');
  expect(heard.map((said) => said.split(' ').slice(0, 2).join(' '))).toEqual([
    'POST /indexnow',
    'POST /hub',
  ]);
});

test('what is no delta is said with the command that makes one', async () => {
  const { code, output } = await project.run('ping', ['package.json']);
  expect(code).toBe(1);
  expect(output).toContain('package.json is not a delta');
});
