import { expect, test } from 'vitest';
import { Finder } from '../../../../src/ui/client/search/finder.ts';
import { archiveOf, article, testSite } from '../../../support/article.ts';
import { compileText } from '../../../support/compile.ts';
import { indexOf } from '../../../support/search.ts';

/* Pagefind has stemmers for some languages only. The others are searched by their words as they are. */

test.each([
  [
    'zh-Hans',
    '央行发布通知',
    '人民银行发布了关于代币的公告。',
    ['代币', '公告', '人民银行', '"发布了"'],
  ],
  [
    'cs',
    'Banka píše pravidlo',
    'Národní banka vydala nové pravidlo.',
    ['pravidlo', '"nové pravidlo"'],
  ],
])('an index in %s answers', { timeout: 60_000 }, async (locale, title, body, queries) => {
  const site = testSite({ locale });
  const entry = article({ title, slug: 'notice', number: '18-1' }, site);
  const text = await compileText(body);
  const index = await indexOf({ archive: archiveOf([entry], { site }), text: () => text });
  const finder = new Finder(index.engine);
  for (const query of queries) {
    const { total } = await finder.find({ text: query, chosen: {}, order: 'best' });
    expect(total, query).toBe(1);
  }
  index.close();
});
