import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

type ProjectConfig = TestProjectInlineConfiguration['test'];

const root = fileURLToPath(new URL('..', import.meta.url));

// Debian keeps nginx where only root's PATH looks
process.env.PATH += `${delimiter}/usr/sbin`;

// some thousand processes are started: what V8 compiles for one of them is kept for the next
const compiled = mkdtempSync(join(tmpdir(), 'compiled-'));
process.env.NODE_COMPILE_CACHE = compiled;
process.once('exit', () => rmSync(compiled, { recursive: true, force: true }));

/** A group of test files that share a set-up. */
function group(name: string, include: string[], more: ProjectConfig = {}) {
  return { test: { name, root, include, testTimeout: 180_000, hookTimeout: 300_000, ...more } };
}

const FIXTURES = { globalSetup: 'tests/support/build-site.ts' };

export default defineConfig({
  root,
  test: {
    // files run beside each other; every server takes a free port, and shared sites are only read
    // browsers and servers are waited for: a third keeps two processors at work
    maxWorkers: 3,
    maxConcurrency: 3,
    reporters: ['default', fileURLToPath(new URL('support/times.ts', import.meta.url))],
    projects: [
      group('unit', ['tests/engine/unit/**/*.test.ts'], { isolate: false }),
      group('site', ['tests/engine/site/**/*.test.ts'], FIXTURES),
      group('browser', ['tests/engine/browser/**/*.test.ts'], FIXTURES),
      group('edge', ['tests/engine/edge/**/*.test.ts'], FIXTURES),
      group('publication', ['tests/publication/**/*.test.ts'], {
        globalSetup: 'tests/support/shipped.ts',
      }),
      // `npm run test:deep`: what depends on luck or needs long, tried often
      group(
        'deep',
        [
          'tests/engine/deep/**/*.test.ts',
          'tests/engine/browser/{pages,scripts}.test.ts',
          'tests/engine/edge/browser.test.ts',
          'tests/engine/site/{changing,check,edge,incremental,interrupted,leak,reference,views}.test.ts',
          'tests/engine/unit/checks/{fuzz,mistakes,random}.test.ts',
          'tests/engine/unit/search/misspelt.test.ts',
        ],
        { ...FIXTURES, env: { TEST_DEEP: 'yes' } },
      ),
    ],
  },
});
