import { describe, expect, test } from 'vitest';
import { cardContent, cardDigest, siteCardContent } from '../../../../src/outputs/images/card.ts';
import { drawCard } from '../../../../src/outputs/images/card-drawing.ts';
import { article, testPalette, testSite } from '../../../support/article.ts';

const site = testSite();
const { inks } = testPalette();
const founding = {
  title: 'China moves to wall off 124 coin exchanges abroad',
  number: '18-31',
  figure: { value: '124', label: 'exchanges' },
};

describe('what a social card says', () => {
  test('name, stamp, headline and figure', () => {
    expect(cardContent(article(founding), site)).toEqual({
      name: 'Quay Register',
      host: 'quay.example',
      stamp: ['Published', '24 Aug 2018', 'No. 18-31'],
      headline: 'China moves to wall off 124 coin exchanges abroad',
      figure: { value: '124', label: 'exchanges' },
    });
  });

  test('in the plain voice no number is shown, and no frame', () => {
    const card = cardContent(article(founding), testSite({ voice: 'plain' }));
    expect(card.stamp).toEqual(['Published', '24 Aug 2018']);
    const frame = `stroke="${inks.red}"`;
    expect(drawCard(card, inks)).not.toContain(frame);
    expect(drawCard(cardContent(article(founding), site), inks)).toContain(frame);
  });

  test('a headline in Arabic that begins with a name is drawn from right to left', () => {
    const headline = 'OpenAI تعلن';
    const card = { ...cardContent(article(founding), site), headline };
    const mirror = 'scale(-1 1)';
    expect(drawCard(card, inks)).not.toContain(mirror);
    const drawn = drawCard({ ...card, isRightToLeft: true }, inks);
    expect(drawn).toContain(mirror);
    expect(drawn).toContain(`>\u2067${headline}\u2069<`);
  });

  test('an article in a language of its own is dated in it', () => {
    const card = cardContent(article({ ...founding, lang: 'fr' }), site);
    expect(card.stamp).toEqual(['Publiée', '24 août 2018', 'Nº 18-31']);
  });

  test('an article without number or figure has neither', () => {
    const card = cardContent(article({ title: 'A rule' }), site);
    expect(card.stamp).toEqual(['Published', '24 Aug 2018']);
    expect(card.figure).toBeUndefined();
  });

  test('a headline in a script that the type lacks gives way to the number, then to the date', () => {
    const chinese = { title: '中国封锁境外交易所', slug: 'china' };
    expect(cardContent(article({ ...chinese, number: '18-31' }), site).headline).toBe('No. 18-31');
    expect(cardContent(article(chinese), site).headline).toBe('24 Aug 2018');
  });

  test('a figure in such a script is left out, and so is such a label', () => {
    const figure = (value: string, label: string) =>
      cardContent(article({ figure: { value, label } }), site).figure;
    expect(figure('一百', 'yuan')).toBeUndefined();
    expect(figure('100', '元')).toEqual({ value: '100', label: '' });
  });

  test('a publication whose name it cannot set goes by its host', () => {
    expect(siteCardContent(testSite({ name: '硬币' })).name).toBe('quay.example');
  });

  test('dates of a locale with thin spaces and other letters are set or replaced', () => {
    expect(cardContent(article(founding, site), testSite({ locale: 'pl' })).stamp).toContain(
      '24 sie 2018',
    );
    expect(cardContent(article(founding, site), testSite({ locale: 'ja' })).stamp).toContain(
      '2018-08-24',
    );
  });
});

describe('the address of a card', () => {
  const digest = cardDigest(article(founding), site, inks);

  test('stays when nothing that it shows has changed', () => {
    const edited = { ...founding, description: 'Another standfirst.', tags: ['china'], words: 900 };
    expect(cardDigest(article(edited), site, inks)).toBe(digest);
  });

  test.each([
    ['headline', article({ ...founding, title: 'Another' }), site],
    ['number', article({ ...founding, number: '18-32' }), site],
    ['figure', article({ ...founding, figure: { value: '125', label: 'exchanges' } }), site],
    ['date', article({ ...founding, pubDate: '2018-08-25' }), site],
    ['name', article(founding), testSite({ name: 'Another Docket' })],
  ])('changes with the %s', (_what, changed, changedSite) => {
    expect(cardDigest(changed, changedSite, inks)).not.toBe(digest);
  });
});

test('the address of a card changes with the inks', () => {
  const digest = (paper: string) => cardDigest(article(founding), site, { ...inks, paper });
  expect(digest('#ffffff')).not.toBe(digest('#fffffe'));
});
