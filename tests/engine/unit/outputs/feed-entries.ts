import { Memo } from '../../../../src/content/memo.ts';
import type { Feed } from '../../../../src/outputs/feeds/feed-frame.ts';
import { FeedSource } from '../../../../src/outputs/feeds/feed-item.ts';
import type { Article } from '../../../../src/record/article.ts';
import type { Text } from '../../../../src/record/text.ts';
import { type ArticleFields, archiveOf, article, testSite } from '../../../support/article.ts';
import { compiledArticle } from '../../../support/text.ts';

export const { text } = await compiledArticle('A text.');

export function sourceOf(
  articles: readonly Article[],
  texts: (article: Article) => Text = () => text,
  site = testSite(),
) {
  return new FeedSource({ archive: archiveOf(articles, { site }), text: texts, memo: new Memo() });
}

export function numbered(count: number, fields: ArticleFields = {}): Article[] {
  return Array.from({ length: count }, (_, i) =>
    article({ slug: `entry-${i + 1}`, number: `18-${i + 1}`, ...fields }),
  );
}

export const ids = (feed: Feed) => feed.items.map(({ id }) => id);
