/** What feeds say in English beside the words of the articles. */
export const enFeeds = {
  /** Shown above a raw feed in a browser. */
  explain:
    'This is a feed. Copy its address from the address bar into a feed reader, and new entries will appear there in full.',
  /** Title of an entry that has been corrected. */
  corrected: (title: string) => `Corrected: ${title}`,
  correctionOf: (title: string) => `Correction of “${title}”`,
  /** Above the text of an entry that has changed. */
  correction: (date: string) => `Correction, ${date}.`,
  updated: (date: string) => `Updated ${date}.`,
  was: 'As published:',
  now: 'As corrected:',
  /**
   * Stands before the name of a storyline. (The part's number would be another once an earlier part
   * goes, and an item does not change by itself.)
   */
  part: 'Part of the storyline ',
  event: (date: string) => `Event of ${date}.`,
  published: (date: string) => `Published ${date}.`,
  permalink: (site: string, number: string | undefined) =>
    number === undefined ? `This entry on ${site}` : `This entry on ${site}: no. ${number}`,
  tooLong: 'This entry is too long for a feed. Read it in full on the site.',
  charts: {
    bar: 'Bar chart',
    line: 'Line chart',
    step: 'Step chart',
    dot: 'Dot chart',
    seats: 'Seats',
  },
  /** What an image of a chart shows, for those who cannot see it. */
  chart: (kind: string, caption: string) => `${kind}: ${caption}. The table has its numbers.`,
  /** Descriptions of the feeds that have no text of their own. */
  topicText: (site: string, name: string) => `Entries of ${site} on ${name}.`,
  authorText: (site: string, name: string) => `Entries of ${site} by ${name}.`,
  correctionsText: (site: string) =>
    `Every mistake found in the entries of ${site}, as it was published and as it reads now.`,
};
