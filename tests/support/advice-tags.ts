import type { Advice } from './advice.ts';
import type { Copy } from './copy.ts';

/** Puts the tags of one name on lines of their own. */
function apart(copy: Copy, name: string): void {
  const start = copy.text.lastIndexOf(`<${name}`, copy.at);
  const rest = copy.text
    .slice(start)
    .replace(new RegExp(`\\s*(<${name}[^>]*>)\\s*`), '\n\n$1\n\n')
    .replace(new RegExp(`\\s*(</${name}>)[ \\t]*`), '\n\n$1\n\n');
  copy.text = copy.text.slice(0, start) + rest;
}

/** What to write in place of a tag that nobody may use here, with the words between. */
function without(copy: Copy, name: string, open: string, close: string): void {
  copy.swap(new RegExp(`<${name}(?<!\\w(?=[\\w-]))[^>]*>`), open);
  copy.text = copy.text.replace(`</${name}>`, close);
}

/** What to do with signs, tags and their props. */
export const TAGS: readonly Advice[] = [
  // signs
  [
    /Write "\\<" if it is no tag; else (?:end it with|remove that sign)/,
    (copy, { message }) => {
      const [tag] = /^<[A-Z]\w*(?:\s+[\w-]+="[^"]*")*/.exec(copy.rest) ?? [];
      const [, sign] = /has a "(.)" in it/.exec(message) ?? [];
      if (!tag) copy.insert('\\');
      else if (sign && !/[\w.]/.test(sign)) copy.swap(sign, '');
      else
        copy.insert(
          copy.text.includes('</Note>') && tag.startsWith('<Note') ? '>' : ' />',
          copy.at + tag.length,
        );
    },
  ],
  [/"<>" begins nothing here\. Write "(.*)" for/, (copy, _, now = '') => copy.swap('<>', now)],
  [
    /comment that begins here is never closed\. Write "(.*)" where it ends/,
    (copy, _, end = '') => copy.swap('\n', `${end}\n`),
  ],
  [
    /[Ww]rite "(?:\\)([{<])" (?:for|before)/,
    (copy, _, sign = '') => {
      const [tag] = /<[A-Z]\w*[^>]*$/.exec(copy.text.slice(0, copy.at)) ?? [];
      // of data it says first to look at its brackets
      if (tag && sign === '{') return copy.swap(/[\]}]* \/>/, '}]} />');
      copy.insert('\\', copy.text.lastIndexOf(sign, copy.at));
    },
  ],
  [
    /Write a comment as \{\/\*/,
    (copy) => {
      const at = copy.text.lastIndexOf('<', copy.at);
      copy.text =
        copy.text.slice(0, at) + copy.text.slice(at).replace(/<!--(.*?)-->|<!/, '{/*$1*/}');
    },
  ],
  [
    /An address between .*or as \[words\]\(address\)/,
    (copy) => {
      const at = copy.text.lastIndexOf('<', copy.at);
      copy.text =
        copy.text.slice(0, at) +
        copy.text
          .slice(at)
          .replace(/<([^>\s]*)>?/, '[words]($1)')
          .replace(/\(([^:)]*@)/, '(mailto:$1');
    },
  ],
  [
    /"(.+)" (?:is (?:Jekyll|Hugo|Pandoc|a template)|names a heading).*(?:Remove it|Write out what it stood for)\.$/,
    (copy, _, found = '') => copy.swap(found, ''),
  ],
  [/Begin it with another word/, (copy) => copy.swap(/^\w+/, 'The')],
  [/is code;.*Remove the line/, (copy) => copy.lines((all, i) => all.splice(i, 1))],
  [
    /line begins with "(.+?)".*Write "(.+)"\.$/,
    (copy, _, old = '', now = '') => copy.swap(old, now),
  ],
  [
    /Write an ordinary space/,
    (copy, { repair }) => copy.swap(repair?.old ?? '?', repair?.new ?? ''),
  ],
  [
    /readers cannot see.*Delete it/,
    (copy, { repair }) =>
      copy.swap(
        repair?.old ??
          /\\u[\dA-F]{4}|&#x?\w+;|&\w+;|[^\p{L}\p{N}\s<>\p{P}=|$+^`~]|[\u2028\u2029\u180e\u3164\u115f\u1160]/iu,
        '',
      ),
  ],
  [/Type the whole one/, (copy) => copy.swap(/\\u[\dA-F]{4}|&#\w+;|\p{Cs}/iu, '🦊')],
  [/Save it as UTF-8 and write the character/, (copy) => copy.swap('\ufffd', 'e')],
  [
    /Keep the right one and remove the lines/,
    (copy) => {
      copy.text = copy.text.replace(/^<{7}.*\n|^={7}[\s\S]*?^>{7}.*(?:\n|$)/gm, '');
    },
  ],
  // tags
  [
    /The tag <([\w.-]+)> is never closed\. Write (<\/.+?>) where it ends/,
    (copy, _, name, close = '') => {
      copy.text = `${copy.text.trimEnd()}${name === name?.toLowerCase() ? '' : '\n\n'}${close}\n`;
    },
  ],
  [
    /tag <(\w+)> is never closed\. Write (<\w+ \/>)/,
    (copy, _, name, now = '') => copy.swap(new RegExp(`<${name}\\s*>`), now),
  ],
  [
    /tag <img> is never closed\. Write !\[what it shows\]\(file\)/,
    (copy) => copy.swap(/<(?:img|Image)[^>]*>/, '![A map](cover.png)'),
  ],
  [
    /(<\/w?br>) closes nothing\. Write (<.*>)\.$/,
    (copy, _, old = '', now = '') => {
      copy.line = copy.line.replace(old, now);
    },
  ],
  [
    /(<\/.+?>) closes nothing\. Remove it/,
    (copy, _, tag = '') => {
      copy.line = copy.line.replace(tag, '');
    },
  ],
  [
    /^(<\/.+?>) stands where the .* Write (<\/.+?>)/,
    (copy, _, old = '', now = '') => {
      copy.line = copy.line.replace(old, now);
    },
  ],
  [
    /<(\w+)> begins within a paragraph|<(\w+)> stands within a sentence/,
    (copy, _, a, b) => apart(copy, a ?? b ?? ''),
  ],
  [
    /has no end\. End it with ">" or "\/>"/,
    (copy) => {
      copy.line = `${copy.line} />`;
    },
  ],
  [
    /An empty tag "<>"/,
    (copy) => {
      copy.swap('<>', '');
      copy.text = copy.text.replace('</>', '');
    },
  ],
  [
    /has text between its tags, .*Write (<.*>) in place of both/,
    (copy, { field }, tag = '') => without(copy, field.slice(1, -1), tag, ''),
  ],
  [
    /has text between its tags.*Close it with "\/>"/,
    (copy, { field }) =>
      copy.swap(
        new RegExp(`(${field.slice(0, -1)}[^>]*)>([\\s\\S]*?)</${field.slice(1)}`),
        '$1 /> $2',
      ),
  ],
  [
    /has nothing between its tags/,
    (copy, { field }) =>
      /^<[^>]*\/>/.test(copy.rest)
        ? copy.swap(/ ?\/>/, `>Words.</${field.slice(1)}`)
        : copy.swap(`</${field.slice(1)}`, `Words.</${field.slice(1)}`),
  ],
  [
    /shows nothing\. Put a table/,
    (copy) => copy.swap('</Figure>', '\n\n| A | B |\n| - | - |\n| 1 | 2 |\n\n</Figure>'),
  ],
  [
    /Write <summary>…<\/summary> behind it/,
    (copy) => copy.swap('<details>', '<details>\n\n<summary>Words</summary>\n\n'),
  ],
  [
    /not the first thing within a <details>.*Remove its tags/,
    (copy) => copy.swap(/<summary>(.*?)<\/summary>/, '$1'),
  ],
  // HTML
  [
    /component or allowed tag of this name\. Remove (?:it|the tag)/,
    (copy, { field }) => without(copy, field.slice(1, -1), '', ''),
  ],
  [
    /no component <(\w+)> here\. Import it, or write it in HTML/,
    (copy, _, name = '') => {
      const closes = copy.text.includes(`</${name}>`);
      without(copy, name, closes ? '<div>' : '<div></div>', '</div>');
    },
  ],
  [/Write (\{props\.\w+\}), or the words/, (copy, _, now = '') => copy.swap(/\{.*?\}/, now)],
  [
    /Use <Embed>, which links to it/,
    (copy, { field }) =>
      without(
        copy,
        field.slice(1, -1),
        '<Embed href="https://example.org/" title="A document" />',
        '',
      ),
  ],
  [/Use <Figure>/, (copy, { field }) => without(copy, field.slice(1, -1), '', '')],
  [/Write \*\*words\*\*\.$/, (copy, { field }) => without(copy, field.slice(1, -1), '**', '**')],
  [/Write \*words\*\.$/, (copy, { field }) => without(copy, field.slice(1, -1), '*', '*')],
  [/Write ~~words~~\.$/, (copy, { field }) => without(copy, field.slice(1, -1), '~~', '~~')],
  [/Write it between backticks/, (copy, { field }) => without(copy, field.slice(1, -1), '`', '`')],
  [
    /^There is no component.*Write \[words\]\(address\)/,
    (copy) => copy.swap(/<(?:a href|Link to)="(.*?)">(.*?)<\/(?:a|Link)>/, '[$2]($1)'),
  ],
  [
    /tag <\w+> is never closed\. Write (\*+)words/,
    (copy, _, mark = '') => copy.swap(/<\w+>(.*)/, `${mark}$1${mark}`),
  ],
  [/Use <PullQuote>, or begin/, (copy) => copy.swap(/<Quote[^>]*>(.*?)<\/Quote>/, '> $1')],
  [
    /Use <Note title="…">/,
    (copy) => copy.swap(/<Callout[^>]*>(.*?)<\/Callout>/, '<Note title="So it is">$1</Note>'),
  ],
  [/behind the "<" of this tag.*Remove the space/, (copy) => copy.swap('< ', '<')],
  [
    /Begin its lines with "> "/,
    (copy) => {
      copy.line = copy.line.replace(/<\/?blockquote[^>]*>/g, '').replace(/^/, '> ');
    },
  ],
  [/Write "---" between two empty lines/, (copy) => copy.swap(/<hr ?\/?>/, '---')],
  [
    /There is no.*Write !\[what it shows\]\(file\)/,
    (copy) => copy.swap(/<(?:img|Image)[^>]*>/, '![A map](cover.png)'),
  ],
  [
    /Write rows with "\|"/,
    (copy) => {
      copy.line = '| A | B |\n| - | - |\n| 1 | 2 |';
    },
  ],
  [
    /Write "## Heading" on a line/,
    (copy, { field }) => without(copy, field.slice(1, -1), '\n\n## ', '\n\n'),
  ],
  [
    /Write a line with "- " for each item/,
    (copy) => {
      copy.line = '- one\n- two';
    },
  ],
  [
    /Use one of <Cite>, /,
    (copy, { field }) => without(copy, field.slice(1, -1), '<Term id="ico">', '</Term>'),
  ],
];
