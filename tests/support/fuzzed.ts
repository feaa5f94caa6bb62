import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { frontmatter, text } from '../engine/unit/checks/random.ts';

/** A file as somebody may lay it into `content/articles/<year>/`; its date is of 2018. */
export interface Fuzzed {
  name: string;
  content: Buffer;
}

const HEAD = 'title: Fuzzed\ndescription: What is tried.\npubDate: 2018-08-24';

/** Marks of plain Markdown and of other programs, and words between them. */
const mark = fc.constantFrom(
  ...['[[first]]', '![[a.png]]', '[[first#x|y]]', '[[', '<div>', '</div>', '<!--', '-->'],
  ...['<td>', '<p><b>', '{% highlight ruby %}\n', '\n{% endhighlight %}\n', '{{ x }}', '\\|'],
  ...['<https://a.example>', 'https://a.example/。', '> [!NOTE]\n', '## A {#p1}\n', '# B\n'],
  ...['Term\n: What it is\n', '<img src=x>', '<a href="#p1">', '&#xD83E;', '\ud83e', '```\n'],
  ...[':smile:', '~a~', '- [/] a\n', '[b]a[/b]', "'''a'''", 'a\tb\nc\td\n', 'Ã©', '锟斤拷'],
  ...[
    '＃ a\n',
    '［a］（/x）',
    '%%a%%',
    'a ^b\n',
    'a:: b\n',
    '&copy 1',
    '![a](b.png =1x2)',
    'o  a\no  b\n',
  ],
  ...[
    '== A\n',
    '.. a::\n',
    '#a #b\n',
    'link:/x[a]',
    '```mermaid\na\n```\n',
    '*** a ***',
    '[](A.md)',
  ],
  ...['[a](/old/)', '![](../x.png)', '[r]: /x\n', '[^1]', '[^1]: n\n', '\u00a0', '\u0301'],
);
const marks = fc.array(fc.oneof(text, mark), { maxLength: 12 }).map((parts) => parts.join(''));

/** Text that has a good chance to be sound: words of any script, and marks that are whole. */
const whole = fc
  .array(
    fc.oneof(
      fc
        .string({ unit: 'grapheme', maxLength: 20 })
        .map((words) => words.replace(/[<>{}[\]`]/g, '')),
      fc.constantFrom(
        ...[
          '\n\n',
          '\n\n## A heading\n\n',
          '\n\n- one\n- two\n\n',
          '\n\n1. one\n\n',
          '\n\n> quoted\n\n',
        ],
        ...[
          '**bold**',
          '*it*',
          '`code <a href="/nowhere/">`',
          '~~gone~~',
          '[first](../2017/first.mdx)',
        ],
        ...[
          '[x](https://a.example/?a=1&b=%20)',
          'https://a.example/a_b',
          'a@b.example',
          '\n\n---\n\n',
        ],
        ...[
          '\n\n```html\n<img src="/none.png">\n```\n\n',
          '\n\n```js\nlet a = 1;\n```\n\n',
          ' 第一章。',
        ],
        ...[
          '\n\n| a | b |\n| - | -: |\n| 1 | `2` |\n\n',
          '[p](#p1)',
          '\\{ \\<',
          '&copy;',
          '&lt;b&gt;',
        ],
        ...[
          '<br />',
          '<kbd>x</kbd>',
          '<span lang="de">ja</span>',
          '<q>so</q>',
          '“so”',
          '他说"不"。',
        ],
        ...[
          '\n\n<Note title="N">\n\nIn it.\n\n</Note>\n\n',
          '<Term id="ico">an ICO</Term>',
          '[x](/topics/)',
        ],
        ...[
          '\n\n<PullQuote by="A">Words</PullQuote>\n\n',
          '\n\n<Embed href="https://a.example/" title="T" />\n\n',
        ],
        ...[
          '\n\n<Timeline events={[{ date: "2018-01", text: "It." }]} />\n\n',
          '\n\n$a_b$\n\n',
          '[x](/search/?q=a)',
        ],
        ...[
          '\n\n<Chart type="bar" caption="C" data={[{ label: "a", value: 1 }]} />\n\n',
          '[x](/rss.xml)',
        ],
        ...[
          '[x](/)',
          '[x](/topics/china/)',
          '[x](/archive/#2018)',
          '[x](//a.example/x)',
          '[x](mailto:a@b.example)',
        ],
      ),
    ),
    { maxLength: 14 },
  )
  .map((parts) => `Words.${parts.join(' ')}`);

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((line) => JSON.stringify(`w${line}`));

/** Fields that have a good chance to be sound. */
const soundFields = fc
  .record(
    {
      title: words,
      description: words,
      tags: fc
        .uniqueArray(fc.oneof(words, fc.constantFrom('china', '"C#"', '"a/b"', '中国', '"50%"')), {
          maxLength: 3,
        })
        .map((all) => `[${all.join(', ')}]`),
      authors: fc.constantFrom('[ada]', '[desk, ada]'),
      kind: fc.constantFrom('report', 'opinion'),
      storyline: fc.constant('china-ban'),
      figure: fc
        .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }), words)
        .map(([value, label]) => `{ value: ${JSON.stringify(value)}, label: ${label} }`),
      keyFacts: fc
        .tuple(words, words)
        .map(([label, words]) => `[{ label: ${label}, text: ${words} }]`),
      sources: fc
        .tuple(words, words, fc.webUrl({ withQueryParameters: true, withFragments: true }))
        .map(
          ([title, publisher, url]) =>
            `[{ title: ${title}, publisher: ${publisher}, url: ${JSON.stringify(url)} }]`,
        ),
      updatedDate: fc.constantFrom('2018-09-01', '2018-09-01T10:00+02:00'),
      corrections: words.map((line) => `[{ date: 2018-09-01, text: ${line} }]`),
      aliases: fc
        .array(
          fc.oneof(
            fc.webPath(),
            fc.string({ unit: 'grapheme', maxLength: 8 }).map((path) => `/old/${path}/`),
          ),
          { maxLength: 2 },
        )
        .map((all) => JSON.stringify(all)),
      withdrawn: words.map((line) => `{ date: 2018-09-01, reason: ${line} }`),
      expires: fc.constantFrom('2019-01-01', '2030-01-01'),
      pinned: fc.constant('2030-01-01'),
    },
    { requiredKeys: [] },
  )
  .map((fields) => {
    const given = {
      title: 'Fuzzed',
      description: 'What is tried.',
      pubDate: '2018-08-24',
      ...fields,
    };
    return Object.entries(given)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n');
  });

const ODD = ['Ä b.md', 'x%2f.mdx', 'con.md', 'a.md.mdx', 'a\\b.md', 'a#b.md', 'a?.mdx', '中.md'];

const name = fc.oneof(
  { weight: 18, arbitrary: fc.constantFrom('a.md', 'a.mdx') },
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((stem) => `${stem.replace(/[/\0]/g, '-').slice(0, 40)}.md`)
    .filter((one) => !one.startsWith('.') && one.isWellFormed()),
  fc.constantFrom(...ODD),
);

const file = (front: string, body: string) => Buffer.from(`---\n${front}\n---\n\n${body}`);

/** Files of all kinds: sound ones, slips of YAML, MDX and Markdown, odd names, bytes. */
export const fuzzed: fc.Arbitrary<Fuzzed> = fc.record({
  name,
  content: fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.oneof(fc.constant(HEAD), frontmatter, text), marks)
        .map(([front, body]) => file(front, body)),
    },
    {
      weight: 5,
      arbitrary: fc.tuple(soundFields, whole).map(([front, body]) => file(front, body)),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(soundFields, marks).map(([front, body]) => file(front, body)),
    },
    marks.map((all) => Buffer.from(all)),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
  ),
});

/** A file's content with its date in another year. */
export function datedIn(content: Buffer, year: number): Buffer {
  const dated = content.toString('latin1').replace('pubDate: 2018-', `pubDate: ${year}-`);
  return Buffer.from(dated, 'latin1');
}
