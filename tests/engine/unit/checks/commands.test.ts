import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Project, type Run, TEST_NOW } from '../../../support/project.ts';
import { SHELVES } from './desk.ts';
import { images } from './images.ts';

const ARTICLE = 'content/articles/2018/rule.mdx';

/** An article of the publication, with what a test adds to its frontmatter. */
function article(text: string, extra: readonly string[] = []): string {
  const lines = ['title: A rule', 'description: What it says.', 'pubDate: 2018-08-24', ...extra];
  return `---\n${lines.join('\n')}\n---\n\n${text}\n`;
}

const WORDS =
  'The bank wrote a rule in August and said what it would not do until the court had heard it.';

let project: Project;

beforeAll(() => {
  project = new Project();
});
beforeEach(() => {
  project.write({ ...SHELVES, [ARTICLE]: article(WORDS, ['number: 18-7']) });
});
afterEach(() => project.delete('content'));
afterAll(() => project.remove());

test.each([
  [0, [], 'No problems.\n'],
  [1, ['gone.mdx'], 'There is no file or folder "gone.mdx".\n'],
])('a command ends its process with %i', async (code, args, output) => {
  expect(await project.run('check', args)).toEqual({ code, output });
});

describe('npm run check', () => {
  const BAD = 'content/articles/2018/bad.mdx';

  test('says what is wrong and ends with 1; with a path, only of that; as JSON for tools', async () => {
    project.write({
      [BAD]: article('Text.', ['number: 18-8', 'tags: [chna]']),
      'content/articles/2018/worse.mdx': article('TODO', ['number: 18-9']),
    });
    const all = await project.command('check');
    expect(all.code).toBe(1);
    expect(all.output).toContain(
      `${BAD}:6:8 tags[0]: There is no tag "chna". Did you mean "china"?`,
    );
    expect(all.output).toContain(
      'content/articles/2018/worse.mdx:8:1 "TODO" was left in the text.',
    );

    const one = await project.command('check', [BAD]);
    expect(one.output).toContain('chna');
    expect(one.output).not.toContain('TODO');

    const json = await project.command('check', ['--json', 'content/articles/2018']);
    const problems = JSON.parse(json.output) as Record<string, unknown>[];
    expect(problems.find(({ code }) => code === 'tag-unknown')).toEqual({
      code: 'tag-unknown',
      severity: 'error',
      file: BAD,
      line: 6,
      column: 8,
      field: 'tags[0]',
      message: 'There is no tag "chna".',
      fix: 'Did you mean "china"?',
    });
    const summary = join(project.root, 'summary.md');
    const onGitHub = await project.command('check', [BAD], {
      GITHUB_ACTIONS: 'true',
      GITHUB_STEP_SUMMARY: summary,
    });
    expect(project.read('summary.md')).toContain(`${BAD}:6:8 tags[0]: There is no tag "chna".`);
    expect(onGitHub.output).toContain(
      `::error file=${BAD},line=6,col=8,title=tags[0]::There is no tag "chna". Did you mean "china"?`,
    );
    const sound = await project.command('check', ['content/articles/2017']);
    expect(sound).toEqual({ code: 0, output: 'No problems.\n' });
  });

  test('--fix mends what can only be meant in one way, and nothing else', async () => {
    project.write({
      [BAD]:
        '---\ntitle: 2018\ndescription: no\npubDate: 2018-08-24\nnumber: 18-8\ntags: [chna]\n---\n\nZero\u200bwidth, \u202etwice.\n',
    });
    const { output, code } = await project.command('check', ['--fix']);
    expect(project.read(BAD)).toBe(
      '---\ntitle: "2018"\ndescription: "no"\npubDate: 2018-08-24\nnumber: 18-8\ntags: [chna]\n---\n\nZerowidth, twice.\n',
    );
    expect(output).toContain('Mended 4 places.');
    expect(output).toContain('1 error, 0 warnings in 1 file.');
    expect(code).toBe(1);
  });

  test('--fix takes out of a photo where it was taken', async () => {
    const { 'content/articles/2018/located.jpg': photo = '' } = await images();
    project.write({
      [BAD]: article('![A pier](located.jpg)', ['number: 18-8']),
      'content/articles/2018/located.jpg': photo,
    });
    expect((await project.command('check')).output).toContain('says where it was taken');
    expect((await project.command('check', ['--fix'])).output).toContain('Mended one place.');
    const { code, output } = await project.run('check');
    expect([code, output]).toEqual([0, expect.not.stringContaining('image')]);
  });

  test('finds what is named from the folder that npm was called in, and from the root', async () => {
    project.write({ [BAD]: article('Text.', ['number: 18-8', 'tags: [chna]']) });
    const folder = { INIT_CWD: join(project.root, 'content/articles/2018') };
    for (const path of ['bad.mdx', '.', BAD]) {
      const { code, output } = await project.command('check', [path], folder);
      expect(output, path).toContain('chna');
      expect(code, path).toBe(1);
    }
    expect((await project.command('check', ['rule.mdx'], folder)).code).toBe(0);
  });

  test.each([
    ['a path that leads nowhere', ['content/articles/2018/rul.mdx'], 'There is no file or folder'],
    [
      'the same for tools',
      ['--json', ARTICLE, 'gone.mdx'],
      'There is no file or folder "gone.mdx"',
    ],
    ['what lies outside', [tmpdir()], 'is not in this project.'],
    ['what is not checked', ['package.json'], '"package.json" is not checked'],
  ])('never passes %s', async (_what, args, sentence) => {
    const { code, output } = await project.command('check', args);
    expect(output).toContain(sentence);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });

  test('a moment that is none is one sentence', async () => {
    const { code, output } = await project.command('check', [], { SITE_NOW: 'x' });
    expect(output).toBe('SITE_NOW is "x", which is no moment. Write it as 2026-11-22T00:00:00Z.\n');
    expect(code).toBe(1);
  });
});

describe('npm run new', () => {
  test('writes a file that keeps the contract, with the next number and the day in the zone', async () => {
    const first = await project.command('new', [
      'Two banks: "a rule"',
      '--date',
      '2018-09-01',
      '--tags',
      'china banks',
    ]);
    expect(first.output).toBe(
      'content/articles/2018/two-banks-a-rule.mdx\nA draft by desk. Look at it with "npm run dev".\n',
    );
    expect(project.read('content/articles/2018/two-banks-a-rule.mdx')).toContain(
      'title: \'Two banks: "a rule"\'\n',
    );
    await project.command('new', ['Today'], { SITE_NOW: '2026-12-31T23:59:00Z' });
    expect(project.read('content/articles/2026/today.mdx')).toContain(
      'pubDate: 2026-12-31\nauthors: [desk]\n',
    );
    const chinese = await project.command('new', ['北京 设立登记处']);
    expect(chinese.output).toContain('content/articles/2026/北京-设立登记处.mdx');
    project.delete('content/articles/2026/北京-设立登记处.mdx');
    const { code, output } = await project.command('check');
    expect(output).toMatch(/0 errors, 4 warnings in 2 files/);
    expect(code).toBe(0);
  });

  test.each([
    ['an existing file', ['A rule', '--slug', 'rule', '--date', '2018-01-01'], 'exists already'],
    ['no headline', [], 'The headline is missing.'],
    [
      'a day of no calendar',
      ['A', '--date', '2018-02-30'],
      '"2018-02-30" is not a day of the calendar.',
    ],
    ['an unknown tag', ['A', '--tags', 'chna'], 'There is no tag "chna". Did you mean "china"?'],
    ['a headline that gives no address', ['?!'], 'The headline "?!" has neither a letter'],
    [
      'a slug that climbs',
      ['A', '--slug', '../../x'],
      'small letters, digits and hyphens: --slug x',
    ],
    ['a headline that is too long', ['x'.repeat(121)], 'has 121 characters, the limit is 120'],
  ])('refuses %s in a sentence', async (_what, args, sentence) => {
    const before = project.files('content');
    const { code, output } = await project.command('new', args);
    expect(code).toBe(1);
    expect(output).toContain(sentence);
    expect(output).not.toContain('    at ');
    expect(project.files('content')).toEqual(before);
    expect(project.read(ARTICLE)).toBe(article(WORDS, ['number: 18-7']));
  });
});

test.each(['new', 'check', 'register'])('npm run %s says how it is called', async (command) => {
  const { code, output } = await project.command(command, ['--help']);
  expect(output.trim().split('\n')).toEqual([expect.stringContaining(`npm run ${command}`)]);
  expect(code).toBe(0);
});

describe.runIf(process.platform === 'linux')('npm run new in a terminal', () => {
  test('asks, and asks again after a wrong answer; lines typed ahead are not lost', async () => {
    const { code, output } = await inTerminal('A "rule"\n\nchna\nchina, banks\n\nchina-ban\n');
    expect(output).toContain('There is no tag "chna". Did you mean "china"?');
    expect(code).toBe(0);
    const text = project.read('content/articles/2026/a-rule.mdx');
    expect(text).toContain('title: A "rule"\n');
    expect(text).toContain('tags: [china, banks]\nkind: report\nstoryline: china-ban\n');
  });

  test('the end of the input ends it in a sentence', async () => {
    const before = project.files('content');
    const { code, output } = await inTerminal('A rule of today\n\u0004');
    expect(code).toBe(1);
    expect(output).toContain('Nothing was written.');
    expect(output).not.toContain('    at ');
    expect(project.files('content')).toEqual(before);
  });

  /** Runs the command in a pseudo-terminal (util-linux) in which all answers are typed at once. */
  function inTerminal(typed: string): Promise<Run> {
    const command = `'${process.execPath}' src/cli/new.ts`;
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      cwd: project.root,
      env: { ...process.env, SITE_NOW: TEST_NOW, NODE_ENV: '', VITEST: '', NO_COLOR: '1' },
    });
    let output = '';
    let answered = false;
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (answered || !output.includes('Headline: ')) return;
      answered = true;
      child.stdin.write(typed);
    });
    return new Promise((resolve) => {
      child.on('close', (code) => resolve({ code: code ?? 1, output }));
    });
  }
});

describe('npm run register', () => {
  const check = async () =>
    (await project.command('check', [], { SITE_NOW: '2026-11-23T12:00:00Z' })).output;

  test('numbers what has none, oldest first, and leaves every other byte', async () => {
    const windows = article('Text.', ['compiled: 2018-09-01']).replaceAll('\n', '\r\n');
    project.write({
      'content/articles/2018/b.mdx': windows,
      'content/articles/2018/a.mdx': article('Other.')
        .replace('08-24', '08-25')
        .replace('A rule', 'Another'),
      'content/articles/2018/draft.mdx': article('Later.', ['draft: true']),
    });
    const { output, code } = await project.command('register');
    expect(code).toBe(0);
    expect(output).toContain('New number: 18-8 2018/b\nNew number: 18-9 2018/a\n');
    expect(output).toContain(
      'Left out, for its line "draft: true": content/articles/2018/draft.mdx\n',
    );
    expect(project.read('content/articles/2018/b.mdx')).toBe(
      windows.replace('compiled: 2018-09-01\r\n', 'compiled: 2018-09-01\r\nnumber: 18-8\r\n'),
    );
    const ledger = () =>
      Object.fromEntries(
        project
          .files('content/ledger')
          .map((path) => [path, project.read(`content/ledger/${path}`)]),
      );
    const first = ledger();
    expect(Object.keys(first)).toEqual([
      '2017/first.json',
      '2018/a.json',
      '2018/b.json',
      '2018/rule.json',
      'pages.txt',
    ]);
    await project.command('register');
    expect(ledger()).toEqual(first);
  });

  test('in the plain voice nothing is numbered, and all is entered', async () => {
    project.configure({ voice: 'plain' });
    project.write({ 'content/articles/2018/b.mdx': article('Text.').replace('A rule', 'B') });
    // what a process imported once it does not import again
    const { output, code } = await project.run('register');
    expect(output).not.toContain('New number');
    expect(code).toBe(0);
    expect(project.read('content/articles/2018/b.mdx')).not.toContain('number');
    expect(JSON.parse(project.read('content/ledger/2018/b.json'))).toMatchObject({
      feed: 'docket/2018/b',
      urls: ['/2018/b/'],
    });
    await project.run('new', ['Plain words', '--tags', 'china']);
    const begun = project.read('content/articles/2026/plain-words.mdx');
    expect(begun).toContain('tags: [china]\n#');
    expect(begun).not.toMatch(/keyFacts|sources|kind|Cite/);
    project.configure({ voice: 'docket' });
  });

  test('a number that cannot be written is asked for, and nothing is filed', async () => {
    const fields = '"title": "Set", "description": "D.", "pubDate": "2018-08-24"';
    const json = 'content/articles/2018/json.mdx';
    project.write({
      [json]: `---\n{ ${fields} }\n---\n\nText.\n`,
      'content/articles/2018/a.mdx': article('Other.').replace('A rule', 'Another'),
    });
    const before = project.files('content').map((path) => project.read(`content/${path}`));
    const { output, code } = await project.command('register');
    expect(output).toBe(
      `${json}: The number cannot be written into fields that are set like this. Write "number: 18-9" among them by hand.\nNothing was registered.\n`,
    );
    expect(code).toBe(1);
    expect(project.files('content').map((path) => project.read(`content/${path}`))).toEqual(before);
  });

  test('a changed text must say so; a few words may be marked minor, not more, and not bit by bit', async () => {
    await project.command('register');
    project.write({ [ARTICLE]: article(WORDS.replace('August', 'July'), ['number: 18-7']) });
    expect(await check()).toContain(
      `${ARTICLE}:1:1 The text has changed since it was published (a word), and the article does not say so. Write "updatedDate: 2026-11-23T12:00Z" among its fields to tell readers; left as it is, it is entered as a minor edit by the deploy, or by "npm run register -- --minor ${ARTICLE}". (warning)`,
    );
    expect((await project.command('register')).code).toBe(1);
    // by its slug alone
    expect((await project.command('register', ['--minor', 'rule'])).output).toContain(
      `Minor edit entered: ${ARTICLE}`,
    );
    expect(await check()).toContain('No problems.');
    const entry = JSON.parse(project.read('content/ledger/2018/rule.json'));
    expect(entry.minor).toEqual([{ date: '2026-11-22', text: entry.text }]);

    const rest = 'The bank wrote nothing at all and nobody knows what was meant by any of that.';
    project.write({ [ARTICLE]: article(rest, ['number: 18-7']) });
    const refused = await project.command('register', ['--minor', ARTICLE]);
    expect(refused.code).toBe(1);
    expect(refused.output).toMatch(/^content\/.*: The text has changed .*\(about \d\d words\)/m);

    project.write({ [ARTICLE]: article(rest, ['number: 18-7', 'updatedDate: 2026-11-22']) });
    expect(await check()).toContain('No problems.');
    expect((await project.command('register')).output).toContain(`Change entered: ${ARTICLE}`);
    project.write({
      [ARTICLE]: article(`${rest} More.`, ['number: 18-7', 'updatedDate: 2026-11-22']),
    });
    expect(await check()).toContain('The text has changed since it was published (a word)');
  });

  test.each([
    ['a file that is not there', ['typo.mdx'], 'There is no file or folder "typo.mdx".'],
    ['a file that is no article', ['content/tags.yaml'], '"content/tags.yaml" is no article.'],
  ])('a small edit of %s files nothing', async (_what, paths, sentence) => {
    project.write({ [ARTICLE]: article(WORDS) });
    const before = project.files('content');
    const { code, output } = await project.command('register', ['--minor', ...paths]);
    expect(output).toContain(sentence);
    expect(code).toBe(1);
    expect(project.files('content')).toEqual(before);
    expect(project.read(ARTICLE)).toBe(article(WORDS));
  });

  test('an address once served leads on or is missed', async () => {
    await project.command('register');
    const moved = 'content/articles/2018/renamed.mdx';
    project.write({ [moved]: project.read(ARTICLE) });
    project.delete(ARTICLE);
    expect(await check()).toContain(
      `${moved}:1:1 The article has a new address, which is not in the ledger yet. The deploy enters it, or "npm run register". (warning)`,
    );
    expect((await project.command('register')).output).toContain(`New address: ${moved}`);
    expect(await check()).toContain('No problems.');

    project.write({ [ARTICLE]: article('Another one.', ['number: 18-8']) });
    expect(await check()).toContain(
      `${moved}:1:1 The article was served at "/2018/rule/", which is now the address of ${ARTICLE}.`,
    );
    project.delete(ARTICLE);

    project.write({ [moved]: project.read(moved).replace('18-7', '18-70') });
    expect(await check()).toContain(
      `${moved}:5:9 number: The article was published as 18-7 and is 18-70 now`,
    );
    project.write({
      [moved]: project.read(moved).replace('number: 18-70', 'number: 18-7\ndraft: true'),
    });
    expect(await check()).toContain(
      'draft: The article was published on 2026-11-22 and is a draft now.',
    );
    project.delete(moved);
    const gone = await check();
    expect(gone).toContain(
      'content/ledger/2018/renamed.json:1:1 18-7: The article 18-7 was published at "/2018/renamed/" and is gone.',
    );
    expect(gone).toContain('2018/rule/');
  });

  test('a topic that was published and renamed is missed until it is an alias', async () => {
    await project.command('register');
    const tags = project.read('content/tags.yaml');
    const first = project.read('content/articles/2017/first.mdx');
    project.write({
      'content/tags.yaml': tags.replace('banks: {', 'lenders: {'),
      'content/articles/2017/first.mdx': first.replace('banks', 'lenders'),
    });
    expect(await check()).toContain(
      '/topics/banks/: The page "/topics/banks/" was published and is gone.',
    );
    project.write({
      'content/tags.yaml': tags.replace('banks: {', 'lenders: { aliases: [/topics/banks/],'),
    });
    expect(await check()).toContain('No problems.');
  });

  test('a ledger that somebody broke is said to be', async () => {
    project.write({ 'content/ledger/2018/rule.json': '{ "id": 5 }' });
    expect(await check()).toContain(
      'content/ledger/2018/rule.json:1:1 id: The file is not as "npm run register" writes it',
    );
    project.write({
      'content/ledger/2018/rule.json': '<<<<<<< HEAD\n{}',
      'content/ledger/pages.txt': '2026-11-22 /topics/banks/\n>>>>>>> theirs\n',
    });
    const said = await check();
    expect(said).toContain('rule.json:1:1 Two branches changed the file, and git left both. Take');
    expect(said).toContain('pages.txt:2:1 ">>>>>>> theirs" is no line of the ledger. Remove it;');
  });
});
