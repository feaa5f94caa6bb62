import { expect, test } from 'vitest';
import { openSearch } from '../../../../src/outputs/open-search.ts';
import { archiveOf, testSite } from '../../../support/article.ts';
import { parseXml, textOf } from '../../../support/xml.ts';

test('the search describes itself within the limits of OpenSearch', () => {
  const site = {
    ...testSite(),
    name: 'The Harbour & Lighter Gazette',
    url: 'https://docket.example/news/',
  };
  const xml = openSearch(archiveOf([], { site }));
  const description = parseXml(xml);
  expect(description.name).toBe('OpenSearchDescription');
  expect(textOf(description, 'ShortName')).toBe('The Harbour & Li');
  expect(xml).toContain(
    'type="text/html" template="https://docket.example/news/search/?q={searchTerms}"',
  );
});
