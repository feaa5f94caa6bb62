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
    taskDone: 'Done',
    taskOpen: 'Not done',
  },

  /** Names of places in the publication, as menus and headings have them. */
  places: {
    docket: 'Docket',
    archive: 'Archive',
    storylines: 'Storylines',
    topics: 'Topics',
    corrections: 'Corrections',
    search: 'Search',
    feeds: 'Feeds',
    glossary: 'Glossary',
  },

  shell: {
    skip: 'Skip to the record',
    main: 'Main',
    footer: 'Footer',
    record: 'The record',
    kept: 'How it is kept',
    take: 'Take it with you',
    allFeeds: 'All feeds',
    lastEntry: (date: string) => `Last entry ${date}`,
    licence: (name: string) => ({
      before: 'Text and charts may be copied under ',
      after: `: name ${name} and the entry. Nothing here is legal or investment advice. No cookies, no trackers, no JavaScript needed.`,
    }),
    theme: 'Paper',
    themes: { system: 'as your system', light: 'light', dark: 'dark' },
  },

  /** Titles of browser tabs. */
  titles: {
    of: (page: string, site: string) => `${page} | ${site}`,
    home: (site: string, tagline: string) => `${site}: ${tagline}`,
    article: (title: string, site: string, number: string | undefined) =>
      number === undefined ? `${title} | ${site}` : `${title} | ${site} no. ${number}`,
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
    archive: 'Every entry of the record, newest first.',
    sectionYear: {
      topic: (name: string, year: string) =>
        `Entries on ${name} filed under ${year}, newest first.`,
      author: (name: string, year: string) =>
        `Entries by ${within(name)} filed under ${year}, newest first.`,
    },
    year: (year: string) => `Every entry filed under ${year}, newest first.`,
    topics: 'The places, topics and bodies that entries are filed under.',
    storylines: 'Stories told in dated parts, from the first entry to the latest.',
    author: (name: string) => `Everything that ${within(name)} has entered, newest first.`,
    corrections: 'Every mistake we have found in our own record, wrong beside right.',
    search: 'Search the record. What it finds are paragraphs, each with its number.',
    feeds: 'Follow the record, a topic or a storyline in a feed reader.',
    glossary: 'The terms of the trade and of its regulators, in plain words.',
    notFound: 'There is no entry at this address.',
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
    onRecord: (n: number) => noun(n, 'entry on record', 'entries on record'),
    topics: (n: number) => noun(n, 'topic', 'topics'),
    storylines: (n: number) => noun(n, 'storyline', 'storylines'),
    open: (n: number) => noun(n, 'still open', 'still open'),
    months: (n: number) => count(n, 'month', 'months'),
    allEntries: (n: number) => `All ${count(n, 'entry', 'entries')}`,
  },

  kinds: { report: 'Report', analysis: 'Analysis', explainer: 'Explainer', opinion: 'Opinion' },

  stamps: {
    filed: 'Filed',
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
    also: 'Also entered',
    docket: 'The docket',
    columns: { number: 'No. and date', entry: 'Entry', figure: 'Figure' },
    /** What a row of coins shows. */
    frieze: (value: string, label: string) => `${value} ${label}, a coin for each`,
    keepingTitle: 'How this record is kept',
    keeping: {
      paragraph: 'Every paragraph has a number',
      paragraphText: (name: string, number: string) =>
        `Point to one as you would in a judgment: ${name} no. ${number}, paragraph 4.`,
      sources: 'Every entry names its sources',
      sourcesText: 'A number in brackets leads to each. What rests on a single report says so.',
      mistakes: 'Every mistake is entered',
      mistakesBefore: 'The ',
      mistakesLink: 'corrections',
      mistakesAfter: ' are a ledger of their own, wrong beside right.',
    },
    empty: 'Nothing is entered yet',
    emptyText: 'The first entry will stand here.',
  },

  byline: (authors: string) => `By ${within(authors)}.`,

  entry: {
    filedUnder: 'Filed under',
    by: 'By',
    filed: 'Filed',
    compiled: 'Compiled',
    updated: 'Updated',
    corrected: 'Corrected',
    length: 'Length',
    record: 'Record',
    seeRecord: 'See the record',
    unnumbered: 'Not numbered',
    contents: 'In this entry',
    keyFacts: 'Key facts',
    sources: 'Sources',
    notes: 'Notes',
    related: 'Related entries',
    part: (part: number) => `Part ${part}`,
    partOf: (part: number, parts: number) => `Part ${part} of ${parts}`,
    partHere: (part: number) => `Part ${part}, this entry`,
    /** Storyline and part, as lists have it. */
    storylinePart: (storyline: string, part: number) => `${storyline}, part ${part}`,
    storylinePartOf: (part: number, parts: number) => `, part ${part} of ${parts}`,
    storylinePartOpen: (part: number) => `, part ${part}`,
    neighbours: 'Before and after on the docket',
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
    title: 'Record',
    filed: 'Filed under the day of what it reports',
    entered: 'Entered',
    compiled: 'Compiled from the sources above',
    corrected: (n: number) => (n === 1 ? 'Corrected' : count(n, 'correction', 'corrections')),
    updated: 'Updated',
  },

  cite: {
    title: 'Cite or share',
    filed: (date: string) => `filed ${date}`,
    compiled: (date: string) => `compiled ${date}`,
    corrected: (date: string) => `corrected ${date}`,
    permanent: 'Permanent link',
    copy: 'Copy link',
    copied: 'Copied',
    email: 'E-mail',
    rss: (name: string) => `RSS: ${name}`,
  },

  moved: { title: 'This page has moved', text: 'It is now at' },

  withdrawn: {
    title: 'This entry has been withdrawn',
  },

  lists: {
    entries: 'Entries',
    list: 'The list',
    groups: { place: 'Place', topic: 'Topic', body: 'Body' },
    groupsOfTopics: { place: 'Places', topic: 'Topics', body: 'Bodies' },
    ledger: 'Ledger',
    record: 'Record',
    year: 'Year',
    author: 'By',
    newer: 'Newer entries',
    older: 'Older entries',
    pages: 'Pages',
    page: (n: number) => `Page ${n}, counted from the oldest of its year`,
    newerYear: (year: string) => `${year}, newer`,
    olderYear: (year: string) => `${year}, older`,
    years: 'Years',
    archiveTitle: 'Every entry',
    archiveText:
      'The whole record, newest first. Entries are filed under the day of what they report; the day they were written stands beside it.',
    topicsText:
      'Each entry is filed under the place whose rules it reports, under what is regulated, and under the kind of body that acts.',
    storylinesText:
      'A storyline is one matter followed from its first entry to its latest, or to its end. Each part stands alone; together they are the file.',
    exhibit: 'Exhibit.',
    byYear: (each: number) =>
      each === 1 ? 'Entries by year, one ring each' : `Entries by year, one ring for ${each}`,
    filedWith: 'Filed with',
    follow: (name: string) => `Follow ${name}: `,
    nothing: 'Nothing is entered here yet.',
    noStorylines: 'No storyline is open yet.',
  },

  storyline: {
    label: 'Storyline',
    span: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
    spanOpen: (first: string) => `${first} to now`,
    begin: 'Begin at part 1',
    follow: 'Follow by RSS',
    key: 'Each ruled line below is one month in which nothing was entered.',
    partNumber: (part: number, number: string | undefined) =>
      number === undefined ? `Part ${part}` : `Part ${part}, no. ${number}`,
    here: '. You were reading this',
    gap: ' without an entry',
    closed: 'This storyline is closed. A new part would open it again.',
    open: 'This storyline is open. Its next part will be entered here.',
  },

  corrections: {
    title: 'Corrections',
    text: 'A record can be trusted as far as its mistakes can be seen. Each one found here stands twice: as it was published, and as it reads now.',
    none: 'No mistake has been found so far. The first will stand here, and stay.',
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
    entered: (date: string, days: number) =>
      days < 1
        ? `Entered ${date}; corrected the same day.`
        : `Entered ${date}; stood for ${count(days, 'day', 'days')}.`,
    see: 'See the entry',
  },

  search: enSearch,

  feeds: {
    text: 'Copy an address into a feed reader. Every feed carries whole entries, and a corrected entry comes again.',
    whole: 'The whole record',
    formats: { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' },
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
    text: 'What the words mean here. Entries mark the first use of each.',
  },

  notFound: {
    stamp: 'Not on file',
    title: 'Nothing is filed at this address',
    text: 'The entry may have moved, or the link may have been copied short. Search for its words, or begin with a topic, a storyline or a year.',
  },
};

/** What a language must say. */
export type Strings = typeof en;
