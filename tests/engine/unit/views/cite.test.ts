import { expect, test } from 'vitest';
import { articleView } from '../../../../src/views/article.ts';
import { archiveOf, article } from '../../../support/article.ts';

test.each([
  ['en-GB', 'The “shut” pier', '“The ‘shut’ pier”, '],
  ['de-DE', 'Der „Steg“', '„Der ‚Steg‘“, '],
  ['ja-JP', '「閉鎖」へ', '「『閉鎖』へ」『'],
  ['zh-CN', '“关闭”', '《“关闭”》，《'],
])(
  'a headline with quotation marks is cited within those of the language: %s',
  (locale, title, cited) => {
    const entry = article({ title });
    const archive = archiveOf([entry]);
    const view = articleView(entry, { ...archive, site: { ...archive.site, locale } });
    const text = view.cite.reference.map((piece) => piece.text).join('');
    expect(text).toContain(cited);
  },
);
