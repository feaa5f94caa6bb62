import { describe, expect, test } from 'vitest';
import { articleView } from '../../../../src/views/article.ts';
import { docketRow } from '../../../../src/views/entry.ts';
import { tongueOf } from '../../../../src/views/page.ts';
import { archiveOf, article } from '../../../support/article.ts';

describe('the tongue of an entry', () => {
  test.each([
    [undefined, 'en-GB', {}],
    ['fr', 'en-GB', { lang: 'fr' }],
    ['ar', 'en-GB', { lang: 'ar', dir: 'rtl' }],
    ['fr', 'ar-EG', { lang: 'fr', dir: 'ltr' }],
    ['he', 'ar-EG', { lang: 'he' }],
  ])('%s in a publication in %s', (lang, locale, tongue) => {
    expect(tongueOf({ lang }, { locale })).toEqual(tongue);
  });

  test('is spoken on its page, and named where its words stand on others', () => {
    const entry = article({ title: 'Un pont', lang: 'fr', kind: 'opinion', pubDate: '2018-08-01' });
    const archive = archiveOf([entry]);
    const view = articleView(entry, archive);
    expect(view).toMatchObject({ lang: 'fr', kindWord: 'Opinion' });
    expect(view.stamp).toMatchObject({ word: 'Publiée', day: { text: '1er août 2018' } });
    expect(view.head.locale).toBe('fr_FR');
    const row = docketRow(entry, archive);
    expect(row).toMatchObject({ lang: 'fr', time: { text: '1 Aug 2018' } });
  });

  test('has the words of an owner only where they are in it', () => {
    const entry = article({ title: 'Un pont', lang: 'fr' });
    const archive = archiveOf([entry]);
    const words = { stamps: { published: 'Out' } };
    const site = { ...archive.site, words };
    expect(articleView(entry, { ...archive, site }).stamp?.word).toBe('Publiée');
  });
});
