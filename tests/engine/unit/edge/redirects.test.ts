import { describe, expect, test } from 'vitest';
import { plainPath } from '../../../../src/lib/plain-path.ts';
import { Edge } from '../../../../src/outputs/edge/match.ts';
import { edgeTable } from '../../../../src/outputs/edge/table.ts';
import { gone, redirects } from '../../../../src/record/redirects.ts';
import { archiveOf, article, testSite } from '../../../support/article.ts';

const hsts = { seconds: 1, subdomains: false, preload: false };

describe('redirects', () => {
  test('every alias leads to its entry, however it is spelled', () => {
    const archive = archiveOf([
      article({
        slug: 'entry',
        aliases: ['/old/', 'older', '/caf%C3%A9/', 'https://before.example/blog/entry.html'],
      }),
    ]);
    expect(redirects(archive)).toEqual([
      { from: '/blog/entry.html', to: '/2018/entry/' },
      { from: '/café', to: '/2018/entry/' },
      { from: '/old', to: '/2018/entry/' },
      { from: '/older', to: '/2018/entry/' },
    ]);
  });

  test('an alias that a check should have stopped leads nowhere', () => {
    const aliases = ['/%2e%2e/out/', '/a%00b/', '/a%0Ab/', '/a%5Cb/', '/good/', 'https://[old]/x/'];
    const froms = redirects(archiveOf([article({ slug: 'entry', aliases })])).map(
      ({ from }) => from,
    );
    expect(froms).toContain('/good');
    expect(froms.join()).not.toMatch(/\.\.|[\0\n\\]/);
  });

  test('a page wins over an alias, and nothing leads to itself', () => {
    const archive = archiveOf([
      article({ slug: 'first', number: '18-1', aliases: ['/2018/second/', '/2018/first'] }),
      article({ slug: 'second', number: '18-2' }),
    ]);
    expect(redirects(archive)).toEqual([]);
  });

  test('aliases are below the base path, whole addresses are not', () => {
    const site = testSite({ url: 'https://docket.example/news/' });
    const archive = archiveOf(
      [article({ slug: 'entry', aliases: ['/old/', 'https://a.example/x/'] })],
      {
        site,
      },
    );
    expect(redirects(archive).map(({ from }) => from)).toEqual(['/news/old', '/x']);
  });

  test('a withdrawn entry is gone, and its old addresses lead to where that is said', () => {
    const archive = archiveOf([
      article({
        slug: 'wrong',
        aliases: ['/was/'],
        withdrawn: { date: '2019-01-01', reason: 'It was wrong.' },
      }),
    ]);
    expect(gone(archive)).toEqual(['/2018/wrong/']);
    const edge = new Edge(
      edgeTable({ url: 'https://docket.example/', hsts }, redirects(archive), gone(archive)),
    );
    expect(edge.verdict('/2018/wrong/')).toEqual({ status: 410 });
    expect(edge.verdict('/2018/wrong')).toEqual({ status: 410 });
    expect(edge.verdict('/was')).toEqual({ status: 301, to: '/2018/wrong/' });
  });

  test('one spelling for encoded, decoded, composed and decomposed', () => {
    const paths = ['/caf%C3%A9/', '/café', '/cafe\u0301/', 'https://docket.example/caf%c3%a9'];
    expect(new Set(paths.map(plainPath))).toEqual(new Set(['/café']));
  });
});
