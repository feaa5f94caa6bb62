import { expect, test } from 'vitest';
import { archiveOf, article, testSite } from '../../../support/article.ts';
import { compileText } from '../../../support/compile.ts';
import { indexOf } from '../../../support/search.ts';

/* Languages of every script are searched, whatever is known of their endings. */

test.each([
  [
    'zh-Hans',
    '央行发布通知',
    '人民银行发布了关于代币的公告。',
    ['代币', '公告', '人民银行', '"发布了"'],
  ],
  [
    'ja',
    '仮想通貨の規制',
    '金融庁は、交換業者に命令を出した。',
    ['交換業者', '金融庁', '規制', '命令'],
  ],
  [
    'ar',
    'حظر العملات',
    'أعلن البنك المركزي حظرَ العملات الرقمية.',
    ['عملات', 'البنك', 'بنك مركزي', 'حظر'],
  ],
  [
    'de',
    'Die Regel',
    'Der Kryptowährungshandel ruht; mit Krypto, Währung und Handel.',
    ['währung', 'Handel'],
  ],
  ['th', 'กฎใหม่', 'ธนาคารแห่งประเทศไทยออกกฎใหม่', ['ประเทศไทย', 'ธนาคาร']],
  ['ko', '새 규칙', '한국은행은 새 규칙을 발표했다.', ['한국', '은행', '규칙']],
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
  for (const query of queries) {
    const { total } = await index.finder.answer(
      { text: query, chosen: {}, order: 'best' },
      { count: 0 },
    );
    expect(total, query).toBe(1);
  }
  index.close();
});
