import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ENTRY_IDS, isEntryId, SHELL_IDS } from '../../../../src/markdown/page-ids.ts';

const src = fileURLToPath(new URL('../../../../src', import.meta.url));

/** A component with those that it uses, by their files below `src/`. */
function withParts(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const [, part = ''] of source(path).matchAll(/^import .* from '(\..*\.astro)';$/gm)) {
    withParts(join(dirname(path), part), found);
  }
  return found;
}

function source(path: string): string {
  return readFileSync(join(src, path), 'utf8');
}

/** The ids that components write: as they are, and with something put in. */
function idsOf(paths: Iterable<string>): { fixed: string[]; made: string[] } {
  const text = [...paths].map(source).join('\n');
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, id = '']) => id).sort();
  return { fixed: all(/ id="([^"]+)"/g), made: all(/ id=\{`([^`]+)`\}/g) };
}

test('the ids of every page are known', () => {
  expect(idsOf(withParts('ui/layouts/Page.astro'))).toEqual({ fixed: SHELL_IDS, made: [] });
  // those of lists of entries, of topics and of corrections; the glossary has the ids of its terms
  expect(idsOf(withParts('ui/components/lists/List.astro')).fixed).toEqual([
    'entries',
    'filed-with',
    'withdrawn',
  ]);
});

test('the ids of an entry’s page are known', () => {
  const { fixed, made } = idsOf(withParts('ui/components/entry/Entry.astro'));
  expect(fixed).toEqual(ENTRY_IDS);
  expect(made.length).toBeGreaterThan(0);
  const unknown = made.filter((id) =>
    ['1', 'a'].every((part) => !isEntryId(id.replace(/\$\{.*\}/, part))),
  );
  expect(unknown).toEqual([]);
});
