import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '../../../src/record/problem.ts';
import { UNCOMPRESSED } from '../../support/deep.ts';
import { FIXTURES } from '../../support/fixtures.ts';
import { type Fuzzed, fuzzed } from '../../support/fuzzed.ts';
import { Project } from '../../support/project.ts';
import { SHELVES } from '../unit/checks/desk.ts';

/** Files of one publication; a third of them is sound. */
const FILES = Number(process.env.FUZZ) || 10_000;
const SEED = Number(process.env.SEED) || Date.now();

/** A publication with fuzzed files, each under a name that no other has. */
function publication(files: readonly Fuzzed[]): { project: Project; paths: string[] } {
  const project = new Project({ ...SHELVES }, { ...FIXTURES.english, vocabulary: 'open' });
  const paths = files.map(({ name }, i) => `content/articles/2018/f${i}-${name}`);
  files.forEach(({ content }, i) => {
    project.write({ [paths[i] ?? '']: content });
  });
  return { project, paths };
}

/** Files that the check refuses. */
async function refused(project: Project): Promise<Set<string>> {
  const { output } = await project.run('check', ['--json']);
  const problems = JSON.parse(output) as Problem[];
  return new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
}

test(`what the check lets pass is published, and what it refuses is refused with the same words (SEED=${SEED})`, async () => {
  const files = fc.sample(fuzzed, { numRuns: FILES, seed: SEED });
  const { project, paths } = publication(files);
  try {
    const checked = await project.run('check');
    const built = await project.run('build', [], UNCOMPRESSED);
    expect([checked.code, built.code]).toEqual([1, 1]);
    const told = (output: string) => output.split('\n').filter((line) => /^content\//.test(line));
    expect(told(built.output)).toEqual(told(checked.output));
    expect(built.output).not.toMatch(/^\s+at .*:\d+:\d+/m);

    // what a file that goes had, others may have linked to
    for (let bad = await refused(project); bad.size > 0; bad = await refused(project)) {
      // a file that is not named by its path is found out here
      for (const path of bad) project.delete(path);
    }
    await project.build(UNCOMPRESSED);
    const plain = paths.filter((path) => /-a\.mdx?$/.test(path));
    const kept = plain.filter((path) => existsSync(join(project.root, path)));
    const ended = (path: string) => project.read(path).includes('\nexpires: 2019');
    const missing = kept.filter(
      (path) =>
        !ended(path) &&
        !existsSync(
          join(
            project.root,
            path.replace(/^content\/articles/, 'dist').replace(/\.mdx?$/, '/index.html'),
          ),
        ),
    );
    expect(kept.length).toBeGreaterThan(FILES / 10);
    expect(missing).toEqual([]);
  } finally {
    project.remove();
  }
}, 1_800_000);
