import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineSite, type Site } from '../../src/record/site.ts';
import arabic from '../engine/fixtures/arabic/site.ts';
import blog from '../engine/fixtures/blog/site.ts';
import chinese from '../engine/fixtures/chinese/site.ts';
import empty from '../engine/fixtures/empty/site.ts';
import english from '../engine/fixtures/english/site.ts';
import german from '../engine/fixtures/german/site.ts';
import japanese from '../engine/fixtures/japanese/site.ts';

/** Facts of a publication as an owner writes them. */
export type Facts = Parameters<typeof defineSite>[0];

/**
 * The publications that the engine is tested on: one with everything, one in German below a path of
 * its host, one each in Chinese, Japanese and Arabic, a plain blog, one with nothing in it.
 */
export const FIXTURES = {
  english,
  german,
  chinese,
  japanese,
  arabic,
  blog,
  empty,
} satisfies Record<string, Facts>;
export type FixtureName = keyof typeof FIXTURES;

/** The skins of fixtures that have another than the publication that ships: owners name one in a line. */
export const FIXTURE_SKINS: Partial<Record<FixtureName, string>> = {
  blog: 'plain',
  chinese: 'night',
};

/** The checked facts of a fixture. */
export function fixtureSite(name: FixtureName): Site {
  return defineSite(FIXTURES[name]);
}

/** Copies the content of a fixture into a folder. */
export function copyContent(name: FixtureName, to: string): void {
  const from = fileURLToPath(new URL(`../engine/fixtures/${name}/content/`, import.meta.url));
  cpSync(from, join(to), { recursive: true });
}
