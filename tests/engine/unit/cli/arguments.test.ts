import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Project } from '../../../support/project.ts';
import { scripts } from '../../../support/scripts.ts';

/** Our commands; `dev` takes what Astro takes. */
const COMMANDS = [...new Set(Object.values(scripts))].flatMap((script) => {
  const [, name] = /^node -r \S+ src\/cli\/([\w-]+)\.ts$/.exec(script) ?? [];
  return name === undefined || name === 'dev' ? [] : [name];
});

/** Commands that take files or words beside flags. */
const WITH_PATHS = ['check', 'register', 'new', 'delta', 'ping', 'upgrade'];

let project: Project;
beforeAll(() => {
  project = new Project();
});
afterAll(() => project.remove());

test('there are commands', () => {
  expect(COMMANDS.length).toBeGreaterThanOrEqual(10);
  expect(WITH_PATHS.filter((name) => !COMMANDS.includes(name))).toEqual([]);
});

test.each(COMMANDS)('%s refuses a mistyped flag in one sentence, with its usage', async (name) => {
  const { code, output } = await project.command(name, ['--drfats']);
  const call = name === 'start' ? 'npm start' : `npm run ${name}`;
  expect(output).toMatch(new RegExp(`^Unknown option '--drfats'\\.\\n${call}\\b.*\\n$`));
  expect(code).toBe(1);
});

test.each(COMMANDS.filter((name) => !WITH_PATHS.includes(name)))(
  '%s refuses a word that it does not take',
  async (name) => {
    const { code, output } = await project.command(name, ['drafts']);
    expect(output).toMatch(/^Unexpected argument 'drafts'\.\nnpm .*\n$/);
    expect(code).toBe(1);
  },
);

test.each([
  ['register', ['a.mdx'], 'Name files only after "--minor"'],
  ['delta', ['a', 'b', 'c'], 'Name two manifests'],
  ['ping', ['a', 'b'], 'Name one file'],
  ['delta', ['a', 'b'], 'There is no manifest at a.'],
  ['serve', ['--port', '80a'], '"80a" is not a port.'],
  ['start', ['--port', '0'], '"0" is not a port.'],
])('%s %j is refused', async (name, args, sentence) => {
  const { code, output } = await project.command(name, args);
  expect(output).toContain(sentence);
  expect(output).not.toContain('    at ');
  expect(code).toBe(1);
});

test.each([
  ['check', { npm_config_json: 'true' }, [], '--json'],
  ['build', { npm_config_force: 'true' }, [], '--force'],
  ['start', { npm_config_port: 'true' }, ['8080'], '--port'],
  ['dev', { npm_config_host: 'true' }, [], '--host'],
  ['new', { npm_config_tags: 'india' }, ['A bank writes a rule'], '--tags'],
])('%s says that npm took its flag, and does nothing', async (name, env, args, flag) => {
  const { code, output } = await project.run(name, args, env);
  expect(output).toMatch(new RegExp(`^npm took "${flag}" for its own\\..*\nnpm .*\n$`));
  expect(code).toBe(1);
  expect(project.files('content')).toEqual([]);
});

test('a port that is taken is said before anything is built', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const { code, output } = await project.run('start', ['--port', String(port)]);
  other.close();
  expect(output).toBe(`Port ${port} is taken. Choose another with --port.\n`);
  expect(code).toBe(1);
});

test('a command whose reader has gone ends without a word', async () => {
  const child = spawn(process.execPath, ['src/cli/check.ts'], { cwd: project.root });
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  const [code] = await once(child, 'close');
  expect([said, code]).toEqual(['', 141]);
});
