import { expect, test } from 'vitest';
import { SITES } from '../../support/build-site.ts';

/* The German fixture is for a host without rules of redirection: pages lead on from old addresses. */

const site = SITES.find(({ name }) => name === 'german');

test.each(['alt/brücke/index.html', '2018/08/name.html', 'café/index.html'])(
  'the page %s leads on in one step',
  (file) => {
    const html = site?.file(file);
    const address = `${site?.url}2025/die-brueckenstrasse-wird-gesperrt/`;
    expect(html).toContain(`<meta http-equiv="refresh" content="0; url=${address}">`);
    expect(html).toContain(`<link rel="canonical" href="${address}">`);
    expect(site?.file('sitemap.xml')).not.toContain(file.replace('index.html', ''));
  },
);
