import { defineSite } from '../record/site.ts';
import words from './words.ts';

/** The facts of this publication. Every field is explained in `src/record/site.ts`. */
export default defineSite({
  name: 'Coin Docket',
  tagline: 'How governments regulate digital money, entered in order and open to correction.',
  description:
    'The record of how governments regulate digital money: what was ordered, by whom, on what evidence, and what was corrected since.',
  url: 'https://coindocket.example/',
  locale: 'en-GB',
  zone: 'UTC',
  words,
  desk: 'desk',
  email: 'corrections@coindocket.example',
  identity: { domain: 'coindocket.example', year: 2026, word: 'docket' },
  // its covers are diagrams, whose words a preview would cut
  previews: 'cards',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  counts: { home: 8, page: 50, related: 3 },
  vocabulary: 'closed',
  redirects: 'rules',
  hsts: { seconds: 63_072_000, subdomains: true, preload: false },
  feeds: { site: 50, section: 30 },
  security: { contact: 'mailto:security@coindocket.example', expires: '2027-10-31' },
  articles: {
    minorWords: 6,
    copyDesk: { headline: 75, names: true, standfirst: true, lead: 40, numbers: true },
  },
});
