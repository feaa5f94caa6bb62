import type { Advice } from './advice.ts';
import type { Copy } from './copy.ts';

/** Values that props and attributes may have, by what a message says of them. */
const FITS: readonly [of: RegExp, value: string][] = [
  [/one of bar/, '"bar"'],
  [
    /must be a list|at least one item|at most 60|one for each series/,
    '{[{ label: "a", value: 1 }]}',
  ],
  [/whole numbers/, '{[{ label: "a", value: 2 }]}'],
  [/day of the calendar|must be a date|datetime/, '"2018-08-24"'],
  [/https?:|complete|own computer/, '"https://example.org/page"'],
  [/"ltr"/, '"ltr"'],
  [/language tag/, '"en"'],
  [/empty|names the image/, '"A map of the town"'],
];

/** A prop of a tag with another value. */
function otherValue(copy: Copy, prop: string, said: string): void {
  const [, value = '"words"'] = FITS.find(([of]) => of.test(said)) ?? [];
  // a part of a prop stands where the problem does
  if (/\[\d+\]\.\w+$/.test(prop)) copy.swap(/^"[^"]*"/, prop.endsWith('value') ? '1' : value);
  else
    copy.swap(
      new RegExp(`\\b${prop}(\\s*[=:]\\s*)(?:"[^"]*"|'[^']*'|\\{\\[[\\s\\S]*?\\]\\}|[\\d.]+)`),
      `${prop}$1${value.replaceAll('$', '$$$$')}`,
    );
}

/** What to do with the props of tags. */
export const PROPS: readonly Advice[] = [
  [
    /These braces are a formula of LaTeX.*or between backticks/,
    (copy) =>
      copy.lines((all, index) => {
        const end = all.findIndex((line, n) => n > index && line.trim() === '');
        const start = all.findLastIndex((line, n) => n < index && line.trim() === '') + 1;
        const lines = all.slice(start, end === -1 ? undefined : end);
        all.splice(start, lines.length, `\`${lines.join(' ')}\``);
      }),
  ],
  [
    /"(.*)" is no number\. Write "(.*)", in quotes/,
    (copy, _, date = '') => {
      copy.line = copy.line.replace(date, `"${date}"`);
    },
  ],
  [/A comma is missing before ".*"\. Write it/, (copy) => copy.insert(', ')],
  [
    /Put the list in braces: name=\{\[…\]\}/,
    (copy) => {
      copy.line = copy.line.replace(/=(\[.*\])/, '={$1}');
    },
  ],
  [
    /quotation mark of this tag is never closed/,
    (copy) => copy.swap(/^(["'])([^\n>/]*)/, '$1$2$1'),
  ],
  [
    /straight one: "/,
    (copy) => {
      copy.line = copy.line.replace(/=[“”„‘’]([^“”„‘’"]*)[“”„‘’"]/, '="$1"');
    },
  ],
  [
    /Write name="value"/,
    (copy) => {
      copy.line = copy.line.replace(/(\w+)=(<\w+>|[^\s"'>]+)/, '$1="$2"');
    },
  ],
  [
    /Write name='…' around the value, without backslashes/,
    (copy) => {
      copy.line = copy.line.replaceAll('\\', '').replace(/="(.*)"(?=[\s/]*>)/, "='$1'");
    },
  ],
  [
    /Write name='…' around it/,
    (copy) => {
      copy.line = copy.line.replace(/="(.*)"(?=[\s/]*>)/, "='$1'");
    },
  ],
  [
    /Write name="…" around it/,
    (copy) => {
      copy.line = copy.line.replace(/='(.*)'(?=[\s/]*>)/, '="$1"');
    },
  ],
  [
    /No source has the id "(.*)"\. Did you mean "(.*)"\?|There is no glossary term "(.*)"\. Did you mean "(.*)"\?/,
    (copy, _, a, b, c, d) => copy.swap(`"${a ?? c}"`, `"${b ?? d}"`),
  ],
  [
    /No source has the id "(.*)"\. (?:Add it to sources|The sources are (\S+?)[,.])/,
    (copy, _, id, other) => {
      if (other) copy.swap(`"${id}"`, `"${other}"`);
      else copy.fields((fields) => fields.setIn(['sources'], [{ id, title: 'A', publisher: 'P' }]));
    },
  ],
  [
    /component or allowed tag of this name\. Did you mean <(.+)>\?|is not allowed on <.*>\. Did you mean <(.+)>\?/,
    (copy, { field }, a, b) => {
      const [, name = ''] = /^<([\w.-]+)/.exec(field) ?? [];
      copy.text = copy.text
        .replaceAll(`<${name}`, `<${a ?? b}`)
        .replaceAll(`</${name}>`, `</${a ?? b}>`);
    },
  ],
  [
    /(?:has no prop|The attribute) "(.+?)".*Did you mean "(.+)"\?/,
    (copy, _, old = '', now = '') => copy.swap(old, now),
  ],
  [
    /(?:has no prop|The attribute) "(.+?)".*(?:Remove it|Its props are)/,
    (copy, _, name) =>
      copy.swap(new RegExp(`\\s${name}(?:=(?:"[^"]*"|'[^']*'|\\{\\{.*?\\}\\}|\\{[^}]*\\}))?`), ''),
  ],
  [
    /The prop "(.+)" is given twice/,
    (copy, _, name) => copy.swap(new RegExp(`\\s${name}="[^"]*"`), ''),
  ],
  [/needs the prop "(.+)"\. Add value to item/, (copy) => copy.swap(/\}/, ', value: 1 }')],
  [
    /needs the prop "(\w+)"\. Add (\w+)="…"/,
    (copy, _, name) => copy.swap(/(<\w+)/, `$1 ${name}="A map"`),
  ],
  [
    /needs the prop "data"\. Add data=\{…\}/,
    (copy) => copy.swap(/(<\w+)/, '$1 data={[{ label: "a", value: 1 }]}'),
  ],
  [
    /The value is .*Write the value out/,
    (copy) =>
      copy.swap(
        /\{\.\.\.\w+\}|data=\{(?!\[).*?\}(?=\s|\/|>)/,
        /Chart/.test(copy.rest) ? 'data={[{ label: "a", value: 1 }]}' : 'title="A"',
      ),
  ],
  [
    /it must have its parts between braces/,
    (copy) => copy.swap(/^\[[^\]]*\]/, '{ label: "a", value: 1 }'),
  ],
  [
    /does not fit/,
    (copy, { field, message, fix }) =>
      otherValue(copy, field.replace(/^<\w+ |>$/g, ''), `${message} ${fix}`),
  ],
  [
    /names the image's file, not what it shows\. Write what it shows\.$/,
    (copy) => otherValue(copy, 'alt', 'names the image'),
  ],
];
