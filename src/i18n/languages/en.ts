import type { Language } from '../language.ts';

/*
 * English as Britain writes it. Every other language has the sentences of this file by the same names;
 * `src/i18n/message.ts` says what `{name}`, `<part>` and the forms by number are.
 */

/** What the interface says, in the voice of a docket. */
const words = {
  /** Signs between words: in a list, after a name, between two sentences, at the end of one; between whole sentences. */
  signs: {
    comma: ', ',
    colon: ': ',
    stop: '. ',
    end: '.',
    space: ' ',
    /** In which exhibits and notes are counted. */
    letters: 'abcdefghijklmnopqrstuvwxyz',
  },

  /** In compiled articles. */
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
    lastEntry: 'Latest entry: {date}',
    hosts: 'Beyond this host, your browser asks: {hosts}.',
    licence:
      'Text and charts may be copied under <licence>{licence}</licence>: name {site} and the entry. No cookies and no trackers. Everything but search works without JavaScript.',
    theme: 'Appearance',
    themes: { system: 'automatic', light: 'light', dark: 'dark' },
  },

  /** Titles of browser tabs. */
  titles: {
    of: '{page} | {site}',
    home: '{site}: {tagline}',
    topic: '{name}: all entries',
    sectionYear: '{name}, {year}',
    sectionYearPage: '{name}, {year}, page {page}',
    archive: 'All entries, newest first',
    year: '{year}: all entries',
    yearPage: '{year}, page {page}',
    storyline: '{name}: a storyline',
    author: 'Entries by {name}',
  },

  /** What search engines and link previews are told of a page. */
  descriptions: {
    archive: 'Every entry, newest first.',
    topicYear: 'Entries on {name} in {year}, newest first.',
    authorYear: 'Entries by {name} in {year}, newest first.',
    year: 'Every entry of {year}, newest first.',
    topics: 'Entries by place, by subject and by the kind of body that acts.',
    storylines: 'Stories told in dated parts, from the first entry to the latest.',
    author: 'Everything by {name}, newest first.',
    corrections: 'Every mistake found in our entries, as published and as corrected.',
    search: 'Search all entries. Results are paragraphs, each with its number.',
    feeds: 'Follow all entries, a topic or a storyline in a feed reader.',
    glossary: 'Terms and names used in the entries, in plain words.',
    notFound: 'There is no page at this address.',
    withdrawn: 'This entry has been withdrawn.',
  },

  /** Where there is no `{n}`, the number stands beside the words. */
  counts: {
    entries: { one: 'entry', other: 'entries' },
    parts: { one: 'part', other: 'parts' },
    sources: { one: 'source cited', other: 'sources cited' },
    minutes: { one: '{n} minute', other: '{n} minutes' },
    minutesToRead: { one: 'minute to read', other: 'minutes to read' },
    minutesInFull: { one: 'minute to read in full', other: 'minutes to read in full' },
    monthsSpan: { one: 'month, first to last', other: 'months, first to last' },
    corrections: { one: 'correction', other: 'corrections' },
    corrected: { one: 'entry corrected', other: 'entries corrected' },
    topics: { one: 'topic', other: 'topics' },
    storylines: { one: 'storyline', other: 'storylines' },
    open: { other: 'still open' },
    months: { one: '{n} month', other: '{n} months' },
    allEntries: { one: 'All {n} entry', other: 'All {n} entries' },
  },

  kinds: { report: 'Report', analysis: 'Analysis', explainer: 'Explainer', opinion: 'Opinion' },

  stamps: {
    /** The day of an entry: when it came out, or of the event that it reports and came out after. */
    published: 'Published',
    event: 'Event',
    corrected: 'Corrected',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
    expired: 'Expired',
    /** In a preview: not published, or not yet. */
    draft: 'Draft',
    future: 'Due',
  },

  /** The number of an entry: on a stamp, and in a sentence. */
  no: 'No. {number}',
  noWithin: 'no. {number}',

  home: {
    also: 'Also new',
    docket: 'Earlier entries',
    columns: { number: 'No. and date', entry: 'Entry', figure: 'Figure' },
    /** What a row of rings shows. */
    frieze: '{value} {label}, a ring for each',
    topics: 'Topics by weight',
    silence: 'The longest silence',
    silent: {
      one: 'month without an entry, between {before} and {after}',
      other: 'months without an entry, between {before} and {after}',
    },
    correction: 'The latest correction',
    keepingTitle: 'How we work',
    keeping: {
      paragraph: 'Every paragraph has a number',
      paragraphText: 'Link to one, or cite it: {site} no. {number}, paragraph 4.',
      sources: 'Every entry lists its sources',
      sourcesText: 'The numbers in brackets lead to them.',
      mistakes: 'Mistakes are corrected in public',
      mistakesText: 'The <link>corrections page</link> shows each one, wrong beside right.',
    },
    empty: 'No entries yet',
    emptyText: 'The first entry will appear here.',
  },

  byline: 'By {authors}.',

  entry: {
    topics: 'Topics',
    corrected: 'Corrected',
    contents: 'In this entry',
    keyFacts: 'Key facts',
    sources: 'Sources',
    source: 'Source {n}',
    note: 'Note {letter}',
    notes: 'Notes',
    related: 'Related entries',
    part: 'Part {part}',
    partOf: 'Part {part} of {parts}',
    allParts: 'All parts',
    /** Storyline and part, as lists have it. */
    storylinePart: '{storyline}, part {part}',
    neighbours: 'Previous and next entries',
    newer: 'Newer, {date}',
    older: 'Older, {date}',
    correction: 'Correction, {date}',
    was: 'As published',
    now: 'As corrected',
    allCorrections: 'All corrections',
    archived: 'archived copy',
    inLanguage: 'in {language}',
    paragraphs: { one: 'Paragraph', other: 'Paragraphs' },
    exhibit: 'Exhibit {letter}.',
    credit: 'Image: {credit}.',
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
    corrected: { one: 'Corrected', other: '{n} corrections' },
    updated: 'Updated',
  },

  cite: {
    title: 'Cite or share',
    reference: '“{title}”, <site>{site}</site>, {dates}. {url}',
    referenceNumbered: '“{title}”, <site>{site}</site> {number}, {dates}. {url}',
    event: 'event of {date}',
    published: 'published {date}',
    corrected: 'corrected {date}',
    permanent: 'Permanent link',
    copy: 'Copy link',
    copied: 'Copied',
    copyFailed: 'Not copied: your browser does not allow it. The link stands above.',
    share: 'Share',
    email: 'Email',
    rss: 'RSS: {name}',
  },

  moved: { title: 'This page has moved', text: 'It is now at' },

  withdrawn: { title: 'This entry has been withdrawn' },
  expired: { title: 'This entry is no longer published' },

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
    page: 'Page {n}, counted from the oldest of its year',
    newerYear: '{year}, newer',
    olderYear: '{year}, older',
    years: 'Years',
    archiveTitle: 'All entries',
    archiveText:
      'Newest first, by the day of the event. An entry that was written later says when it was published.',
    topicsText:
      'Entries by the place whose rules they report, by subject, and by the kind of body that acts.',
    storylinesText:
      'A storyline follows one matter through its entries, in order of date. Each part can be read alone.',
    exhibit: 'Exhibit.',
    byYear: {
      one: 'Entries by year, one ring each',
      other: 'Entries by year, one ring for {n}',
    },
    related: 'Often together',
    follow: 'Follow {name}: ',
    nothing: 'No entries here yet.',
    searchWithin: 'Search within {name}',
    noStorylines: 'No storylines yet.',
  },

  storyline: {
    label: 'Storyline',
    span: '{first} to {last}',
    spanOpen: '{first} to now',
    begin: 'Begin at part 1',
    follow: 'Follow by RSS',
    key: 'Each short line below is a month without an entry.',
    part: 'Part {part}',
    partNumbered: 'Part {part}, no. {number}',
    here: '. You were reading this',
    gap: ' without an entry',
    closed: 'This storyline has ended.',
    open: 'This storyline goes on. Its next part will appear here.',
  },

  corrections: {
    title: 'Corrections',
    text: 'Every mistake that we found in an entry, as it was published and as it reads now.',
    none: 'No corrections so far.',
    /** Above the list of entries that were taken back. */
    withdrawn: 'Withdrawn entries',
    report: 'Report a mistake',
    how: 'How we correct',
    inNumber: 'No. {number}.',
    inParagraph: 'Paragraph {paragraph}.',
    inBoth: 'No. {number}, paragraph {paragraph}.',
    sameDay: 'Published {date}; corrected the same day.',
    later: {
      one: 'Published {date}; corrected after {n} day.',
      other: 'Published {date}; corrected after {n} days.',
    },
    see: 'See the entry',
  },

  search: {
    title: 'Search',
    label: 'Search for',
    button: 'Search',
    placeholder: 'Search entries',
    noscript: 'Search needs JavaScript. You can also browse by topic, by storyline and by year.',
    recent: 'Recent searches',
    forget: 'Clear recent searches',
    tips: 'Tips: words in <b>“quotes”</b> stand together, <b>-word</b> leaves a word out, and a date, a number or an address finds its entry.',
    keys: 'Go to search from any page with / or Ctrl+K',
    browse: 'Or browse',

    searching: 'Searching…',
    loading: 'Loading the search index…',
    failed: 'Search could not be loaded. Type again to retry.',
    unreached:
      'You are offline, and search has not been loaded yet. It will answer once you are back online.',
    /** The line above the results: with what was typed (For), within filters (In), or both. */
    found: { one: '<b>{n} entry</b> found', other: '<b>{n} entries</b> found' },
    foundFor: {
      one: '<b>{n} entry</b> for “{text}”',
      other: '<b>{n} entries</b> for “{text}”',
    },
    foundIn: {
      one: '<b>{n} entry</b> found ({where})',
      other: '<b>{n} entries</b> found ({where})',
    },
    foundForIn: {
      one: '<b>{n} entry</b> for “{text}” ({where})',
      other: '<b>{n} entries</b> for “{text}” ({where})',
    },
    none: '<b>No entry</b> found.',
    noneFor: '<b>No entry</b> for “{text}”.',
    noneIn: '<b>No entry</b> found ({where}).',
    noneForIn: '<b>No entry</b> for “{text}” ({where}).',
    most: {
      one: '<b>No entry</b> has all the words of “{text}”. {n} entry has most of them:',
      other: '<b>No entry</b> has all the words of “{text}”. {n} entries have most of them:',
    },
    instead: 'No entry for “{typed}”. Showing results for “{searched}”. ',
    /** Another query, one step away. */
    meant: 'Did you mean <search>{text}</search>? ',
    /** Why an entry is found that does not write what was typed. */
    also: 'Also called {names}.',
    /** What an entry has not that was asked for. */
    lacks: 'Without {words}.',
    mostToo: {
      one: '{n} entry with most of the words',
      other: '{n} entries with most of the words',
    },
    /** A server did not answer; the index beside the pages has the newest years. */
    partly:
      'Only the years from {year} on were searched, because the search server does not answer. <again>Try again</again>',
    /** A stamp beside those lines. */
    nothing: 'Not found',
    all: 'All results',
    destinations: { label: 'Pages that fit', term: 'Term', page: 'Page', entry: 'Entry' },
    more: 'Show more',
    allFilters: 'All of them',
    /** Where to go on; the links are to those of the three that there are. */
    onward: 'Not found? Try <lists>{links}</lists>.',
    onwardWider:
      'Not found? Try <everywhere>all places and years</everywhere>, or browse <lists>{links}</lists>.',
    topics: 'topics',
    storylines: 'storylines',
    archive: 'the archive',

    narrow: 'Filters',
    narrowed: 'Filters ({n})',
    shown: { one: 'Show {n} entry', other: 'Show {n} entries' },
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
    since: 'since {date}',
    until: 'until {date}',
    inForce: 'Active filters',
    remove: ', remove',
    clear: 'Clear all',
    order: 'Sort by: ',
    orders: { best: 'best match', newest: 'newest', oldest: 'oldest' },

    paragraph: 'Paragraph',
    exhibit: 'Exhibit {letter}',
    note: 'Note {letter}',
    /** A passage of what stands before the text. */
    text: 'Summary',
    /** One within the text that has no number. */
    body: 'Text',
    correction: 'Correction',
    storylinePart: '{storyline}, part {part}',

    trouble: {
      offline:
        'You are offline, and part of the search index is not on this device yet. What you typed is kept.',
      outdated: 'The site has changed since this page was loaded.',
      missing: 'The search index could not be found.',
    },
    help: { offline: 'Try again', outdated: 'Reload the page', missing: 'Try again' },
    /** For writers, in a preview. */
    noIndex: 'Run “npm run build” once: a preview searches the index of the last build.',
  },

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
    kind: 'Kinds',
    only: '{kind} only',
    titleOf: '{site}: {name}',
    formatOf: '{site}, {format}',
  },

  /** In feeds, beside the words of the articles. */
  inFeeds: {
    /** Title in the place of that of a withdrawn entry; of it remains its number or path. */
    withdrawn: 'Entry {key} has been withdrawn',
    /** Shown above a raw feed in a browser. */
    explain:
      'This is a feed. Copy its address from the address bar into a feed reader, and new entries will appear there in full.',
    /** Title of an entry that has been corrected. */
    corrected: 'Corrected: {title}',
    correctionOf: 'Correction of “{title}”',
    /** Above the text of an entry that has changed. */
    correction: 'Correction, {date}.',
    updated: 'Updated {date}.',
    was: 'As published: ',
    now: 'As corrected: ',
    /** Without its number, which would be another once an earlier part goes: items do not change by themselves. */
    part: 'Part of the storyline <link>{storyline}</link>.',
    event: 'Event of {date}.',
    published: 'Published {date}.',
    permalink: 'This entry on {site}',
    permalinkNumbered: 'This entry on {site}: no. {number}',
    tooLong: 'This entry is too long for a feed. Read it in full on the site.',
    charts: {
      bar: 'Bar chart',
      line: 'Line chart',
      step: 'Step chart',
      dot: 'Dot chart',
      seats: 'Seats',
    },
    /** What an image of a chart shows, for those who cannot see it. */
    chart: '{kind}: {caption}. The table has its numbers.',
    /** Descriptions of the feeds that have no text of their own. */
    topicText: 'Entries of {site} on {name}.',
    authorText: 'Entries of {site} by {name}.',
    correctionsText:
      'Every mistake found in the entries of {site}, as it was published and as it reads now.',
  },

  glossary: {
    text: 'Terms and names used in the entries, which mark the first use of each.',
    /** Before the number, or the day, of the oldest entry that marks it. */
    first: 'First in',
  },

  /** What a new publication begins with, before its owner writes. */
  start: {
    tagline: '{site}, by {author}.',
    description: '{site} is written and published by {author}.',
    slug: 'we-begin',
    title: 'We begin',
    standfirst: 'This is the first article of {site}.',
    text: 'Write here. Each file of this folder is an article; this one may go when the first of yours is there.',
    topicId: 'news',
    topic: 'News',
    topicDescription: 'What is new at {site}.',
    about: 'About',
    aboutDescription: 'What {site} is and who makes it.',
    aboutText:
      '{site} has begun. Say here who makes it, what it is about and why one may trust it.',
    write: 'Write to {email}.',
  },

  notFound: {
    stamp: 'Not found',
    title: 'Page not found',
    text: 'It may have moved, or the address may be incomplete. Search for it, or browse the lists below.',
  },

  /** In the file of an article that `npm run new` begins. */
  scaffold: {
    description: 'one or two sentences that stand below the headline.',
    tags: 'Choose from: ',
    keyFacts: 'The last row always says what the entry rests on.',
    restsOn: 'Rests on',
    draft: 'Remove this line when the entry is to come out.',
    text: 'Write here. Cite a source as {cite} after the sentence that rests on it.',
  },
} as const;

/** What English says; it decides what every language is asked to say. */
export type English = typeof words;

/** What a publication without numbers and stamps says differently: it has articles. */
const plain = {
  shell: {
    lastEntry: 'Latest article: {date}',
    licence:
      'Text and charts may be copied under <licence>{licence}</licence>: name {site} and the article. No cookies and no trackers. Everything but search works without JavaScript.',
  },
  titles: {
    topic: '{name}: all articles',
    archive: 'All articles, newest first',
    year: '{year}: all articles',
    storyline: '{name}: a series',
    author: 'Articles by {name}',
  },
  places: { storylines: 'Series' },
  descriptions: {
    archive: 'Every article, newest first.',
    topicYear: 'Articles on {name} in {year}, newest first.',
    authorYear: 'Articles by {name} in {year}, newest first.',
    year: 'Every article of {year}, newest first.',
    topics: 'Articles by place and by subject.',
    storylines: 'Stories told in parts, from the first article to the latest.',
    corrections: 'Every mistake found in our articles, as published and as corrected.',
    search: 'Search all articles.',
    feeds: 'Follow all articles, a topic or a series in a feed reader.',
    glossary: 'Terms and names used in the articles, in plain words.',
    withdrawn: 'This article has been withdrawn.',
  },
  counts: {
    entries: { one: 'article', other: 'articles' },
    corrected: { one: 'article corrected', other: 'articles corrected' },
    storylines: { other: 'series' },
    allEntries: { one: 'All {n} article', other: 'All {n} articles' },
  },
  home: {
    docket: 'Earlier articles',
    columns: { number: 'Date', entry: 'Article' },
    frieze: '{value} {label}',
    silence: 'The longest pause',
    silent: {
      one: 'month without an article, between {before} and {after}',
      other: 'months without an article, between {before} and {after}',
    },
    keeping: { sources: 'Articles list their sources' },
    empty: 'No articles yet',
    emptyText: 'The first article will appear here.',
  },
  entry: {
    contents: 'In this article',
    related: 'Related articles',
    neighbours: 'Previous and next articles',
    exhibit: 'Figure {letter}.',
  },
  withdrawn: { title: 'This article has been withdrawn' },
  expired: { title: 'This article is no longer published' },
  lists: {
    entries: 'Articles',
    newer: 'Newer articles',
    older: 'Older articles',
    archiveTitle: 'All articles',
    archiveText: 'Newest first.',
    topicsText: 'Articles by place and by subject.',
    storylinesText:
      'A series follows one matter through several articles. Each part can be read alone.',
    exhibit: 'Figure.',
    byYear: {
      one: 'Articles by year, one ring each',
      other: 'Articles by year, one ring for {n}',
    },
    nothing: 'No articles here yet.',
    noStorylines: 'No series yet.',
  },
  storyline: {
    label: 'Series',
    key: 'Each short line below is a month without an article.',
    gap: ' without an article',
    closed: 'This series has ended.',
    open: 'This series goes on. Its next part will appear here.',
  },
  corrections: {
    withdrawn: 'Withdrawn articles',
    text: 'Every mistake that we found in an article, as it was published and as it reads now.',
    see: 'See the article',
  },
  search: {
    placeholder: 'Search articles',
    noscript: 'Search needs JavaScript. You can also browse by topic, by series and by year.',
    found: { one: '<b>{n} article</b> found', other: '<b>{n} articles</b> found' },
    foundFor: {
      one: '<b>{n} article</b> for “{text}”',
      other: '<b>{n} articles</b> for “{text}”',
    },
    foundIn: {
      one: '<b>{n} article</b> found ({where})',
      other: '<b>{n} articles</b> found ({where})',
    },
    foundForIn: {
      one: '<b>{n} article</b> for “{text}” ({where})',
      other: '<b>{n} articles</b> for “{text}” ({where})',
    },
    none: '<b>No article</b> found.',
    noneFor: '<b>No article</b> for “{text}”.',
    noneIn: '<b>No article</b> found ({where}).',
    noneForIn: '<b>No article</b> for “{text}” ({where}).',
    most: {
      one: '<b>No article</b> has all the words of “{text}”. {n} article has most of them:',
      other: '<b>No article</b> has all the words of “{text}”. {n} articles have most of them:',
    },
    instead: 'No article for “{typed}”. Showing results for “{searched}”. ',
    mostToo: {
      one: '{n} article with most of the words',
      other: '{n} articles with most of the words',
    },
    tips: 'Tips: words in <b>“quotes”</b> stand together, <b>-word</b> leaves a word out, and a date, a number or an address finds its article.',
    destinations: { entry: 'Article' },
    shown: { one: 'Show {n} article', other: 'Show {n} articles' },
    storylines: 'series',
    facets: { storyline: 'Series' },
    exhibit: 'Figure {letter}',
  },
  feeds: {
    text: 'Copy an address into a feed reader. Every feed has whole articles, and an article that is corrected appears again.',
    whole: 'All articles',
    storyline: 'Series',
  },
  inFeeds: {
    withdrawn: 'Article {key} has been withdrawn',
    explain:
      'This is a feed. Copy its address from the address bar into a feed reader, and new articles will appear there in full.',
    part: 'Part of the series <link>{storyline}</link>.',
    permalink: 'This article on {site}',
    permalinkNumbered: 'This article on {site}: no. {number}',
    tooLong: 'This article is too long for a feed. Read it in full on the site.',
    topicText: 'Articles of {site} on {name}.',
    authorText: 'Articles of {site} by {name}.',
    correctionsText:
      'Every mistake found in the articles of {site}, as it was published and as it reads now.',
  },
  glossary: { text: 'Terms and names used in the articles, which mark the first use of each.' },
  scaffold: {
    keyFacts: 'The last row says what the article rests on.',
    draft: 'Remove this line when the article is to come out.',
  },
} satisfies Language['plain'];

export default {
  name: 'English',
  words,
  plain,
  quotes: ['“', '”', '‘', '’'],
  within: ['The ', 'the '],
  search: {
    small:
      'a about an and any are as at be been between but by can could did do does for from get got had happen happened happens has have he her his how i if in into is it its many may me much of on or our she should so some than that the their them there these they this those to v versus vs was we were what when where which who whom whose why will with would you your',
    endings:
      'ed|ers?|ing|ings|e?s|e|d|rs?|y|ies|ied|ly|al|ally|ives?|ity|ions?|ors?|able|ments?|ations?|i[sz](?:e[sd]?|ing|ations?)|n|ns',
    ordinal: 'st|nd|rd|th',
    of: 'of',
    until: 'to|till|until|through|(?<=between \\d{4} )and',
    spellings: [
      ...[
        'isation ization',
        'isations izations',
        'ised ized',
        'ising izing',
        'ise ize',
        'ises izes',
      ],
      ...[
        'yse yze',
        'ysed yzed',
        'or our',
        'ors ours',
        'ored oured',
        'oring ouring',
        'orable ourable',
      ],
      ...['ense ence', 'enses ences', 'er re', 'ers res', 'am amme', 'ams ammes', 'og ogue'],
    ],
  },
} satisfies Language;
