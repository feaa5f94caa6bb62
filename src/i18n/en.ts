import { enFeeds } from './en-feeds.ts';

/*
 * Everything the interface says, in English. A translation is a file of this shape. Dates, numbers
 * and lists arrive formatted (src/i18n/format.ts).
 */

import { enSearch } from './en-search.ts';

const plurals = new Intl.PluralRules('en');

/** `1 entry`, `2 entries`. */
function count(n: number, one: string, other: string): string {
  return `${n.toLocaleString('en-GB')} ${noun(n, one, other)}`;
}

function noun(n: number, one: string, other: string): string {
  return plurals.select(n) === 'one' ? one : other;
}

function inYear(year: string, page: number | undefined): string {
  return page === undefined ? year : `${year}, page ${page}`;
}

/** A name within a sentence: "The Docket desk" is "the Docket desk" there. */
function within(name: string): string {
  return name.replace(/^The /, 'the ');
}

export const en = {
  /** Words that stand in compiled articles. */
  compiled: {
    paragraph: 'Paragraph {n}',
    back: 'Back to note {letter} in the text',
    backText: 'Back',
    table: 'Table {n}',
    alerts: {
      note: 'Note',
      tip: 'Tip',
      important: 'Important',
      warning: 'Warning',
      caution: 'Caution',
    },
    taskDone: 'Done',
    taskOpen: 'Not done',
    details: 'Details',
  },

  /** Names of places in the publication, as menus and headings have them. */
  places: {
    home: 'Home',
    archive: 'Archive',
    storylines: 'Storylines',
    topics: 'Topics',
    corrections: 'Corrections',
    search: 'Search',
    feeds: 'Feeds',
    glossary: 'Glossary',
  },

  shell: {
    skip: 'Skip to content',
    main: 'Main',
    footer: 'Footer',
    browse: 'Browse',
    about: 'About',
    subscribe: 'Subscribe',
    allFeeds: 'All feeds',
    lastEntry: (date: string) => `Latest entry: ${date}`,
    licence: (name: string) => ({
      before: 'Text and charts may be copied under ',
      after: `: name ${name} and the entry. Nothing here is legal or investment advice. No cookies and no trackers. Everything but search works without JavaScript.`,
    }),
    theme: 'Appearance',
    themes: { system: 'automatic', light: 'light', dark: 'dark' },
  },

  /** Titles of browser tabs. */
  titles: {
    of: (page: string, site: string) => `${page} | ${site}`,
    home: (site: string, tagline: string) => `${site}: ${tagline}`,
    topic: (name: string) => `${name}: all entries`,
    sectionYear: (name: string, year: string, page: number | undefined) =>
      `${name}, ${inYear(year, page)}`,
    archive: 'All entries, newest first',
    year: (year: string, page: number | undefined) =>
      page === undefined ? `${year}: all entries` : inYear(year, page),
    storyline: (name: string) => `${name}: a storyline`,
    author: (name: string) => `Entries by ${within(name)}`,
  },

  descriptions: {
    archive: 'Every entry, newest first.',
    sectionYear: {
      topic: (name: string, year: string) => `Entries on ${name} in ${year}, newest first.`,
      author: (name: string, year: string) =>
        `Entries by ${within(name)} in ${year}, newest first.`,
    },
    year: (year: string) => `Every entry of ${year}, newest first.`,
    topics: 'Entries by place, by subject and by the kind of body that acts.',
    storylines: 'Stories told in dated parts, from the first entry to the latest.',
    author: (name: string) => `Everything by ${within(name)}, newest first.`,
    corrections: 'Every mistake found in our entries, as published and as corrected.',
    search: 'Search all entries. Results are paragraphs, each with its number.',
    feeds: 'Follow all entries, a topic or a storyline in a feed reader.',
    glossary: 'Terms and names used in the entries, in plain words.',
    notFound: 'There is no page at this address.',
    withdrawn: 'This entry has been withdrawn.',
  },

  counts: {
    entries: (n: number) => noun(n, 'entry', 'entries'),
    parts: (n: number) => noun(n, 'part', 'parts'),
    sources: (n: number) => noun(n, 'source cited', 'sources cited'),
    minutes: (n: number) => count(n, 'minute', 'minutes'),
    minutesToRead: (n: number) => noun(n, 'minute to read', 'minutes to read'),
    minutesInFull: (n: number) => noun(n, 'minute to read in full', 'minutes to read in full'),
    monthsSpan: (n: number) => noun(n, 'month, first to last', 'months, first to last'),
    corrections: (n: number) => noun(n, 'correction', 'corrections'),
    corrected: (n: number) => noun(n, 'entry corrected', 'entries corrected'),
    topics: (n: number) => noun(n, 'topic', 'topics'),
    storylines: (n: number) => noun(n, 'storyline', 'storylines'),
    open: (n: number) => noun(n, 'still open', 'still open'),
    months: (n: number) => count(n, 'month', 'months'),
    allEntries: (n: number) => `All ${count(n, 'entry', 'entries')}`,
  },

  kinds: { report: 'Report', analysis: 'Analysis', explainer: 'Explainer', opinion: 'Opinion' },

  stamps: {
    /** The day of an entry: when it came out, or of the event that it reports and came out after. */
    published: 'Published',
    event: 'Event',
    corrected: 'Corrected',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
    /** In a preview: not published, or not yet. */
    draft: 'Draft',
    future: 'Due',
  },

  /** Docket number: on a stamp, and in a sentence. */
  no: (number: string) => `No. ${number}`,
  noWithin: (number: string) => `no. ${number}`,

  home: {
    also: 'Also new',
    docket: 'Earlier entries',
    columns: { number: 'No. and date', entry: 'Entry', figure: 'Figure' },
    /** What a row of rings shows. */
    frieze: (value: string, label: string) => `${value} ${label}, a ring for each`,
    topics: 'Topics by weight',
    silence: 'The longest silence',
    silent: (months: number, before: string, after: string) =>
      `${noun(months, 'month', 'months')} without an entry, between ${before} and ${after}`,
    correction: 'The latest correction',
    keepingTitle: 'How we work',
    keeping: {
      paragraph: 'Every paragraph has a number',
      paragraphText: (name: string, number: string) =>
        `Link to one, or cite it: ${name} no. ${number}, paragraph 4.`,
      sources: 'Every entry lists its sources',
      sourcesText: 'The numbers in brackets lead to them.',
      mistakes: 'Mistakes are corrected in public',
      mistakesBefore: 'The ',
      mistakesLink: 'corrections page',
      mistakesAfter: ' shows each one, wrong beside right.',
    },
    empty: 'No entries yet',
    emptyText: 'The first entry will appear here.',
  },

  byline: (authors: string) => `By ${within(authors)}.`,

  entry: {
    topics: 'Topics',
    published: 'Published',
    event: 'Event',
    updated: 'Updated',
    corrected: 'Corrected',
    contents: 'In this entry',
    keyFacts: 'Key facts',
    sources: 'Sources',
    source: (n: number) => `Source ${n}`,
    note: (n: number) => `Note ${String.fromCodePoint(96 + n)}`,
    notes: 'Notes',
    related: 'Related entries',
    part: (part: number) => `Part ${part}`,
    partOf: (part: number, parts: number) => `Part ${part} of ${parts}`,
    allParts: 'All parts',
    /** Storyline and part, as lists have it. */
    storylinePart: (storyline: string, part: number) => `${storyline}, part ${part}`,
    neighbours: 'Previous and next entries',
    newer: (date: string) => `Newer, ${date}`,
    older: (date: string) => `Older, ${date}`,
    correction: (date: string) => `Correction, ${date}`,
    was: 'As published',
    now: 'As corrected',
    allCorrections: 'All corrections',
    archived: 'archived copy',
    inLanguage: (language: string) => `in ${language}`,
    paragraphs: (n: number) => noun(n, 'Paragraph', 'Paragraphs'),
    exhibit: (letter: string) => `Exhibit ${letter}.`,
    credit: (credit: string) => `Image: ${credit}.`,
    numbers: 'The numbers',
    closePicture: 'Close',
    dataItem: 'Item',
    dataValue: 'Value',
    document: {
      official: 'Official document',
      law: 'Law',
      court: 'Court document',
      press: 'Press report',
      research: 'Research',
      company: 'Company statement',
      document: 'Document',
    },
  },

  record: {
    title: 'History',
    event: 'The event that it reports',
    published: 'Published',
    compiled: 'Published, compiled from the sources above',
    corrected: (n: number) => (n === 1 ? 'Corrected' : count(n, 'correction', 'corrections')),
    updated: 'Updated',
  },

  cite: {
    title: 'Cite or share',
    event: (date: string) => `event of ${date}`,
    published: (date: string) => `published ${date}`,
    corrected: (date: string) => `corrected ${date}`,
    permanent: 'Permanent link',
    copy: 'Copy link',
    copied: 'Copied',
    copyFailed: 'Not copied: your browser does not allow it. The link stands above.',
    share: 'Share',
    email: 'E-mail',
    rss: (name: string) => `RSS: ${name}`,
  },

  moved: { title: 'This page has moved', text: 'It is now at' },

  withdrawn: {
    title: 'This entry has been withdrawn',
  },

  lists: {
    entries: 'Entries',
    list: 'List',
    groups: { place: 'Place', topic: 'Topic', body: 'Body' },
    groupsOfTopics: { place: 'Places', topic: 'Topics', body: 'Bodies' },
    browse: 'Browse',
    year: 'Year',
    author: 'By',
    newer: 'Newer entries',
    older: 'Older entries',
    pages: 'Pages',
    page: (n: number) => `Page ${n}, counted from the oldest of its year`,
    newerYear: (year: string) => `${year}, newer`,
    olderYear: (year: string) => `${year}, older`,
    years: 'Years',
    archiveTitle: 'All entries',
    archiveText:
      'Newest first, by the day of the event. An entry that was written later says when it was published.',
    topicsText:
      'Entries by the place whose rules they report, by subject, and by the kind of body that acts.',
    storylinesText:
      'A storyline follows one matter through its entries, in order of date. Each part can be read alone.',
    exhibit: 'Exhibit.',
    byYear: (each: number) =>
      each === 1 ? 'Entries by year, one ring each' : `Entries by year, one ring for ${each}`,
    related: 'Often together',
    follow: (name: string) => `Follow ${name}: `,
    nothing: 'No entries here yet.',
    noStorylines: 'No storylines yet.',
  },

  storyline: {
    label: 'Storyline',
    span: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
    spanOpen: (first: string) => `${first} to now`,
    begin: 'Begin at part 1',
    follow: 'Follow by RSS',
    key: 'Each short line below is a month without an entry.',
    partNumber: (part: number, number: string | undefined) =>
      number === undefined ? `Part ${part}` : `Part ${part}, no. ${number}`,
    here: '. You were reading this',
    gap: ' without an entry',
    closed: 'This storyline has ended.',
    open: 'This storyline goes on. Its next part will appear here.',
  },

  corrections: {
    title: 'Corrections',
    text: 'Every mistake that we found in an entry, as it was published and as it reads now.',
    none: 'No corrections so far.',
    report: 'Report a mistake',
    how: 'How we correct',
    where: (number: string | undefined, paragraph: number | undefined) => {
      const parts = [
        number === undefined ? undefined : `No. ${number}`,
        paragraph === undefined
          ? undefined
          : number === undefined
            ? `Paragraph ${paragraph}`
            : `paragraph ${paragraph}`,
      ].filter((part) => part !== undefined);
      return parts.length === 0 ? '' : `${parts.join(', ')}.`;
    },
    published: (date: string, days: number) =>
      days < 1
        ? `Published ${date}; corrected the same day.`
        : `Published ${date}; corrected after ${count(days, 'day', 'days')}.`,
    see: 'See the entry',
  },

  search: enSearch,

  feeds: {
    text: 'Copy an address into a feed reader. Every feed has whole entries, and an entry that is corrected appears again.',
    whole: 'All entries',
    opml: 'Every feed in one file',
    /** In place of "&", where that could be taken for markup. */
    and: 'and',
    corrections: 'Corrections',
    topic: 'Topics',
    storyline: 'Storylines',
    author: 'Authors',
    titleOf: (site: string, name: string) => `${site}: ${name}`,
  },

  inFeeds: enFeeds,

  glossary: {
    text: 'Terms and names used in the entries, which mark the first use of each.',
  },

  notFound: {
    stamp: 'Not found',
    title: 'Page not found',
    text: 'It may have moved, or the address may be incomplete. Search for it, or start from a topic, a storyline or a year.',
  },
};

/** What a language must say. */
export type Strings = typeof en;
