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

/** Asks every query of the set. */
export async function judge(set: readonly Judged[], search: Search): Promise<Score> {
  const ranks: number[] = [];
  const missed: Score['missed'] = [];
  for (const { query, answers } of set) {
    const found = (await search(query)).slice(0, 10);
    const rank = found.findIndex((number) => answers.includes(number)) + 1;
    ranks.push(rank);
    if (rank === 0 || rank > 5) missed.push({ query, found: found.slice(0, 5), answers });
  }
  const share = (of: (rank: number) => boolean) => ranks.filter(of).length / ranks.length;
  return {
    success1: share((rank) => rank === 1),
    success5: share((rank) => rank > 0 && rank <= 5),
    mrr: ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranks.length,
    missed,
  };
}
