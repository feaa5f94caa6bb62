import { expect, test } from 'vitest';
import { topicView } from '../../../../src/views/topics.ts';
import { archiveOf, article, testSite } from '../../../support/article.ts';

test('a topic that an open vocabulary does not list has a description all the same', () => {
  const site = testSite({ vocabulary: 'open', name: 'The Docket' });
  const archive = archiveOf([article({ tags: ['custody'] })], { site, tags: new Map() });
  const tag = archive.tags.get('custody');
  if (!tag) throw new Error('a tag');
  expect(topicView(tag, archive).head.description).toBe('Entries of The Docket on custody.');
});
