const plurals = new Intl.PluralRules('en');

/** `1 entry`, `2 entries`. */
function entries(n: number): string {
  return `${n.toLocaleString('en-GB')} ${plurals.select(n) === 'one' ? 'entry' : 'entries'}`;
}

/** What the search says in English; the browser loads this file, and no other words. */
export const enSearch = {
  title: 'Search',
  label: 'Search for',
  button: 'Search',
  placeholder: 'Search entries',
  noscript: 'Search needs JavaScript. You can also browse by topic, by storyline and by year.',
  browse: 'Or browse',

  searching: 'Searching…',
  loading: 'Loading the search index…',
  failed: 'Search could not be loaded. Type again to retry.',
  /** The line above the results, in parts: the first is stressed. */
  found: (n: number, text: string, within: string): [stressed: string, rest: string] => [
    entries(n),
    `${text === '' ? ' found' : ` for “${text}”`}${within === '' ? '' : ` in ${within}`}`,
  ],
  foundMost: (n: number, text: string): [stressed: string, rest: string] => [
    'No entry',
    ` has all the words of “${text}”. ${entries(n)} ${plurals.select(n) === 'one' ? 'has' : 'have'} most of them:`,
  ],
  foundNothing: (text: string, within: string): [stressed: string, rest: string] => [
    'No entry',
    `${text === '' ? ' found' : ` for “${text}”`}${within === '' ? '' : ` in ${within}`}.`,
  ],
  instead: (typed: string, searched: string) =>
    `No entry for “${typed}”. Showing results for “${searched}”.`,
  mostToo: (n: number) => `${entries(n)} with most of the words`,
  fitting: 'You may be looking for:',
  all: 'All results',
  more: 'Show more',
  allFilters: 'All of them',
  notHere: 'Not found? Try ',
  everywhere: 'all places and years',
  orBrowse: 'or browse ',
  or: 'or',
  topics: 'topics',
  storylines: 'storylines',
  archive: 'the archive',

  narrow: 'Filters',
  facets: {
    place: 'Place',
    topic: 'Topic',
    body: 'Body',
    storyline: 'Storyline',
    kind: 'Kind',
    author: 'Author',
    year: 'Year',
  },
  dates: 'Dates',
  from: 'From',
  to: 'To',
  since: (date: string) => `since ${date}`,
  until: (date: string) => `until ${date}`,
  inForce: 'Active filters',
  remove: ', remove',
  clear: 'Clear all',
  order: 'Sort by: ',
  orders: { best: 'best match', newest: 'newest', oldest: 'oldest' },

  paragraph: 'Paragraph',
  exhibit: (letter: string) => `Exhibit ${letter}`,
  note: (letter: string) => `Note ${letter}`,
  /** A passage without a number. */
  text: 'Summary',
  storylinePart: (storyline: string, part: string) => `${storyline}, part ${part}`,

  trouble: {
    offline:
      'You are offline, and part of the search index is not on this device yet. What you typed is kept.',
    outdated: 'The site has changed since this page was loaded.',
    missing: 'The search index could not be found.',
  },
  help: {
    offline: 'Try again',
    outdated: 'Reload the page',
    missing: 'Try again',
  },
  /** For writers, in a preview. */
  noIndex: 'Run “npm run build” once: a preview searches the index of the last build.',
};

export type SearchStrings = typeof enSearch;
