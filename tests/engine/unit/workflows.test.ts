import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Project } from '../../support/project.ts';

/*
 * What a workflow may do: the rules that keep a stranger's pull request, a moved tag or an install
 * script from reaching the site or its secrets.
 */

interface Job {
  if?: string;
  needs?: string[];
  strategy?: { matrix: { os: string[] } };
  permissions?: Record<string, string>;
  environment?: unknown;
  steps: { if?: string; uses?: string; run?: string; with?: Record<string, unknown> }[];
}
interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

const folder = fileURLToPath(new URL('../../../.github/workflows/', import.meta.url));
const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(folder + name, 'utf8');
  return { name, text, workflow: parse(text) as Workflow };
});

describe.each(workflows)('$name', ({ text, workflow }) => {
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  test('every action is pinned by its whole hash, and says its version', () => {
    const uses = text.split('\n').filter((line) => /\buses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('nothing may write but what registers, and what deploys to GitHub Pages', () => {
    expect(Object.values(workflow.permissions)).not.toContain('write');
    for (const [name, { permissions = {} }] of jobs) {
      if (name === 'pages') expect(permissions).toEqual({ pages: 'write', 'id-token': 'write' });
      else if (name === 'build') {
        expect(permissions).toEqual({ contents: 'write', 'pull-requests': 'write' });
      } else expect(Object.values(permissions)).not.toContain('write');
    }
  });

  test('no code of a pull request meets a secret, nor stays logged in', () => {
    expect(workflow.on).not.toHaveProperty('pull_request_target');
    expect(workflow.on).not.toHaveProperty('workflow_run');
    for (const [name, job] of jobs) {
      const secret = JSON.stringify(job).includes('secrets.');
      if (!secret) continue;
      expect(workflow.on, name).not.toHaveProperty('pull_request');
      expect(job.environment, name).toBe('production');
    }
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))) {
      expect(step.with).toMatchObject({ 'persist-credentials': false });
    }
  });

  test('no install script runs', () => {
    for (const { run = '' } of steps) {
      for (const [install] of run.matchAll(/npm (?:ci|install|i|rebuild)\b.*/g)) {
        expect(install).toMatch(/^npm ci --ignore-scripts\b/);
      }
    }
  });

  test('nothing that others can write is put into a script', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });
});

describe('what is announced', () => {
  const { announce } = workflows.find(({ name }) => name === 'deploy.yml')?.workflow.jobs ?? {};
  const scripts = announce?.steps.map(({ run = '' }) => run).filter((run) => run !== '') ?? [];

  test('is what a deploy that succeeded has put out', () => {
    const { if: condition = '', needs = [] } = announce ?? {};
    expect(needs).toEqual(['pages', 'cloudflare', 'netlify', 'rsync']);
    for (const host of needs) expect(condition).toContain(`needs.${host}.result == 'success'`);
    expect(condition).not.toMatch(/always|failure/);
  });

  // the script runs on Linux
  test.skipIf(process.platform === 'win32')(
    'is what has changed since the last of them, whatever was built between',
    async () => {
      const project = new Project();
      const manifest = (pages: Record<string, string>) => {
        const files = Object.entries(pages).map(([path, hash]) => [
          path,
          { hash, size: 1, from: path },
        ]);
        return JSON.stringify({
          version: 1,
          code: '',
          pages: {},
          steps: {},
          files: Object.fromEntries(files),
        });
      };
      const deployed = (pages: Record<string, string>): string => {
        project.write({ 'manifest.json': manifest(pages) });
        const said = scripts
          .filter((run) => !run.startsWith('npm ci'))
          .map((run) =>
            execFileSync('bash', ['-e', '-c', run], { cwd: project.root, env }).toString(),
          );
        return said.join('');
      };
      const env = { ...process.env, SEND: '', NODE_ENV: '', VITEST: '', NODE_OPTIONS: '' };
      project.configure({
        ping: {
          indexNow: { key: 'abcdefgh', endpoint: 'https://search.example/indexnow' },
          hubs: [],
        },
      });
      try {
        expect(deployed({ 'index.html': 'a', 'one/index.html': 'a' })).toBe('');
        // a build whose deploy failed came between: this job did not run for it
        const said = deployed({ 'index.html': 'a', 'one/index.html': 'c', 'two/index.html': 'b' });
        expect([...said.matchAll(/https:\/\/[^"]+\/(?:one|two)\/|"[^"]+\/"/g)]).toHaveLength(2);
        expect(deployed({ 'index.html': 'a', 'one/index.html': 'c', 'two/index.html': 'b' })).toBe(
          'Nothing to announce, or nobody in site.config.ts to tell.\n',
        );
      } finally {
        project.remove();
      }
    },
  );
});

test('a run can do without what earlier runs have kept, and keeps what it makes', () => {
  const { build } = workflows.find(({ name }) => name === 'deploy.yml')?.workflow.jobs ?? {};
  const restores = build?.steps.filter(({ uses = '' }) => uses.startsWith('actions/cache'));
  expect(restores).toMatchObject([
    { uses: expect.stringContaining('/restore@'), if: 'inputs.fresh != true' },
    { uses: expect.stringContaining('/save@') },
  ]);
  expect(JSON.stringify(build?.steps)).toContain("inputs.fresh && '--force'");
});

test('people on other systems are thought of', () => {
  const { systems, alpine } = workflows.find(({ name }) => name === 'ci.yml')?.workflow.jobs ?? {};
  expect(systems?.strategy?.matrix.os).toEqual([
    'windows-latest',
    'macos-latest',
    'ubuntu-24.04-arm',
  ]);
  const said = (job?: Job) => job?.steps.map(({ run }) => run).join('\n');
  for (const job of [systems, alpine]) expect(said(job)).toMatch(/npm run check\nnpm run build/);
  expect(said(systems)).toContain('--project unit');
});

test('what they run is there', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    scripts: Record<string, string>;
  };
  const texts = [...workflows.map(({ text }) => text), readFileSync(`${root}.ci/run`, 'utf8')];
  for (const text of texts.map((text) => text.replace(/^\s*#.*/gm, ''))) {
    for (const [, name = ''] of text.matchAll(/\b(?:npm run|tests) (?:--silent )?([a-z]\S*)/g)) {
      expect(scripts, name).toHaveProperty(name);
    }
    // scripts of the repository, each made to be run where it is not handed to a program
    for (const [, program, path = ''] of text.matchAll(
      /(bash |node )?(?<![\w./-])((?:\.github|\.ci|src|tests\/(?!node_modules))[\w./-]*\.(?:sh|ts)|\.ci\/run)\b/g,
    )) {
      expect(existsSync(root + path), path).toBe(true);
      const isRun = !program && !path.endsWith('.ts');
      if (isRun) expect(accessSync(root + path, constants.X_OK), path).toBeUndefined();
    }
  }
});

test('on every system, a line is a command that PowerShell takes as a shell of Unix does', () => {
  const { systems } = workflows.find(({ name }) => name === 'ci.yml')?.workflow.jobs ?? {};
  for (const { run = '' } of systems?.steps ?? []) {
    // PowerShell drops a bare "--"
    expect(run).not.toMatch(/[\n|&;$'"\\`<>]|\s--(?:\s|$)/);
  }
});
