import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { listAll } from '../../src/content/files.ts';
import { groupBy } from '../../src/lib/group.ts';
import { isImageName } from '../../src/lib/media.ts';
import { formatProblem, type Problem } from '../../src/record/problem.ts';
import { FIXTURES } from '../support/fixtures.ts';
import { Project } from '../support/project.ts';
import { type Post, readPosts } from './archive/posts.ts';
import { compare, type Kind, tallyHtml, tallyMarkdown } from './archive/tally.ts';

/**
 * `npm run bench -- archive FOLDER [--files FOLDER] [--old /:year/:slug/] [--lang xx] [--keep]`: the
 * posts of another program, laid into a publication with nothing but their fields mapped, and what
 * they name of the files; how many pass the check, and what of their words, links, pictures and code
 * is on their pages.
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      files: { type: 'string' },
      old: { type: 'string' },
      lang: { type: 'string' },
      keep: { type: 'boolean' },
    },
  });
  const [folder] = positionals;
  if (!folder) throw new Error('Name the folder of the posts.');
  const posts = readPosts(folder, values.old);
  const project = new Project(
    { 'content/authors/ada.yaml': 'name: Ada\n' },
    { ...FIXTURES.blog, addresses: {}, locale: values.lang ?? 'en-US', zone: 'UTC' },
  );
  try {
    for (const { path, fields, body } of posts) {
      project.write({ [path]: `---\n${fields}---\n${body}` });
    }
    layFiles(project, posts, folder, values.files);
    const told = await problemsOf(project);
    report(posts, told);
    project.write({ 'problems.json': JSON.stringify(told, null, 2) });
    await build(project, posts);
    count(project, posts);
    return 0;
  } finally {
    if (values.keep) console.log(`All of it is in ${project.root}.`);
    else project.remove();
  }
}

/** Lays what posts name beside them, or into the folders that articles share. */
function layFiles(project: Project, posts: readonly Post[], folder: string, files?: string): void {
  for (const { from, path } of posts) {
    const beside = dirname(join(folder, from));
    if (!/\/index\.\w+$/.test(`/${from}`)) continue;
    for (const name of listAll(beside).filter(isImageName)) {
      const to = join(project.root, dirname(path), name);
      mkdirSync(dirname(to), { recursive: true });
      cpSync(join(beside, name), to);
    }
  }
  if (!files) return;
  const named = posts.map(({ body }) => body).join('\n');
  for (const path of listAll(files)) {
    const name = path.split('/').at(-1) ?? '';
    if (/^[._]/.test(name)) continue;
    if (!named.includes(name) && !named.includes(encodeURI(name))) continue;
    // the site has a folder of this name itself
    const to = path.startsWith('images/') ? `content/${path}` : `public/${path}`;
    mkdirSync(dirname(join(project.root, to)), { recursive: true });
    cpSync(resolve(files, path), join(project.root, to));
  }
}

async function problemsOf(project: Project): Promise<Problem[]> {
  const { output } = await project.run('check', ['--json']);
  return JSON.parse(output) as Problem[];
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

/** Says how many posts pass, and of each kind of problem how often it is told and an example. */
function report(posts: readonly Post[], problems: readonly Problem[]): void {
  const refused = new Set(problems.filter(isError).map(({ file }) => file));
  const passed = posts.filter(({ path }) => !refused.has(path)).length;
  console.log(
    `${posts.length} posts, ${passed} pass as they are (${percent(passed, posts.length)}).`,
  );
  for (const [kind, all] of groupBy(problems, ({ severity, code }) => `${severity} ${code}`)) {
    const files = new Set(all.map(({ file }) => file)).size;
    const [first] = all;
    console.log(`${kind}: ${all.length} in ${files}. ${first && formatProblem(first)}`);
  }
}

/** Builds what passes; what goes may take with it what links to it. */
async function build(project: Project, posts: readonly Post[]): Promise<void> {
  for (;;) {
    const bad = new Set((await problemsOf(project)).filter(isError).map(({ file }) => file));
    if (bad.size === 0) break;
    for (const file of bad) project.delete(file);
  }
  await project.build({ SITE_WITHOUT: 'search,cards,compress' });
  const left = posts.filter(({ path }) => existsSync(join(project.root, path))).length;
  console.log(`${left} posts are built.`);
}

/** Says how much of what the posts hold is on their pages. */
function count(project: Project, posts: readonly Post[]): void {
  const lost: string[] = [];
  const sums: Record<Kind, { all: number; lost: number }> = {
    words: { all: 0, lost: 0 },
    links: { all: 0, lost: 0 },
    pictures: { all: 0, lost: 0 },
    code: { all: 0, lost: 0 },
  };
  for (const { path, body } of posts) {
    const page = path.replace('content/articles', 'dist').replace(/\.md$/, '/index.html');
    if (!existsSync(join(project.root, page))) continue;
    const source = tallyMarkdown(body);
    const made = tallyHtml(readFileSync(join(project.root, page), 'utf8'), 'prose');
    for (const kind of Object.keys(sums) as Kind[]) {
      const { all, lost: missing } = compare(source[kind], made[kind]);
      sums[kind].all += all;
      sums[kind].lost += missing.length;
      if (missing.length > 0) lost.push(`${path} ${kind}: ${missing.join(' | ')}`);
    }
  }
  for (const [kind, { all, lost: missing }] of Object.entries(sums)) {
    console.log(`${kind}: ${all}, of which ${percent(all - missing, all)} are on the pages.`);
  }
  writeFileSync(join(project.root, 'lost.txt'), `${lost.join('\n')}\n`);
}

function percent(part: number, all: number): string {
  return all === 0 ? 'all' : `${((100 * part) / all).toFixed(2)} %`;
}
