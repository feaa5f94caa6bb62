import { afterAll, beforeAll, expect, test } from 'vitest';
import { random } from '../../bench/corpus.ts';
import { deep, isDeep } from '../../support/deep.ts';
import { allEdits } from '../../support/edits.ts';
import { type Pages, RenderedProject } from '../../support/rendered.ts';
import { SMALL_NOW, smallPublication } from '../../support/small-publication.ts';

/*
 * A page is rendered again when the digest of its view changed. So whatever is edited: where the
 * bytes of a page change, its key must.
 */

/** Edits in one run, of some 470: every field of every file, and the clock. */
const EDITS = deep('VIEW_EDITS', 12, 200);
const SEED = Number(process.env.SEED ?? 1);

let files: Record<string, string | Uint8Array>;
let project: RenderedProject;
let before: Pages;

beforeAll(async () => {
  files = await smallPublication();
  project = new RenderedProject(files);
  before = (await project.render(SMALL_NOW)) ?? {};
});
afterAll(() => project.remove());

/** Pages whose bytes changed though their key did not. */
function stale(after: Pages): string[] {
  return Object.entries(after)
    .filter(([path, { key, bytes }]) => {
      const old = before[path];
      return old && key !== undefined && old.key === key && old.bytes !== bytes;
    })
    .map(([path]) => path);
}

test('a far part of a closed storyline that is renamed changes the pages of all its parts', async () => {
  const path = 'content/articles/2023/entry-3.mdx';
  const renamed = path.replace('entry-3', 'renamed');
  const edit = { what: 'renamed', files: { [path]: undefined, [renamed]: files[path] } };
  const after = (await project.renderAfter(edit, SMALL_NOW)) ?? {};
  const [first] = Object.keys(after).filter((page) => page.includes('entry-0'));
  expect(after[first ?? '']?.bytes).not.toBe(before[first ?? '']?.bytes);
  expect(stale(after)).toEqual([]);
});

test(
  `after each of ${EDITS} edits, every page that changed has another key (SEED=${SEED})`,
  async () => {
    const next = random(SEED);
    const edits = allEdits(files);
    // `needless`: the key changed and the bytes did not, which costs time and nothing else
    const counts = { edits: 0, refused: 0, changed: 0, needless: 0 };
    while (counts.edits < EDITS && edits.length > 0) {
      const [edit] = edits.splice(Math.floor(next() * edits.length), 1);
      const after = edit && (await project.renderAfter(edit, SMALL_NOW));
      if (!after) {
        counts.refused += 1;
        continue;
      }
      expect(stale(after), edit.what).toEqual([]);
      counts.edits += 1;
      for (const [path, { key, bytes }] of Object.entries(after)) {
        const old = before[path];
        if (old?.bytes !== bytes) counts.changed += 1;
        else if (old.key !== key) counts.needless += 1;
      }
    }
    if (isDeep) console.log(counts);
  },
  60_000 + EDITS * 10_000,
);
