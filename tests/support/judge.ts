import { existsSync, readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { parse } from 'yaml';

/** What readers type, by what makes it hard to find. */
export const KINDS = ['words', 'paraphrase', 'slip', 'chinese', 'date', 'number'] as const;

/** A query and the docket numbers of the entries that answer it. */
export interface Judged {
  kind: (typeof KINDS)[number];
  query: string;
  answers: string[];
}

/** Gives the docket numbers that a query finds, best first. */
export type Search = (query: string) => Promise<string[]>;

/** How well a search answers the judged set. */
export interface Score {
  queries: number;
  /** Share of queries whose first entry answers. */
  success1: number;
  /** Share of queries with an answer among the first five. */
  success5: number;
  /** Mean of 1 / rank of the first answer, among the first ten. */
  mrr: number;
  /** Queries without an answer among the first five, with what was found instead. */
  missed: { query: string; found: string[]; answers: string[] }[];
}

/** The judged set of the publication that ships; empty when it has none. */
export function judgedSet(): Judged[] {
  const file = new URL('../publication/judged.yaml', import.meta.url);
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  return z
    .array(
      z.strictObject({
        kind: z.enum(KINDS).default('words'),
        query: z.string(),
        answers: z.array(z.string()),
      }),
    )
    .parse(parse(text) ?? []);
}

/** A query with the place of its first answer among the first ten; 0 when it is not there. */
interface Ranked extends Asked {
  found: string[];
  rank: number;
}

/** What every set has of a query. */
type Asked = Pick<Judged, 'query' | 'answers'>;

/** Asks every query of the set. */
export async function judge(set: readonly Asked[], search: Search): Promise<Score> {
  return score(await rank(set, search));
}

/** Asks every query of the set, and scores each kind of them, and `all`. */
export async function judgeByKind<Query extends Asked & { kind: string }>(
  set: readonly Query[],
  search: Search,
): Promise<Record<string, Score>> {
  const ranked = await rank(set, search);
  const kinds = [...new Set(set.map(({ kind }) => kind))];
  return Object.fromEntries([
    ['all', score(ranked)],
    ...kinds.map((kind) => [kind, score(ranked.filter((query) => query.kind === kind))]),
  ]);
}

async function rank<Query extends Asked>(
  set: readonly Query[],
  search: Search,
): Promise<(Query & Ranked)[]> {
  const ranked = [];
  for (const query of set) {
    const found = (await search(query.query)).slice(0, 10);
    const rank = found.findIndex((number) => query.answers.includes(number)) + 1;
    ranked.push({ ...query, found, rank });
  }
  return ranked;
}

function score(ranked: readonly Ranked[]): Score {
  const share = (of: (rank: number) => boolean) =>
    ranked.filter(({ rank }) => of(rank)).length / ranked.length;
  return {
    queries: ranked.length,
    success1: share((rank) => rank === 1),
    success5: share((rank) => rank > 0 && rank <= 5),
    mrr: ranked.reduce((sum, { rank }) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranked.length,
    missed: ranked
      .filter(({ rank }) => rank === 0 || rank > 5)
      .map(({ query, found, answers }) => ({ query, found: found.slice(0, 5), answers })),
  };
}
