import { expect, test } from 'vitest';
import { searchFiles } from '../../../../src/outputs/edge/search-files.ts';
import { edgeTable } from '../../../../src/outputs/edge/table.ts';
import { shellOf } from '../../../../src/views/shell.ts';
import { archiveOf, article, testSite } from '../../../support/article.ts';

/* What hosts and readers are told of a server that answers searches. */

const OTHER = 'https://find.example/docket';

function of(server: string | undefined) {
  const site = testSite(server === undefined ? {} : { search: { server } });
  const table = edgeTable(site, [], []);
  return {
    files: searchFiles(table, site.search, site.url),
    policy: table.always['Content-Security-Policy'] ?? '',
    said: shellOf(archiveOf([article({ title: 'Entry', slug: 'entry' }, site)], { site })).hosts,
  };
}

test('without one there is nothing', () => {
  const { files, policy, said } = of(undefined);
  expect(files).toEqual({});
  expect(policy).toContain("connect-src 'self';");
  expect(said).toBeUndefined();
});

test('one on the own host is asked by its web server, and logs nothing', () => {
  const { files, policy, said } = of('/search.json');
  expect(files['.edge/search-nginx.conf']).toMatch(
    /location = \/search\.json \{[^}]*proxy_pass[^}]*access_log off;/,
  );
  expect(files['.edge/search-Caddyfile']).toMatch(/path \/search\.json\n.*\n\treverse_proxy /);
  expect(files['.edge/search.service']).toMatch(/ExecStart=.*search-server\.ts/);
  expect(policy).toContain("connect-src 'self';");
  expect(said).toBeUndefined();
});

test('one on another host stands in the policy, and readers are told', () => {
  const { policy, said } = of(OTHER);
  expect(policy).toContain("connect-src 'self' https://find.example;");
  expect(said).toContain('find.example (Search)');
});
