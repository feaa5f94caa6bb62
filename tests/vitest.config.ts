import { delimiter } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

// Debian keeps nginx where only root's PATH looks
process.env.PATH += `${delimiter}/usr/sbin`;

export default defineConfig({
  root,
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          root,
          include: ['tests/engine/unit/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          root,
          include: ['tests/engine/site/**/*.test.ts'],
          globalSetup: 'tests/support/build-site.ts',
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'publication',
          root,
          include: ['tests/publication/**/*.test.ts'],
          globalSetup: 'tests/support/build-site.ts',
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          root,
          include: ['tests/engine/browser/**/*.test.ts'],
          globalSetup: 'tests/support/build-site.ts',
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'edge',
          root,
          include: ['tests/engine/edge/**/*.test.ts'],
          globalSetup: 'tests/support/build-site.ts',
          testTimeout: 60_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
