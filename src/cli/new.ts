import './mistakes.ts';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { now } from '../content/clock.ts';
import { checkContent } from '../content/content.ts';
import { dayOf, parseMoment } from '../lib/dates.ts';
import { isReserved, isSlug, isTooLong, RESERVED, shortened, slugify } from '../lib/slug.ts';
import { nearest } from '../lib/text.ts';
import { newArticle } from '../outputs/new-article.ts';
import site from '../publication/site.config.ts';
import { FIT, frontmatterSchema } from '../record/frontmatter.ts';
import { idsOf } from '../record/lists.ts';
import { Routes } from '../record/routes.ts';
import { Asker, type Judge } from './ask.ts';
import { root } from './paths.ts';
import { fail, readArguments } from './say.ts';

/*
 * `npm run new -- "Headline"`: begins an article. In a terminal it asks for what it was not told;
 * elsewhere it takes the flags and what is usual.
 */

const USAGE =
  'npm run new -- "Headline" [--description TEXT] [--tags china,banks] [--kind report] [--storyline ID] [--author ID] [--date 2026-11-22] [--slug short-name]';

const value = { type: 'string' } as const;
const { values: flags, positionals } = readArguments(
  {
    allowPositionals: true,
    options: {
      description: value,
      tags: value,
      kind: value,
      storyline: value,
      author: value,
      date: value,
      slug: value,
    },
  },
  USAGE,
);
const { content } = await checkContent(root, site, now());
const asker = new Asker();

const title = await decide(positionals.join(' ').trim(), 'Headline: ', (text) =>
  text === '' ? `The headline is missing.\n${USAGE}` : (keeps('title', text) ?? slugMistake(text)),
);
const description = await decide(flags.description, 'Standfirst (may wait): ', (text) =>
  text === '' ? undefined : keeps('description', text),
);

const date = flags.date ?? dayOf(now(), site.zone);
const moment = parseMoment(date, site.zone);
if (!moment) fail(`"${date}" is not a day of the calendar. Write it as 2026-11-22.`);
const slug = flags.slug ?? shortSlug(title);
const year = moment.day.slice(0, 4);
const file = `content/articles/${year}/${slug}.mdx`;
if (existsSync(join(root, file))) {
  fail(`${file} exists already. Change that file, or give another headline or --slug.`);
}

const tagIds = [...content.tags.keys()];
const tags = split(
  await decide(flags.tags, `Tags, of ${tagIds.join(', ')}: `, (text) =>
    site.vocabulary === 'closed'
      ? split(text)
          .map((tag) => known('tag', tag, tagIds))
          .find((mistake) => mistake !== undefined)
      : undefined,
  ),
);
const kinds = idsOf(site.kinds);
const kind = await decide(flags.kind, `Kind, of ${kinds.join(', ')} (${kinds[0]}): `, (text) =>
  text === '' ? undefined : known('kind', text, kinds),
);
const kindId = kinds.find((one) => one === kind) ?? kinds[0] ?? '';
const routes = new Routes(site);
const path = routes.article({ year, slug, kind: kindId, pubDate: moment });
const other = content.articles.find((article) => routes.article(article) === path);
if (other) {
  fail(`${other.file} has the address ${path} already. Give another headline or --slug.`);
}
const storylines = [...content.storylines.keys()];
const storyline = await decide(
  flags.storyline,
  `Storyline, of ${storylines.join(', ')} (none): `,
  (text) => (text === '' ? undefined : known('storyline', text, storylines)),
);
const author = flags.author ?? authorOfGit();
const unknownAuthor = known('author', author, [...content.authors.keys()]);
if (unknownAuthor !== undefined) fail(unknownAuthor);
asker.close();

const text = newArticle(
  {
    title,
    ...(description !== '' && { description }),
    date,
    authors: [author],
    tags,
    kind: kindId,
    ...(storyline !== '' && { storyline }),
  },
  tagIds,
  site,
);
mkdirSync(dirname(join(root, file)), { recursive: true });
// "wx": never over a file, not even one that came a moment ago
writeFileSync(join(root, file), text, { flag: 'wx' });
console.log(`${file}\nA draft by ${author}. Look at it with "npm run dev".`);

/** A headline's slug, cut between words at 80 characters. */
function shortSlug(headline: string): string {
  return shortened(slugify(headline, site.locale), 80);
}

/** A flag's value, or an answer from the terminal; what is wrong with a flag ends the command. */
async function decide(given: string | undefined, question: string, judge: Judge): Promise<string> {
  const answer = given || (await asker.ask(question, judge));
  const wrong = judge(answer);
  return wrong === undefined ? answer : fail(wrong);
}

/** Whether a headline, or the short name in its place, gives an address. */
function slugMistake(headline: string): string | undefined {
  const { slug = shortSlug(headline) } = flags;
  if (isReserved(slug)) return `"${slug}" ${RESERVED}. Name another one: --slug the-${slug}`;
  if (isSlug(slug) && !isTooLong(slug)) return undefined;
  if (flags.slug === undefined) {
    return `The headline "${headline}" has neither a letter nor a digit, so it gives no address. Name one: --slug short-name`;
  }
  const better = shortened(slugify(slug, site.locale));
  return `--slug: "${slug}" cannot be part of an address. Write small letters, digits and hyphens${better === '' ? '' : `: --slug ${better}`}.`;
}

function split(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/).filter((id) => id !== ''))];
}

function known(what: string, id: string, ids: readonly string[]): string | undefined {
  if (ids.includes(id)) return undefined;
  const meant = nearest(id, ids, distance);
  const fix = meant ? `Did you mean "${meant}"?` : `Use one of ${ids.join(', ')}.`;
  return `There is no ${what} "${id}". ${fix}`;
}

/** What of the contract a field breaks, before anything is written. */
function keeps(field: 'title' | 'description', text: string): string | undefined {
  const { length } = [...text];
  if (length > FIT[field]) {
    return `${field}: "${text}" has ${length} characters, the limit is ${FIT[field]}. Shorten it.`;
  }
  const result = frontmatterSchema.shape[field].safeParse(text);
  if (result.success) return undefined;
  const [what, fix] = (result.error.issues[0]?.message ?? '').split('|');
  return `${field}: "${text}" ${what}. ${fix}.`;
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
