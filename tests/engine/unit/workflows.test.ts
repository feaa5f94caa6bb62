import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

/*
 * What a workflow may do: the rules that keep a stranger's pull request, a moved tag or an install
 * script from reaching the site or its secrets.
 */

interface Job {
  permissions?: Record<string, string>;
  environment?: unknown;
  steps: { uses?: string; run?: string; with?: Record<string, unknown> }[];
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

  test('nothing may write but the job that deploys to GitHub Pages', () => {
    expect(Object.values(workflow.permissions)).not.toContain('write');
    for (const [name, { permissions = {} }] of jobs) {
      if (name === 'pages') expect(permissions).toEqual({ pages: 'write', 'id-token': 'write' });
      else expect(Object.values(permissions)).not.toContain('write');
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
