import { describe, expect, test } from 'vitest';
import { testSite } from '../../../support/article.ts';
import { checkFiles, lines, SHELVES } from './desk.ts';
import { SERVED_CASES } from './served-files.ts';
import { SHELF_CASES } from './shelves.ts';

describe('tags, authors, storylines, pages and files', () => {
  test.each([...SHELF_CASES, ...SERVED_CASES])('%s', async (_is, files, says) => {
    const { problems } = await checkFiles({ ...SHELVES, ...files });
    expect(lines(problems)).toEqual(says);
  });

  test('an open vocabulary takes any tag with a letter, of any script', async () => {
    const files = {
      ...SHELVES,
      'content/articles/2018/open.mdx':
        '---\ntitle: T\ndescription: D\npubDate: 2018-01-01\nnumber: 18-1\ntags: [anything, "融资"]\n---\n\nText.\n',
    };
    const { problems } = await checkFiles(files, { site: testSite({ vocabulary: 'open' }) });
    expect(lines(problems)).toEqual([]);
  });

  test('a link to a year of a topic leads to a page that the topic has', async () => {
    const site = testSite({ counts: { home: 8, page: 2, related: 3 } });
    const articles = [2011, 2011, 2012, 2012, 2013, 2013].map((year, i): [string, string] => [
      `content/articles/${year}/entry-${i}.mdx`,
      `---\ntitle: Entry ${i}\ndescription: D\npubDate: ${year}-01-0${i + 1}\nnumber: ${year - 2000}-${i + 1}\ntags: [china]\n---\n\nText.\n`,
    ]);
    const about = (years: readonly number[]) =>
      `---\ntitle: A\ndescription: D\n---\n\n${years.map((year) => `See [${year}](/topics/china/${year}/).\n`).join('\n')}`;
    const checked = async (years: readonly number[]) =>
      lines(
        (
          await checkFiles(
            {
              ...SHELVES,
              ...Object.fromEntries(articles),
              'content/pages/about.mdx': about(years),
            },
            { site },
          )
        ).problems,
      );
    // the newest are on the topic's own page; the entry of 2017 is one of SHELVES
    expect(await checked([2012, 2011])).toEqual([]);
    expect(await checked([2013, 2017])).toEqual([
      expect.stringContaining('There is no page "/topics/china/2013/".'),
      expect.stringContaining('There is no page "/topics/china/2017/".'),
    ]);
  });

  test('a folder without content is sound but for its desk', async () => {
    const { problems, content } = await checkFiles({});
    expect(lines(problems)).toEqual([
      'content/authors/desk.yaml:1:1 The desk "desk" of src/publication/site.config.ts is not among the authors. Add the file with "name: …".',
    ]);
    expect(content.articles).toEqual([]);
  });
});
