import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Base } from './release.ts';

/** A change of what an owner wrote, which a new version asks for. */
interface Migration {
  /** What it did, for people; undefined where there was nothing to do. */
  run(dir: string, base: Base): string[];
}

/**
 * Brings what an owner wrote to the form of today. Each looks at what is there, not at a version, so that
 * a second time does nothing.
 * @param dir the copy, with the release's files in it
 * @returns what was done, and what is left to do by hand
 */
export function migrate(dir: string, base: Base): string[] {
  return MIGRATIONS.flatMap(({ run }) => run(dir, base));
}

const CONFIG = 'src/publication/site.config.ts';

const MIGRATIONS: readonly Migration[] = [{ run: moveConfig }, { run: moveLook }];

/** Version 1.0 had its configuration in `src/`; what was the engine's default then is written down. */
function moveConfig(dir: string): string[] {
  const old = join(dir, 'src/site.config.ts');
  if (!existsSync(old)) return [];
  let text = readFileSync(old, 'utf8').replace(
    /(['"])\.\/(?:domain|record)\/site\.ts\1/,
    '$1../record/site.ts$1',
  );
  const told = [`The configuration lies in ${CONFIG} now.`];
  const withWord = text.replace(
    /identity:\s*\{(?![^}]*\bword\b)([^}]*?),?\s*\}/,
    "identity: {$1, word: 'docket' }",
  );
  if (withWord === text)
    told.push(`Write "word: 'docket'" into identity in ${CONFIG}: the ids of feeds have it.`);
  text = withWord;
  if (!/\bhsts:/.test(text)) {
    const withHsts = text.replace(
      /^([ \t]*)(?=security:)/m,
      '$1hsts: { seconds: 63_072_000, subdomains: true, preload: false },\n$1',
    );
    if (withHsts === text) {
      told.push(
        `Write "hsts: { seconds: 63_072_000, subdomains: true, preload: false }" into ${CONFIG} to keep what was the default.`,
      );
    }
    text = withHsts;
  }
  write(join(dir, CONFIG), text);
  rmSync(old);
  return told;
}

/** Folders in which colours and fonts lay, in the order of versions. */
const STYLES = ['src/styles', 'src/ui/styles'];

/** Colours and fonts that were changed by hand lie in `src/publication/` now. */
function moveLook(dir: string, base: Base): string[] {
  const told: string[] = [];
  for (const folder of STYLES) {
    const tokens = `${folder}/tokens.css`;
    const ours = readIfThere(join(dir, tokens));
    // the engine has no such file any more; of one that was not changed, nothing is left here
    if (ours !== undefined && ours !== base.read(tokens)?.toString()) {
      const place = join(dir, 'src/publication/tokens.css');
      write(place, `${readIfThere(place) ?? ''}\n${ours}`);
      rmSync(join(dir, tokens));
      told.push('Your colours and sizes lie in src/publication/tokens.css now.');
    }
    for (const path of base.files.filter((one) => one.startsWith(`${folder}/fonts`))) {
      const there = join(dir, path);
      if (!existsSync(there) || readFileSync(there).equals(base.read(path) ?? Buffer.alloc(0)))
        continue;
      const to = join(dir, 'src/publication', path.slice(folder.length + 1));
      mkdirSync(dirname(to), { recursive: true });
      renameSync(there, to);
      told.push(`Your ${path} is ${to.slice(dir.length + 1)} now.`);
    }
  }
  return told;
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
