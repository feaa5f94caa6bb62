import type { Score } from '../support/judge.ts';
import { figure, markdownTable } from './markdown-table.ts';
import type { Fetched, Pair } from './search-typed.ts';

/** How well searches find each kind of query: MRR, then the shares found among the first five and first. */
export function scoreTable(scores: Readonly<Record<string, Record<string, Score>>>): string {
  const kinds = Object.entries(Object.values(scores)[0] ?? {});
  return markdownTable(
    ['MRR / success@5 / success@1', ...kinds.map(([kind, { queries }]) => `${kind} (${queries})`)],
    Object.entries(scores).map(([name, byKind]) => [
      name,
      ...kinds.map(([kind]) => {
        const score = byKind[kind];
        const shares = [score?.mrr, score?.success5, score?.success1];
        return shares.map((share) => figure(share, 3)).join(' / ');
      }),
    ]),
  );
}

/** What typing fetches, by kind of query: the middle one and the heaviest. */
export function typedTable(
  typed: readonly (Pair & { fetched: readonly [Fetched, Fetched] })[],
): string {
  const kinds = Map.groupBy(typed, ({ kind }) => kind);
  const cell = (fetched: readonly Fetched[]): string[] => {
    const sorted = fetched.toSorted((a, b) => a.bytes - b.bytes);
    const at = (one: Fetched | undefined) =>
      one ? `${figure(one.bytes / 1000, 0)} kB, ${one.files} files` : '–';
    return [at(sorted[Math.floor(sorted.length / 2)]), at(sorted.at(-1))];
  };
  return markdownTable(
    ['typed', 'first query', 'heaviest', 'second', 'heaviest'],
    [...kinds].map(([kind, pairs]) => [
      kind,
      ...cell(pairs.map(({ fetched }) => fetched[0])),
      ...cell(pairs.map(({ fetched }) => fetched[1])),
    ]),
  );
}
