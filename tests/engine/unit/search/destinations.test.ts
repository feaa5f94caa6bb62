import { describe, expect, test } from 'vitest';
import {
  bestDestinations,
  type Destinations,
} from '../../../../src/outputs/search/destinations.ts';
import { QueryLanguage } from '../../../../src/outputs/search/language.ts';
import { termsOf } from '../../../../src/outputs/search/terms.ts';

const SITE: Destinations = {
  term: [
    ['Toll stop', '/glossary/#toll-stop', 'A day on which no toll is taken.', 'toll halt', '停收'],
    ['Lighter', '/glossary/#lighter', 'A flat boat.'],
  ],
  storyline: [['The grain toll', '/storylines/grain-toll/', '5 parts']],
  place: [
    ['Northquay', '/topics/northquay/', '12 entries', '北码头'],
    ['北海', '/topics/beihai/', '1 entry'],
  ],
  topic: [['Tolls', '/topics/tolls/', '7 entries']],
  page: [
    ['Feeds', '/feeds/', 'Follow all entries in a feed reader.', 'RSS', 'Atom'],
    ['About: Privacy', '/about/#privacy', '', 'Privacy'],
    ['About', '/about/', 'Who makes it.', 'contact'],
  ],
};
const LABELS = {
  term: 'Term',
  storyline: 'Storyline',
  place: 'Place',
  topic: 'Topic',
  body: 'Body',
  author: 'Author',
  page: 'Page',
};
const ENGLISH = new QueryLanguage(termsOf('en-GB'));
const found = (text: string) =>
  bestDestinations(text, SITE, ENGLISH, LABELS).map(({ href }) => href);

describe('a query is answered by', () => {
  test.each([
    ['what is a lighter', '/glossary/#lighter'],
    ['Lighters', '/glossary/#lighter'],
    ['toll halt', '/glossary/#toll-stop'],
    ['停收', '/glossary/#toll-stop'],
    ['北码头关闭', '/topics/northquay/'],
    ['storyline grain toll', '/storylines/grain-toll/'],
    ['grain toll timeline', '/storylines/grain-toll/'],
    ['rss', '/feeds/'],
    ['privacy', '/about/#privacy'],
    ['contact', '/about/'],
    ['northq', '/topics/northquay/'],
    ['abuot', '/about/'],
    ['grain tol', '/storylines/grain-toll/'],
    ['grian toll', '/storylines/grain-toll/'],
    ['nortquay', '/topics/northquay/'],
    ['beihai', '/topics/beihai/'],
    ['behiai', '/topics/beihai/'],
  ])('“%s”: %s', (text, href) => {
    expect(found(text)[0]).toBe(href);
  });

  test('all that its words mean, four at most', () => {
    expect(found('toll')).toEqual([
      '/topics/tolls/',
      '/glossary/#toll-stop',
      '/storylines/grain-toll/',
    ]);
  });

  test.each(['', 'the', 'what is', 'harbour master', '码北头'])('nothing: “%s”', (text) => {
    expect(found(text)).toEqual([]);
  });
});
