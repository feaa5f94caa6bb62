import { expect, test } from 'vitest';
import { lettersOf } from '../../../../src/outputs/search/terms.ts';
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
    '金融庁は、交換業者にデータの提出を命令した。',
    ['交換業者', '金融庁', '規制', '命令', '金 融 庁', 'ﾃﾞｰﾀ'],
  ],
  [
    'ar',
    'حظر العملات',
    'أعلن البنك المركزي حظرَ العملات الرقمية في ك\u200dتاب.',
    ['عملات', 'رقمي', 'البنك', 'بنك مركزي', 'حظر', 'كتاب'],
  ],
  [
    'de',
    'Die Regel',
    'Der Kryptowährungshandel ruht; mit Krypto, Währung, Han\u00addel und Aus\u00adkunft.',
    ['währung', 'Handel', 'Auskunft'],
  ],
  [
    'th',
    'กฎใหม่',
    'ธนาคารแห่งประเทศไทยออก\u200bกฎใหม่ที่มีผลมาก',
    ['ประเทศไทย', 'ธนาคาร', '"ออกกฎ"', 'ทำไมมาก'],
  ],
  ['ko', '새 규칙', '한국은행은 새 규칙을 발표했다.', ['한국', '은행', '규칙']],
  [
    'cs',
    'Banka píše pravidlo',
    'Národní banka vydala nové pravidlo.',
    ['pravidlo', '"nové pravidlo"', 'pravidlům', 'jaká pravidla'],
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

test('many words of a script without spaces are found without their places, one is not', async () => {
  const site = testSite({ locale: 'zh-Hans' });
  const entries = ['18-1', '18-2'].map((number) =>
    article({ title: '公告', slug: `notice-${number}`, number }, site),
  );
  const texts = await Promise.all(
    ['人民银行禁止虚拟货币交易平台。', '人民银行禁止货币虚拟。'].map((body) => compileText(body)),
  );
  const index = await indexOf({
    archive: archiveOf(entries, { site }),
    text: ({ number }) => texts[Number(number?.slice(3)) - 1] as (typeof texts)[number],
  });
  const places = async (text: string) => {
    const { finder } = await index.open();
    index.requests.length = 0;
    const query = { text, chosen: {}, order: 'best' } as const;
    const { results } = await finder.answer(query, { count: 9 });
    const read = index.requests.filter(({ path }) => path.includes('/places/')).length;
    return { first: results[0]?.number, total: results.length, read };
  };
  expect(await places('交易平台 人民银行 禁止 货币')).toEqual({ first: '18-1', total: 2, read: 0 });
  const phrase = await places('"虚拟货币"');
  expect(phrase).toMatchObject({ first: '18-1', total: 1 });
  expect(phrase.read).toBeGreaterThan(0);
  index.close();
});

/** What is found in German articles, each of a headline and a text. */
const answerInGerman = (query: string, ...articles: [title: string, body: string][]) =>
  answerIn('de', query, ...articles);

async function answerIn(
  locale: string,
  query: string,
  ...articles: [title: string, body: string][]
) {
  const site = testSite({ locale });
  const entries = articles.map(([title], i) =>
    article({ title, slug: `notice-${i}`, number: `18-${i + 1}` }, site),
  );
  const texts = await Promise.all(articles.map(([, body]) => compileText(body)));
  const index = await indexOf({
    archive: archiveOf(entries, { site }),
    text: ({ key }) => texts[Number(key.slice(3)) - 1] as (typeof texts)[number],
  });
  const answer = await index.finder.answer(
    { text: query, chosen: {}, order: 'best' },
    { count: 9 },
  );
  index.close();
  return answer;
}

test('a guess is said as the text writes it', async () => {
  const { instead } = await answerInGerman('Erklerung', ['Der Hafen', 'Die Erklärung liegt vor.']);
  expect(instead).toBe('Erklärung');
});

test('a mistyped word is no form of a word whose ending is the longer half', async () => {
  const { offers } = await answerIn(
    'en',
    'fundation keeps grain pilots',
    ['The port', 'The foundation keeps grain.'],
    ['The quay', 'Funding keeps pilots.'],
  );
  expect(offers).toEqual(['foundation keeps grain pilots']);
});

test('a compound is marked, and counts where it stands, for the words that it is made of', async () => {
  const { results } = await answerInGerman(
    'Handel mit Währung',
    ['Der Hafen', 'Der Handel ruht. Die Währung fällt. Der Handel mit Holz ruht.'],
    ['Der Kai', 'Der Währungshandel ruht.'],
  );
  const runs = results.flatMap(({ passages }) => passages.flatMap((passage) => passage.runs));
  expect(runs).toContainEqual({ text: 'Währungshandel', marked: true });
});

test('an entry that has two words in other forms only hides none that has one as it was typed', async () => {
  const { results } = await answerInGerman(
    'Regeln Hafen',
    ['Der Kai', 'Eine Regel gilt in den Häfen und in einem Hafens.'],
    ['Die Regeln', 'Sie gelten.'],
  );
  expect(results.map(({ number }) => number).sort()).toEqual(['18-1', '18-2']);
});

test('an entry whose headline has all of it comes before one that says it more often', async () => {
  const { results } = await answerInGerman(
    'Anna Kaiser',
    ['Der Hafen', 'Anna Kaiser sprach. '.repeat(4)],
    ['Vorwort von Anna Kaiser', 'Am Anfang war der Kai. '.repeat(30)],
    ['Der Kai', 'Kurz und gut: Anna Kaiser.'],
  );
  expect(results[0]?.number).toBe('18-2');
});

test.each([
  ['de-AT', { letters: 'äöü', pairs: ['ae ä', 'oe ö', 'ue ü'] }],
  ['da', { letters: expect.stringContaining('åæ'), pairs: ['aa å'] }],
  ['cs', { letters: 'čřšž', pairs: [] }],
  ['es', { letters: 'ñ', pairs: [] }],
  ['fr', {}],
  ['en-GB', {}],
])('letters that %s counts as its own', (locale, letters) => {
  expect(lettersOf(locale)).toEqual(letters);
});

/** Words of a text, what is typed, and whether that finds it. */
test.each([
  // a letter of the language's own makes another word, unless nothing has it
  ['de', 'Wir ändern es.', 'ändere', true],
  ['de', 'Wir ändern es.', 'aendern', true],
  ['de', 'Wir ändern es.', 'andern', true],
  ['de', 'Das Häuschen in Łódź.', 'hauschen lodz', true],
  ['sv', 'Hon höll talet.', 'hall', false],
  // what stands before or within a word
  ['de', 'Es wurde umgeändert und eingestellt.', 'umändern', true],
  ['de', 'Es lässt sich einstellen.', 'eingestellte', true],
  ['de', 'Fristen sind festzulegen.', 'festlegen', true],
  ['ar', 'استخدمها لمنع السلوك.', 'منع', true],
  ['ar', 'يعمل المتصفح باستخدام السلوك.', 'استخدام', true],
  ['ar', 'كتب المستخدم عن السلوك.', 'والمستخدم', true],
  ['ja', 'サーバを止めた。', 'サーバー', true],
  ['ja', 'サーバー管理者が止めた。', 'サーバ', true],
  ['ja', 'キーを押す。', 'キロ', false],
  ['ja', '担当が変わる。', '変わった', true],
  ['ja', '申込の取消。', '取り消し', true],
  ['ja', '登録を取り消した。', '取消', true],
  ['ja', '許可の申し込み。', '申込み', true],
  ['ja', '高い山、私は学生。', '高山', false],
  ['ja', 'クロスの布とサイト。', 'クロスサイトスクリプティング', true],
  ['cs', 'Důvěřujte sobě.', 'důvěřuj', true],
])('in %s, “%s” is found by “%s”: %s', async (locale, body, query, isFound) => {
  const { total, instead } = await answerIn(locale, query, ['№ 1', body]);
  expect(total > 0 && instead === undefined).toBe(isFound);
});

test('a word with a letter of its own comes before one that is written with the plain one, and the other way round', async () => {
  const articles = [
    ['Der Kai', 'Das Kleid ist schön. Ein Hafen. Noch ein Kai.'],
    ['Der Hafen', 'Das ist schon so. Schon gut, schon gut. Ein Hafen. Noch ein Kai.'],
  ] as const;
  for (const [query, first] of [
    ['schön', '18-1'],
    ['schoen', '18-1'],
    ['schon', '18-2'],
  ]) {
    const { results } = await answerInGerman(
      `${query} hafen kai`,
      ...articles.map(([a, b]): [string, string] => [a, b]),
    );
    expect(results[0]?.number, query).toBe(first);
  }
});

test('words of questions count for nothing in Japanese and Chinese', async () => {
  const [ja, zh] = [
    await answerIn('ja', '港に入る方法', ['港', '入る船。'], ['倉', '方法は三つ。']),
    await answerIn('zh-Hans', '如何进入港口', ['港口', '船只进入。'], ['仓库', '如何？']),
  ];
  expect([ja.total, zh.total]).toEqual([1, 1]);
});
