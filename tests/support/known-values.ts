/** What a writer has to know, by the name of the field. */
export const KNOWN: Readonly<Record<string, unknown>> = {
  title: 'Words of a headline',
  description: 'Words of a standfirst.',
  pubDate: '2018-08-24',
  kind: 'report',
  type: 'law',
  number: '18-900',
  label: 'A label',
  text: 'Words.',
  publisher: 'A publisher',
  lang: 'en',
  reason: 'A reason',
  date: '2018-09-02',
  src: 'cover.png',
  alt: 'What it shows',
  value: '12',
  updatedDate: '2018-09-02',
  url: 'https://example.org/',
  now: 'Words.',
};

/** Fields of one item, as a writer would fill them in. */
export function some(names: string): Record<string, unknown> {
  return Object.fromEntries(
    names
      .split(', ')
      .filter((name) => name in KNOWN)
      .map((name) => [name, KNOWN[name]]),
  );
}
