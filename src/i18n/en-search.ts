const plurals = new Intl.PluralRules('en');

/** `1 entry`, `2 entries`. */
function entries(n: number): string {
  return `${n.toLocaleString('en-GB')} ${plurals.select(n) === 'one' ? 'entry' : 'entries'}`;
}

/** What the search says in English; the browser loads this file, and no other words. */
export const enSearch = {
  title: 'Search the record',
  label: 'Words to find',
  button: 'Search',
  placeholder: 'Search the record',
  noscript:
    'Search runs in your browser and needs JavaScript. The same record can be read by topic, by storyline and by year.',
  browse: 'Or browse',

  searching: 'Searching…',
  loading: 'Fetching the index…',
  failed: 'The search did not come. Type again to try again.',
  /** The line above the results, in parts: the first is stressed. */
  found: (n: number, text: string, within: string): [stressed: string, rest: string] => [
    entries(n),
    `${text === '' ? ' on record' : ` ${plurals.select(n) === 'one' ? 'holds' : 'hold'} “${text}”`}${within === '' ? '' : ` in ${within}`}`,
  ],
  foundMost: (n: number, text: string): [stressed: string, rest: string] => [
    'No entry',
    ` holds all of “${text}”. ${entries(n)} ${plurals.select(n) === 'one' ? 'holds' : 'hold'} most of it:`,
  ],
  foundNothing: (text: string, within: string): [stressed: string, rest: string] => [
    'No entry',
    `${text === '' ? ' is on record' : ` holds “${text}”`}${within === '' ? '' : ` in ${within}`}.`,
  ],
  instead: (typed: string, searched: string) =>
    `Nothing holds “${typed}”. This is what “${searched}” finds.`,
  mostToo: (n: number) => `${entries(n)} with most of the words`,
  fitting: 'These may fit:',
  all: 'All results',
  more: 'Show more',
  notHere: 'Not here? Try ',
  everywhere: 'all places and years',
  orBrowse: 'or browse ',
  or: 'or',
  topics: 'topics',
  storylines: 'storylines',
  archive: 'the archive',

  narrow: 'Narrow the search',
  facets: {
    place: 'Place',
    topic: 'Topic',
    body: 'Body',
    storyline: 'Storyline',
    kind: 'Kind',
    author: 'By',
    year: 'Filed',
  },
  dates: 'Dates',
  from: 'From',
  to: 'To',
  since: (date: string) => `since ${date}`,
  until: (date: string) => `until ${date}`,
  inForce: 'Filters in force',
  remove: ', remove',
  clear: 'Clear all',
  order: 'Order: ',
  orders: { best: 'best match', newest: 'newest', oldest: 'oldest' },

  paragraph: 'Paragraph',
  exhibit: (letter: string) => `Exhibit ${letter}`,
  note: (letter: string) => `Note ${letter}`,
  /** A passage without a number. */
  text: 'In brief',
  storylinePart: (storyline: string, part: string) => `${storyline}, part ${part}`,

  trouble: {
    offline:
      'There is no connection, and not all of the index is on this device yet. What you typed stays.',
    outdated: 'The record has changed since this page was loaded.',
    missing: 'The search index is not there.',
  },
  help: {
    offline: 'Try again',
    outdated: 'Load the page again',
    missing: 'Try again',
  },
  /** For writers, in a preview. */
  noIndex: 'Run “npm run build” once: a preview searches the index of the last build.',
};

export type SearchStrings = typeof enSearch;
