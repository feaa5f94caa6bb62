import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { repairText } from '../../../../src/checks/repair.ts';
import { checkContent } from '../../../../src/content/content.ts';
import { topicSlug } from '../../../../src/lib/slug.ts';
import { testSite } from '../../../support/article.ts';
import { checkFiles, lines, NOW, SHELVES } from './desk.ts';

const site = testSite({ vocabulary: 'open' });

function post(n: number, body: string, more = ''): string {
  return `---\ntitle: Post ${n}\ndescription: What is tried.\npubDate: 2018-08-24\nnumber: 18-${n}\n${more}---\n${body}\n`;
}

/** What is said of some posts of 2018 in an open vocabulary. */
async function said(posts: Record<string, string>, files: Record<string, string> = {}) {
  const articles = Object.entries(posts).map(([name, text]) => [
    `content/articles/2018/${name}`,
    text,
  ]);
  const { problems } = await checkFiles(
    { ...SHELVES, ...Object.fromEntries(articles), ...files },
    { site },
  );
  return lines(problems.filter(({ file }) => !file.endsWith('.yaml')));
}

test.each([
  ['C#', 'c-sharp'],
  ['C++', 'c-plus-plus'],
  ['AI/ML', 'ai-ml'],
  ['50%', '50'],
  ['what?', 'what'],
  ['人工智能', '人工智能'],
  ['.NET', 'net'],
  ['web-dev', 'web-dev'],
])('the tag "%s" has the address topics/%s/', async (tag, slug) => {
  expect(topicSlug(tag)).toBe(slug);
  expect(await said({ 'a.md': post(1, 'Text.', `tags: ["${tag}"]\n`) })).toEqual([]);
});

test('tags that would share an address, or have none, are told once each', async () => {
  const found = await said({
    'a.md': post(1, 'Text.', 'tags: [C, "?!"]\n'),
    'b.md': post(2, 'Text.', 'tags: [C]\n'),
    'c.md': post(3, 'Text.', 'tags: [c]\n'),
  });
  expect(found).toEqual([
    'content/articles/2018/a.md:6:11 tags[1]: The tag "?!" has neither a letter nor a digit, so its page can have no address. Name it in words, or remove it.',
    'content/articles/2018/c.md:6:8 tags[0]: The tag "c" would have the address of the tag "C". Write "C", as most articles have it.',
  ]);
});

test('a link to an old address leads on by itself; one to a folder without its slash costs a redirect', async () => {
  const links =
    '[a](/blog/b/), [c](/docs), [d](/docs/), [e](/docs/index.html), [f](/Blog/b/), [g](/blog/b/).';
  const found = await said(
    { 'a.md': post(1, links), 'b.md': post(2, 'Text.', 'aliases: [/blog/b/]\n') },
    { 'public/docs/index.html': '<title>Docs</title>' },
  );
  expect(found).toEqual([
    // some hosts take a capital for another letter
    'content/articles/2018/a.md:7:64 There is no page "/Blog/b/". Did you mean "/2018/b/"?',
    'content/articles/2018/a.md:7:16 The link "/docs" lacks the slash at the end of its path, which costs readers a redirect. Write "/docs/". (warning)',
  ]);
});

const WIKI =
  'See [[first]], [[2017/first|the first]], [[First#What happened]], [[#Here]] and [[none]].\n\n| a |\n| - |\n| [[first\\|f]] `[[first]]` |\n\n## Here';

test('wikilinks of plain Markdown lead to the one file that fits', async () => {
  expect(await said({ 'a.md': post(1, WIKI) })).toEqual([
    'content/articles/2018/a.md:7:81 This is how a wiki links, so readers would see its brackets. Write [none](none.mdx), with the path of the file. (warning)',
  ]);
});

test('what stands beside wikilinks is told where it stands', async () => {
  expect(await said({ 'a.md': post(1, 'On [[first]] TBD, and [[first]] the the.') })).toEqual([
    'content/articles/2018/a.md:7:14 "TBD" stands in the text, which is a name or was left there. Finish the sentence; a name may stay. (warning)',
    'content/articles/2018/a.md:7:37 The word "the" stands twice. Remove one of the two. (warning)',
  ]);
});

test('wikilinks of MDX are rewritten', async () => {
  const source = post(1, WIKI.replaceAll(' and [[none]]', ''));
  const file = 'content/articles/2018/a.mdx';
  const { problems } = await checkFiles({ ...SHELVES, [file]: source }, { site });
  const { text, count } = repairText(source, problems);
  expect(count).toBe(5);
  expect(text).toContain(
    'See [first](../2017/first.mdx), [the first](../2017/first.mdx), [First › What happened](../2017/first.mdx#what-happened), [Here](#here).',
  );
  const { problems: rest } = await checkFiles({ ...SHELVES, [file]: text }, { site });
  expect(lines(rest.filter((one) => one.file === file))).toEqual([]);
});

test('a wikilink is read anew when what it means appears or goes', async () => {
  const root = mkdtempSync(join(tmpdir(), 'wiki-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const codes = async () => {
    const { problems } = await checkContent(root, site, NOW);
    return problems.filter(({ file }) => file.endsWith('.md')).map(({ code }) => code);
  };
  try {
    write('package-lock.json', '{}');
    write('content/authors/desk.yaml', 'name: The desk\n');
    write('content/articles/2018/a.md', post(1, 'See [[other]].'));
    expect(await codes()).toEqual(['mark-wiki']);
    write('content/articles/2018/other.md', post(2, 'Text.'));
    expect(await codes()).toEqual([]);
    rmSync(join(root, 'content/articles/2018/other.md'));
    expect(await codes()).toEqual(['mark-wiki']);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test('words are told once and where they stand, and not when they are said three times', async () => {
  const describes = testSite({ articles: { description: 'first sentence', minorWords: 6 } });
  const text = post(1, 'See the the sea. It went bang bang bang bang, and blah, yada yada yada.');
  const { problems } = await checkFiles(
    { ...SHELVES, 'content/articles/2018/a.md': text.replace(/^description.*\n/m, '') },
    { site: describes },
  );
  expect(lines(problems)).toEqual([
    'content/articles/2018/a.md:6:9 The word "the" stands twice. Remove one of the two. (warning)',
  ]);
});

test('nothing is said of what texts on software tell', async () => {
  const text =
    '- remove outdated TODO, update TODO comments\n- fix "the the" typo, env_string string, unreachable UNREACHABLE, for...in in a loop\n- say "ah ah ah!"\n- **/node_modules and "/**" match, (T•Ø•R•Ü•S)\n- List<T>';
  expect(await said({ 'a.md': post(1, text) })).toEqual([]);
});

test("code between Liquid's tags is code, and a TODO is a warning in plain Markdown", async () => {
  const liquid = '{% highlight ruby %}\nend\nend\n[[first]] **a **\n{% endhighlight %}\n';
  expect(await said({ 'a.md': post(1, liquid) })).toEqual([]);
  expect(await said({ 'a.md': post(1, 'It costs TODO euros, says the TODO list.') })).toEqual([
    'content/articles/2018/a.md:7:10 "TODO" was left in the text. Finish the sentence, or put the note in a comment: <!-- … -->. A word that is meant stands between backticks. (warning)',
  ]);
});
