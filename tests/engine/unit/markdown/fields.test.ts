import { describe, expect, test } from 'vitest';
import { withNumber } from '../../../../src/markdown/fields.ts';

const file = (...fields: string[]) => `---\n${fields.join('\n')}\n---\n\nnumber: 1\n`;

describe('a docket number put into a file', () => {
  test.each([
    ['after the date', ['title: T', 'pubDate: 2018-08-24', 'tags: [a]'], 'pubDate: 2018-08-24\n'],
    ['after what changed last', ['pubDate: 2018-08-24', 'compiled: 2019-01-01 # late'], '# late\n'],
    ['where it is promised', ['number: # by file', 'title: T'], ''],
    ['where nothing stands', ['title: T', 'number: ~'], ''],
    ['where "null" stands', ['title: T', 'number: null  # soon'], ''],
    ['where its line is empty', ['title: T', 'number:'], ''],
  ])('%s', (_where, fields, after) => {
    const before = file(...fields);
    for (const source of [before, before.replaceAll('\n', '\r\n'), `\ufeff${before}`]) {
      const numbered = withNumber(source, '18-7') ?? '';
      expect(numbered.replaceAll('\r\n', '\n')).toContain(`${after}number: 18-7`);
      expect(numbered.match(/number:/g)).toHaveLength(2);
      const comment = /#.*/.exec(source)?.[0] ?? '';
      expect(numbered).toContain(comment.trim());
      expect(numbered.includes('\r\n')).toBe(source.includes('\r\n'));
    }
  });

  test.each([
    ['fields as JSON', '---\n{ "title": "T", "pubDate": "2018-08-24" }\n---\n\nText.\n'],
    ['indented fields', file('  title: T', '  pubDate: 2018-08-24')],
    ['a date on a line of its own', file('title: T', 'pubDate:', '  2018-08-24')],
    ['a number whose name is in quotes', file('pubDate: 2018-08-24', '"number":')],
  ])('is not written into %s', (_what, source) => {
    expect(withNumber(source, '18-7')).toBeUndefined();
  });
});
