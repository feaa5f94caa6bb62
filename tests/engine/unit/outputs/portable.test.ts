import { describe, expect, test } from 'vitest';
import { portablePage, portableStyle } from '../../../../src/outputs/portable.ts';

describe('a page that opens without a server', () => {
  test.each([
    ['<a href="/">', 'index.html', '<a href="index.html">'],
    ['<a href="/">', '2018/x/index.html', '<a href="../../index.html">'],
    ['<a href="/2018/y/#p3">', '2018/x/index.html', '<a href="../y/index.html#p3">'],
    ['<a href="/search/?q=a">', 'index.html', '<a href="search/index.html?q=a">'],
    ['<script src="/_assets/a.js">', 'a/b/index.html', '<script src="../../_assets/a.js">'],
    ['<a href="#p3">', '2018/x/index.html', '<a href="#p3">'],
    ['<p>href="/" <b title=" > src="/">', 'a/index.html', '<p>href="/" <b title=" > src="/">'],
    [
      '<a hidden data-href="/" title="href=" href="/">',
      'a/index.html',
      '<a hidden data-href="/" title="href=" href="../index.html">',
    ],
    ['<a href="https://example.org/a">', 'index.html', '<a href="https://example.org/a">'],
    [
      '<source srcset="/images/a-400.1.avif 400w, /images/a-800.1.avif 800w">',
      '2018/x/index.html',
      '<source srcset="../../images/a-400.1.avif 400w, ../../images/a-800.1.avif 800w">',
    ],
  ])('%s in %s', (html, file, expected) => {
    expect(portablePage(html, file, '/')).toBe(expected);
  });

  test('leaves the base path out', () => {
    expect(portablePage('<a href="/news/topics/">', '404.html', '/news/')).toBe(
      '<a href="topics/index.html">',
    );
  });

  test('has nothing that browsers refuse to load from disk', () => {
    const kept = '<script src="theme.js"></script><link rel="icon" href="mark.svg">';
    const html = `<link rel="preload" href="/_assets/f.woff2" as="font" type="font/woff2" crossorigin>${kept}`;
    expect(portablePage(html, 'index.html', '/')).toBe(kept);
  });

  test('waits for its fonts', () => {
    expect(portableStyle('font-display:fallback;', 'a.css', '/')).toBe('font-display:block;');
  });

  test('with its style', () => {
    expect(portableStyle('src: url("/_assets/f.woff2")', '_assets/a.css', '/')).toBe(
      'src: url("f.woff2")',
    );
  });
});
