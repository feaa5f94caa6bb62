import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Project, type Run, TEST_NOW } from '../../../support/project.ts';
import { ARTICLE, article, WORDS } from './command-article.ts';
import { SHELVES } from './desk.ts';
import { images } from './images.ts';

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
