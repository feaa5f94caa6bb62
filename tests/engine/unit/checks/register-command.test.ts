import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Project } from '../../../support/project.ts';
import { ARTICLE, article, WORDS } from './command-article.ts';
import { SHELVES } from './desk.ts';

let project: Project;

beforeAll(() => {
  project = new Project();
});
beforeEach(() => {
  project.write({ ...SHELVES, [ARTICLE]: article(WORDS, ['number: 18-7']) });
});
afterEach(() => project.delete('content'));
afterAll(() => project.remove());

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
