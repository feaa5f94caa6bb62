import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSnapshot } from '../../../../src/content/snapshot.ts';
import { CARD_CODE } from '../../../../src/outputs/images/cards.ts';
import { CHART_CODE } from '../../../../src/outputs/images/charts.ts';
import { beginDrawing, placeDrawn } from '../../../../src/press/drawings.ts';
import { Staging } from '../../../../src/press/staging.ts';
import type { Steps } from '../../../../src/press/steps.ts';
import { testSite } from '../../../support/article.ts';
import { Project } from '../../../support/project.ts';

let project: Project;
let out: string;
beforeEach(() => {
  project = new Project({ 'content/authors/desk.yaml': 'name: The desk\n' });
  out = mkdtempSync(join(tmpdir(), 'drawn-'));
});
afterEach(() => {
  project.remove();
  rmSync(out, { recursive: true });
});

/** A build in which files are drawn. */
async function build(
  keys: readonly string[],
  draw: (key: string) => Promise<Uint8Array> = async (key) => Buffer.from(key),
): Promise<void> {
  const files = keys.map((key) => ({
    href: `/x/${key}`,
    key,
    source: `content/${key}.jpg`,
    draw: () => draw(key),
  }));
  const steps: Steps = {
    snapshot: await readSnapshot(project.root, testSite(), 0),
    staging: new Staging(out),
    skipped: new Set(),
    report: { stage: () => {}, beside: () => {}, step: () => {} },
  };
  const drawing = { name: 'x', list: () => files };
  for (const begun of beginDrawing(steps, [drawing])) await placeDrawn(steps, begun);
}

describe('drawn files', () => {
  test('that fail name the file that they are drawn from', async () => {
    const fail = async () => {
      throw new Error('Processed image is too large');
    };
    await expect(build(['tall'], fail)).rejects.toThrow(
      'content/tall.jpg: /x/tall cannot be drawn from it: Processed image is too large',
    );
  });

  test('leave the cache when what no build uses outnumbers the used', async () => {
    const cache = join(project.root, '.cache', 'x');
    await build(['a', 'b', 'c']);
    await build(['a', 'b', 'd']);
    expect(readdirSync(cache).sort()).toEqual(['a', 'b', 'c', 'd']);
    await build(['a']);
    expect(readdirSync(cache)).toEqual(['a']);
  });
});

/** The files below `src` that a module runs, itself among them: what is only a type is not run. */
function runBy(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, what = '', target = ''] of text.matchAll(
    /^(?:import|export) ([^;'"]*?)from '(\.[^']+)'/gms,
  )) {
    if (!what.startsWith('type ')) runBy(join(dirname(file), target), found);
  }
  return found;
}

test.each([
  ['cards', ['./card-drawing.ts', './render.ts'], CARD_CODE],
  ['charts', ['./render.ts'], CHART_CODE],
])('the cache of %s follows from all the code that draws them', (_name, drawn, code) => {
  const folder = new URL('../../../../src/outputs/images/', import.meta.url);
  const run = drawn.flatMap((file) => [...runBy(fileURLToPath(new URL(file, folder)))]);
  expect([...new Set(run)].sort()).toEqual(code.map((file) => fileURLToPath(file)).sort());
});
