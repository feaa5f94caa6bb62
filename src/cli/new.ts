import './mistakes.ts';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { distance } from 'fastest-levenshtein';
import { frontmatterSchema, KINDS, type Kind } from '../domain/frontmatter.ts';
import { nextNumber } from '../domain/numbers.ts';
import { dayOf, parseMoment } from '../lib/dates.ts';
import { slugify } from '../lib/slug.ts';
import { nearest } from '../lib/text.ts';
import { now } from '../loader/clock.ts';
import { checkContent } from '../loader/content.ts';
import { newArticle } from '../outputs/new-article.ts';
import site from '../site.config.ts';
import { fail } from './say.ts';

/*
 * `npm run new -- "Headline"`: begins an article. In a terminal it asks for what it was not told;
 * elsewhere it takes the flags and what is usual.
 */

const USAGE =
  'npm run new -- "Headline" [--description TEXT] [--tags china,banks] [--kind report] [--storyline ID] [--author ID] [--date 2026-11-22] [--slug short-name]';
const root = fileURLToPath(new URL('../..', import.meta.url));

const { values: flags, positionals } = readArguments();
const { content, ledger, sheets } = await checkContent(root, site, now());
const asker = process.stdin.isTTY && process.stdout.isTTY ? terminal() : undefined;

const title = (positionals.join(' ') || (await ask('Headline: '))).trim();
if (title === '') fail(`The headline is missing.\n${USAGE}`);
check('title', title);
const description = flags.description ?? ((await ask('Standfirst (may wait): ')) || undefined);
if (description !== undefined) check('description', description);

const date = flags.date ?? dayOf(now(), site.zone);
const moment = parseMoment(date, site.zone);
if (!moment) fail(`"${date}" is not a day of the calendar. Write it as 2026-11-22.`);
const slug = flags.slug ?? shortSlug(title);
if (slug === '' || slugify(slug) !== slug) {
  fail(`The headline gives no address ("${slug}"). Name one: --slug short-name`);
}
const year = moment.day.slice(0, 4);
const file = `content/articles/${year}/${slug}.mdx`;
if (existsSync(join(root, file))) {
  fail(`${file} exists already. Change that file, or give another headline or --slug.`);
}

const tagIds = [...content.tags.keys()];
const tags = split(flags.tags ?? (await ask(`Tags, of ${tagIds.join(', ')}: `)));
for (const tag of tags) {
  if (site.vocabulary === 'closed') known('tag', tag, tagIds);
}
const kind = (flags.kind ??
  ((await ask(`Kind, of ${KINDS.join(', ')} (report): `)) || 'report')) as Kind;
known('kind', kind, KINDS);
const storylines = [...content.storylines.keys()];
const storyline =
  flags.storyline ?? ((await ask(`Storyline, of ${storylines.join(', ')} (none): `)) || undefined);
if (storyline !== undefined) known('storyline', storyline, storylines);
const author = flags.author ?? authorOfGit();
known('author', author, [...content.authors.keys()]);
asker?.close();

const number = nextNumber(year.slice(2), [
  ...sheets.flatMap(({ data }) => data.number ?? []),
  ...Object.keys(ledger.articles),
]);
const text = newArticle(
  {
    title,
    ...(description !== undefined && { description }),
    date,
    number,
    authors: [author],
    tags,
    kind,
    ...(storyline !== undefined && { storyline }),
  },
  tagIds,
);
mkdirSync(dirname(join(root, file)), { recursive: true });
// "wx": never over a file, not even one that came a moment ago
writeFileSync(join(root, file), text, { flag: 'wx' });
console.log(`${file}\nNumber ${number}, a draft by ${author}. Look at it with "npm run dev".`);

function readArguments() {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({
      allowPositionals: true,
      options: {
        description: text,
        tags: text,
        kind: text,
        storyline: text,
        author: text,
        date: text,
        slug: text,
      },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

/** A headline's slug, cut between words at 80 characters. */
function shortSlug(headline: string): string {
  const whole = slugify(headline);
  return whole.length <= 80
    ? whole
    : whole
        .slice(0, 81)
        .replace(/-[^-]*$/, '')
        .slice(0, 80);
}

function terminal() {
  return createInterface({ input: process.stdin, output: process.stdout });
}

/** An answer from the terminal; empty when there is none. */
async function ask(question: string): Promise<string> {
  return (await asker?.question(question))?.trim() ?? '';
}

function split(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter((id) => id !== ''))];
}

function known(what: string, id: string, ids: readonly string[]): void {
  if (ids.includes(id)) return;
  const meant = nearest(id, ids, distance);
  fail(
    `There is no ${what} "${id}". ${meant ? `Did you mean "${meant}"?` : `Use one of ${ids.join(', ')}.`}`,
  );
}

/** Holds a field to the contract before anything is written. */
function check(field: 'title' | 'description', text: string): void {
  const result = frontmatterSchema.shape[field].safeParse(text);
  if (result.success) return;
  const [what, fix] = (result.error.issues[0]?.message ?? '').split('|');
  fail(`${field}: "${text}" ${what}. ${fix}.`);
}

/** The author whose name or id is git's name; the desk when there is none. */
function authorOfGit(): string {
  let name = '';
  try {
    name = execFileSync('git', ['config', 'user.name'], { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    // no git, or no name in it: the desk signs
  }
  const found = [...content.authors].find(
    ([id, data]) => data.name.toLowerCase() === name.toLowerCase() || id === slugify(name),
  );
  return found?.[0] ?? site.desk;
}
