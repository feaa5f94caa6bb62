/** Numbers the files: every one has a docket number of its own. */
let count = 0;

/** Inputs that are odd and right: nothing may be said of them, and they build. */
export const GOOD: readonly [is: string, source: string][] = [
  ['a byte-order mark', `\ufeff${file()}`],
  ['line ends of Windows', file({ body: 'One.\n\nTwo.' }).replaceAll('\n', '\r\n')],
  ['a byte-order mark and line ends of Windows', `\ufeff${file().replaceAll('\n', '\r\n')}`],
  ['no line end at the end', file().trimEnd()],
  ['spaces after the fences', file().replaceAll('---\n', '---  \n')],
  ['a right-to-left headline', file({ title: 'الصين تحظر البورصات' })],
  [
    'a right-to-left sentence',
    file({ body: 'It said <span lang="ar" dir="rtl">لا</span>, twice.' }),
  ],
  [
    'emoji, joined ones too',
    file({ title: '"👩‍⚖️ rules on coins 🇨🇳"', body: 'It was 👨‍👩‍👧‍👦 news.' }),
  ],
  ['letters in parts (NFD)', file({ title: 'Cafe\u0301 closes', body: 'The cafe\u0301 closed.' })],
  [
    'Chinese throughout',
    file({
      title: '七部委叫停代币发行',
      description: '融资被叫停。',
      body: '代币发行融资被叫停。',
    }),
  ],
  ['empty optional fields', file({ extra: 'updatedDate:\ntags:\nsources:\nimage:\nstoryline:' })],
  ['empty lists', file({ extra: 'tags: []\nsources: []\ncorrections: []\naliases: []' })],
  ['a word of 5,000 letters', file({ body: `It is ${'x'.repeat(5_000)}.` })],
  ['a line of 50,000 characters', file({ body: 'word and more '.repeat(3_500) })],
  [
    'words corrected twice on one day',
    file({
      extra:
        'corrections:\n  - { date: 2018-09-01, text: T, was: 87 exchanges, now: 88 exchanges }\n  - { date: 2018-09-01, text: T, was: 88 exchanges, now: 89 exchanges }',
      body: 'It closed 89 exchanges.',
    }),
  ],
  [
    'words corrected twice at one moment, the newer first',
    file({
      extra:
        'corrections:\n  - { date: 2018-09-01, text: T, was: "125", now: 126 exchanges }\n  - { date: 2018-09-01, text: T, was: "124", now: "125" }',
      body: 'It closed 126 exchanges.',
    }),
  ],
  [
    'a corrected caption, and a corrected title of a source',
    file({
      extra:
        'image: { src: "https://example.org/a.png", alt: A map, caption: Where 89 exchanges were }\nsources: [{ id: a, title: Notice No. 25, publisher: P }]\ncorrections:\n  - { date: 2018-09-01, text: T, was: 88 exchanges, now: 89 exchanges }\n  - { date: 2018-09-02, text: T, was: No. 24, now: No. 25 }',
      body: 'It closed them.<Cite id="a" />',
    }),
  ],
  ['comments in the frontmatter', file({ extra: '# not for readers\ntags: [china] # one' })],
  [
    'old addresses with encoded letters, blanks and signs',
    file({
      extra:
        'aliases: ["/%E4%B8%AD%E5%9B%BD/", "/old%20name/", "/100%25/", "/all%2A/", "/what%3F/", "/no%3A1/", "https://old.example/a%20b/"]',
    }),
  ],
  ['a comment in the text', file({ body: 'Text.\n\n{/* TODO: ask again */}' })],
  ['a date-time with an offset', file({ pubDate: '2018-08-24T23:30+08:00' })],
  ['a date in quotes', file({ pubDate: '"2018-08-24"' })],
  ['29 February of a leap year', file({ pubDate: '2016-02-29', number: '16-1', year: '2016' })],
  ['a headline of exactly 120 emoji', file({ title: '🪙'.repeat(120) })],
  ['a headline that begins like YAML', file({ title: '"- not a list: a headline # with marks"' })],
  ['a headline that is a word of YAML, in quotes', file({ title: '"No"' })],
  ['a folded description', file({ description: '>-\n  One line\n  and another' })],
  ['text that looks like a frontmatter', file({ body: 'One.\n\n---\n\nTwo.' })],
  [
    'a table, a list of tasks, a strike',
    file({ body: '| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done\n- [ ] open\n\n~~gone~~' }),
  ],
  [
    'code that holds what articles may not',
    file({ body: '```js\nimport x from "y" // TODO {a}\n```\n\nAnd `<script>` and `{x}`.' }),
  ],
  ['escaped signs', file({ body: 'Under \\<1% and \\{so on\\}.' })],
  ['a note used twice', file({ body: 'One.[^a] Two.[^a]\n\n[^a]: Both.' })],
  [
    'a link to its own paragraph and heading',
    file({ body: '## Über *alles*\n\nSee [above](#über-alles), [here](#p1).' }),
  ],
  [
    'links by name, mail and telephone',
    file({
      body: 'See [it][a], [mail](mailto:a@b.example), [call](tel:+123).\n\n[a]: https://a.example/?q=1#x',
    }),
  ],
  [
    'words that may stand twice',
    file({ body: 'He had had it, and that that was so in Duran Duran.' }),
  ],
  [
    'prices and asterisks',
    file({ body: 'It costs $5 -- or 5 * 4 * 3 _units_, 100% of it & more.' }),
  ],
  [
    'a field commented out without a space',
    file({ description: 'Plain', extra: '#draft: true\nkind: report\n#tags: [china]' }),
  ],
  ['a description in the lines below it', file({ description: '>\n  One line\n  and another' })],
  [
    'links to the site in whole, to notes and to part of a storyline',
    file({
      body: 'See [it](https://Quay.example/2017/first/#p1), [them](#notes), [all](/storylines/china-ban/#part-1).[^a]\n\n[^a]: A note.',
    }),
  ],
  [
    'signs by their names, and names of hidden ones as code',
    file({ body: 'It is R&amp;D&nbsp;&copy; and `&#x202E;` and `{"\\u202e"}`.' }),
  ],
  ['every component', everything()],
];

interface Fields {
  title?: string;
  description?: string;
  pubDate?: string;
  number?: string;
  year?: string;
  extra?: string;
  body?: string;
}

function file({ title, description, pubDate, number, extra, body }: Fields = {}): string {
  count += 1;
  return [
    '---',
    `title: ${title ?? `Odd and right ${count}`}`,
    `description: ${description ?? 'Nothing is wrong.'}`,
    `pubDate: ${pubDate ?? '2018-08-24'}`,
    `number: ${number ?? `18-${count}`}`,
    ...(extra === undefined ? [] : [extra]),
    '---',
    '',
    body ?? 'Text.',
    '',
  ].join('\n');
}

function everything(): string {
  return file({
    extra:
      'sources:\n  - { id: a, title: A, publisher: P, date: "2018" }\n  - { id: b, title: B, publisher: P }',
    body: [
      'An <Term id="ico">ICO</Term>.<Cite id="a" />',
      '<Note title="A note">\n\nText.\n\n</Note>',
      '<Figure caption="A table">\n\n| a |\n|---|\n| 1 |\n\n</Figure>',
      '<Chart type="bar" caption="Bars" data={[{ label: "a", value: -1.5 }]} unit="%" />',
      '<Timeline events={[{ date: "2018-08", text: "It happened." }]} />',
      '<PullQuote by="Somebody" cite="b">Words</PullQuote>',
      '<Embed href="https://example.org/" title="A document" />',
    ].join('\n\n'),
  });
}

/** The files of these inputs by path. */
export function goodFiles(): Record<string, string> {
  return Object.fromEntries(
    GOOD.map(([, source], i) => {
      const year = /pubDate: "?(\d{4})/.exec(source)?.[1] ?? '2018';
      return [`content/articles/${year}/good-${i + 1}.mdx`, source];
    }),
  );
}
