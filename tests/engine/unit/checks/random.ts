import fc from 'fast-check';

/** Pieces that mean something to YAML, Markdown, MDX or us. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '---',
      '\n',
      '\n\n',
      '# ',
      '## ',
      '- ',
      '> ',
      '|a|b|\n|-|-|\n',
      '```',
      '`',
      '*',
      '_',
      '[',
      ']',
      '(',
      ')',
    ],
    ...[
      '[^a]',
      '[^a]: ',
      '<',
      '>',
      '</',
      '/>',
      '{',
      '}',
      '{/*',
      '*/}',
      '<Note title="x">',
      '</Note>',
    ],
    ...[
      '<Cite id="a" />',
      '<Term id="ico">',
      '</Term>',
      '<Chart data={[',
      ']} />',
      'import a from "b"',
      'export ',
    ],
    ...[
      'javascript:',
      'https://a.example',
      '\u202e',
      '\u200b',
      '\0',
      '\r\n',
      '\t',
      '~~',
      '![',
      '&amp;',
      '\\',
      '$',
      '%E0',
    ],
    ...[
      'the the ',
      'TODO',
      '../2017/first.mdx',
      '[it](../2017/100%-first.mdx)',
      '[it](//2018:first.mdx)',
      '#p1',
      '__proto__',
      'constructor',
      '"',
      "'",
      ': ',
      '!!',
      '&a ',
      '*a ',
    ],
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
/** A text of such pieces. */
export const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

const fields = fc.constantFrom(
  ...[
    'title',
    'description',
    'pubDate',
    'number',
    'tags',
    'authors',
    'kind',
    'image',
    'figure',
    'keyFacts',
  ],
  ...[
    'sources',
    'corrections',
    'aliases',
    'draft',
    'expires',
    'withdrawn',
    '__proto__',
    'toString',
  ],
);
const value = fc.oneof(
  text.map((words) => words.replaceAll('\n', ' ')),
  fc.json({ maxDepth: 3 }),
  fc.constantFrom(
    '2018-08-24',
    '2018-02-30',
    'yes',
    '~',
    '[]',
    '{}',
    '[a, b]',
    '{ src: a, alt: b }',
  ),
);
/** What stands between a name and its value: seldom a slip. */
const sign = fc.oneof(
  { weight: 20, arbitrary: fc.constant(': ') },
  fc.constantFrom(':', ' = ', '：', ' ', ':\n  * ', ':\n  - '),
);
/** Lines of a frontmatter, right or wrong. */
export const frontmatter = fc
  .array(fc.tuple(fields, sign, value), { maxLength: 8 })
  .map((lines) => lines.map((parts) => parts.join('')).join('\n'));
