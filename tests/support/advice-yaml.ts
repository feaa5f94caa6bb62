import type { Advice } from './advice.ts';

/** What to do where YAML cannot be read. */
export const YAML: readonly Advice[] = [
  [/full-width colon.*Write ": "/, (copy) => copy.swap(/：[ \u3000]*/, ': ')],
  [
    /the bracket here is never closed\. Close it with "(.)"/,
    (copy, _, sign) => copy.lines((all, i) => all.splice(i, 1, `${all[i]}${sign}`)),
  ],
  [
    /quotation mark here is (?:never closed|not closed on its line)\. Close it\.$/,
    (copy) => {
      const [mark = ''] = copy.rest;
      copy.rewrite((value) => value + mark);
    },
  ],
  [
    /Put (?:it|text that contains ": "|the whole text) in quotes\.$/,
    (copy) => copy.rewrite((value) => JSON.stringify(value)),
  ],
  [/Put the whole text in '…'\.$/, (copy) => copy.rewrite((value) => `'${value}'`)],
  [/Put the whole text in "…"\.$/, (copy) => copy.rewrite((value) => `"${value}"`)],
  [
    /Put the whole text in "…", and write \\" for each/,
    (copy) =>
      copy.rewrite((value) => `"${value.replace(/^"(.*)"$/, '$1').replaceAll('"', '\\"')}"`),
  ],
  [
    /Put the whole text in '…', and write '' for each/,
    (copy) => copy.rewrite((value) => `'${value.replace(/^'(.*)'$/, '$1').replaceAll("'", "''")}'`),
  ],
  [
    /is a comment to YAML.*Put the whole text in quotes/,
    (copy) => copy.rewrite((value) => JSON.stringify(value)),
  ],
  [/the field "(\w+)" stands twice/, (copy) => copy.lines((all, i) => all.splice(i, 1))],
  [
    /indented with a tab\. Indent it with spaces/,
    (copy) => {
      copy.line = copy.line.replace(/^[ \t]+/, (tabs) => tabs.replaceAll('\t', '  '));
    },
  ],
  [
    /not indented as those beside it\. Begin it in the same column/,
    (copy) =>
      copy.lines((all, i) => {
        const indent = /^ *(?:- )?/.exec(all[i - 1] ?? '')?.[0].length ?? 0;
        all.splice(i, 1, ' '.repeat(indent) + (all[i] ?? '').trimStart());
      }),
  ],
  [
    /goes on at the margin\. Indent its lines by two spaces|belongs to "\w+": indent it by two spaces/,
    (copy) => {
      copy.line = `  ${copy.line}`;
    },
  ],
  [
    /begins below the name of its field\. Write "(.+)"\.$/,
    (copy, _, now = '') => {
      copy.line = now;
    },
  ],
  [
    /is not indented\. Begin each of its lines with two spaces/,
    (copy) =>
      copy.lines((all, i) => {
        for (let n = i; !/^(?:---|\w+:)/.test(all[n] ?? '---'); n += 1) all[n] = `  ${all[n]}`;
      }),
  ],
  [/Put a comma between the two/, (copy) => copy.insert(', ')],
  [
    /means nothing between these quotation marks\. Write "\\\\" for a backslash/,
    (copy) => copy.insert('\\'),
  ],
  [/here is a (?:comma|closing bracket) too many\. Remove it/, (copy) => copy.swap(/[,\]}]/, '')],
  [
    /a line "\.\.\." above ends the fields\. Remove it/,
    (copy) => {
      copy.text = copy.text.replace(/^\.\.\.\n/m, '');
    },
  ],
  [
    /Write the values out/,
    (copy) => {
      copy.text = copy.text.replace(/&\w+ ?/g, '').replace(/\*\w+/g, 'x');
    },
  ],
  [
    /no space follows the colon\. Write "(.+)"\.$/,
    (copy, _, words) => {
      copy.line = copy.line.replace(/[\w-]+:.*$/, words ?? '');
    },
  ],
  [
    /(?:the line is no field|an item of a list begins with "- ")\. Write "(.+: .+|- .+)"\.$/,
    (copy, _, words = '') => {
      copy.line = `${/^ */.exec(copy.line)?.[0]}${words}`;
    },
  ],
  [
    /follows the closing quotation mark\. Remove it/,
    (copy) => copy.rewrite((value) => value.replace(/\s*[,;，；]$/, '')),
  ],
  [
    /the line is no field\. Write it as "name: value"/,
    (copy) => {
      copy.line = 'kind: report';
    },
  ],
  [
    /Here is a list where fields belong|Here is "just words" where fields/,
    (copy) => {
      copy.line = 'kind: report';
    },
  ],
  [
    /Write an ordinary space/,
    (copy, { repair }) => copy.swap(repair?.old ?? '?', repair?.new ?? ''),
  ],
];
