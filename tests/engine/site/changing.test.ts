import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { corpusFiles } from '../../bench/corpus.ts';
import { Project } from '../../support/project.ts';

const AUTHOR = 'content/authors/desk.yaml';
const SAVER = fileURLToPath(new URL('../../support/save-while-read.ts', import.meta.url));
const WITHOUT = { SITE_WITHOUT: 'compress,search' };

const named = (name: string): string => `name: ${name}\n`;

let project: Project;
beforeAll(async () => {
  project = new Project({ ...corpusFiles(3), [AUTHOR]: named('Anna') });
  await project.build(WITHOUT);
});
afterAll(() => project.remove());

/** Builds while the author's file is saved, each time that it was read. */
async function build(...saved: string[]): Promise<string> {
  const { code, output } = await project.run('build', [], {
    ...WITHOUT,
    NODE_OPTIONS: `--import=${SAVER}`,
    SAVE_FILE: AUTHOR,
    SAVE_AS: JSON.stringify(saved.map(named)),
  });
  expect(code, output).toBe(0);
  return output;
}

const page = (): string => project.read('dist/authors/desk/index.html');

// it is read for its digest, then for what it says
test.each([
  ['between its digest and its reading', ['Berta']],
  ['once it was read', ['Anna of old', 'Berta']],
])('a file that is saved %s is built again, and putting it back is a change', async (_, saved) => {
  project.write({ [AUTHOR]: named('Anna of old') });
  expect(await build(...saved)).toContain(
    'Files were changed while they were read: building again',
  );
  expect(page()).toContain('Berta');
  project.write({ [AUTHOR]: named('Anna') });
  expect(await build()).not.toContain('building again');
  expect(page()).toContain('Anna');
  expect(await build()).toContain('Nothing has changed');
});

test('nor is a file taken for what it was that was saved and put back while it was read', async () => {
  project.write({ [AUTHOR]: named('Clara') });
  expect(await build('Berta', 'Clara')).toContain('building again');
  expect(page()).toContain('Clara');
});

test('files that never stay are not built for ever, and the last site stays', async () => {
  const before = page();
  project.write({ [AUTHOR]: named('Dora') });
  const { code, output } = await project.run('build', [], {
    ...WITHOUT,
    NODE_OPTIONS: `--import=${SAVER}`,
    SAVE_FILE: AUTHOR,
    SAVE_AS: JSON.stringify(Array.from({ length: 40 }, (_, n) => named(`Dora ${n}`))),
    SAVE_ALWAYS: 'yes',
  });
  expect(output).toMatch(/Files are changed faster than they are built \(3 times now\)/);
  expect(code).toBe(1);
  expect(page()).toBe(before);
}, 120_000);
