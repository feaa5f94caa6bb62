import type { Advice } from './advice.ts';

const WIDE: Readonly<Record<string, string>> = {
  '＃': '#',
  '＊': '*',
  '｀': '`',
  '［': '[',
  '］': ']',
  '（': '(',
  '）': ')',
  '＜': '<',
  '＞': '>',
  '～': '~',
  '｜': '|',
  '－': '-',
};

/** What to do with marks that were pasted from other programs. */
export const PASTED: readonly Advice[] = [
  [
    /written with full-width signs.*Write the signs of a keyboard/,
    (copy) => {
      copy.line = copy.line.replace(/[＃＊｀［］（）＜＞～｜－]/g, (sign) => WIDE[sign] ?? sign);
    },
  ],
  [
    /a tag of Word or of XML.*Remove the tag/,
    (copy) => {
      copy.line = copy.line.replace(/<\/?\w+:[^<>]*>/g, '');
    },
  ],
  [
    /comment that begins here never ends.*Write "-->" where it ends/,
    (copy) => {
      copy.line = `${copy.line} -->`;
    },
  ],
  [
    /was hidden, and readers see it here\. Remove it/,
    (copy, { field }) =>
      copy.swap(new RegExp(`<${field.slice(1, -1)}.*?</${field.slice(1, -1)}>`), 'Words.'),
  ],
  [
    /Its address is code.*Write an address that begins with https/,
    (copy) => copy.swap(/href="[^"]*"/, 'href="https://example.org/"'),
  ],
  [
    /(?:tag are curly|quotation marks are curly).*Write straight ones/,
    (copy) => {
      copy.line = copy.line.replace(/[“”]/g, '"');
    },
  ],
  [
    /never closed, so what follows is part of it\. Write "(.*)" where it ends/,
    (copy, _, end = '') => copy.lines((all, i) => all.splice(i, 1, `${all[i]}${end}`)),
  ],
  [
    /A quotation mark of this tag is never closed, so readers would see it/,
    (copy) => copy.swap(/=(["'])([^"'>]*)>/, '=$1$2$1>'),
  ],
  [
    /how a chat marks its sources.*or remove it/,
    (copy) => copy.swap(/^(?::contentReference\S*|【[^】]*】|\w+)/, ''),
  ],
  [/names no picture.*or remove it/, (copy) => copy.swap(/<img[^>]*>/, 'a picture')],
  [
    /how Slack links/,
    (copy) => {
      copy.line = copy.line
        .replace(/<[@#](?:[^<>|]*\|)?([^<>]*)>/g, '$1')
        .replace(/<([^<>|]+)\|([^<>]+)>/g, '[$2]($1)');
    },
  ],
  [/how chats hide words.*Remove the signs/, (copy) => copy.swap(/\|\|(.*?)\|\|/, '$1')],
  [
    /how Jira and Confluence mark text.*Write "## "/,
    (copy) => {
      copy.text = copy.text
        .replace(/^h[1-6]\. /gm, '## ')
        .replace(/\{(?:code|color)[^{}]*\}/g, '')
        .replace(/\[([^\]|]+)\|([^\]]+)\]/g, '[$1]($2)');
    },
  ],
  [
    /a reading beside its characters.*Write the reading in brackets/,
    (copy) => {
      copy.line = copy.line.replace(
        /[｜{[](\p{Script=Han}+)(?:《|\||\]\{)(\p{Script=Hiragana}+)[》}]/gu,
        '$1（$2）',
      );
    },
  ],
  [
    /Put quotation marks and brackets outside the stars/,
    (copy) => {
      copy.line = copy.line.replace(/\*\*"(.*?)"\*\*/g, '"**$1**"');
    },
  ],
  [/how Textile links/, (copy) => copy.swap(/"(.*?)":(https?:\/\/\S*\w)/, '[$1]($2)')],
  [
    /which counts who follows it\. Write "(.*)"\.$/,
    (copy, { repair }, to = '') => copy.swap(repair?.old ?? '', to),
  ],
  [
    /how Pandoc cites.*or a note: \[\^1\] here and a line "\[\^1\]: …" below/,
    (copy) => {
      copy.swap(/\[@[^\]]+\]/, '[^1]');
      copy.text = `${copy.text.trimEnd()}\n\n[^1]: A book.\n`;
    },
  ],
  [
    /The comma in "(.*)" ends the value\. Write "(.*)"/,
    (copy, _, old = '', now = '') => {
      copy.line = copy.line.replace(old, now);
    },
  ],
  [
    /A colon stands between the name of a prop/,
    (copy) => {
      copy.line = copy.line.replace(/(\w):(?=")/, '$1=');
    },
  ],
  [
    /how forums mark text/,
    (copy) => {
      copy.line = copy.line
        .replace(/\[b\](.*?)\[\/b\]/g, '**$1**')
        .replace(/\[url=(.*?)\](.*?)\[\/url\]/g, '[$2]($1)')
        .replace(/ ?\[img\].*?\[\/img\]/g, '');
    },
  ],
  [
    /how Wikipedia marks text/,
    (copy) => {
      copy.line = copy.line
        .replace(/'{3}(.*?)'{3}/g, '**$1**')
        .replace(/'{2}(.*?)'{2}/g, '*$1*')
        .replace(/\[(https:\S+) (.*?)\]/g, '[$2]($1)');
    },
  ],
  [
    /write a heading.*Write "## " before a heading/,
    (copy) => {
      copy.line = copy.line.replace(/^=+ ?(.*?) ?=*$/, '## $1');
    },
  ],
  [
    /how AsciiDoc writes a link.*Write \[words\]\(address\)/,
    (copy) => copy.swap(/(?:link:)?(https:[^\s[]+)\[(.*?)\]/, '[$2]($1)'),
  ],
  [
    /(?:reStructuredText calls its parts|sets its fields|fields of Notion|files an entry by signs)/,
    (copy) => copy.lines((all, i) => all.splice(i, /^\w+:/.test(all[i + 1] ?? '') ? 2 : 1)),
  ],
  [
    /how Dataview keeps a field.*or remove it/,
    (copy) => {
      copy.line = copy.line.replace(/^[\w -]+:: .*|[[(][\w -]+:: [^\])]+[\])]/g, 'Words');
    },
  ],
  [/how Obsidian names a paragraph.*Remove it/, (copy) => copy.swap(/[ \t]+\^[\w-]+/, '')],
  [/Obsidian's size of a picture.*Remove it/, (copy) => copy.swap(/\|\d+(?:x\d+)?(?=\])/, '')],
  [
    /A size stands within the address.*Write (!\[.*?\]\(.*?\)): a page/,
    (copy, _, now = '') => copy.swap(/!\[[^\]]*\]\([^)]*\)/, now),
  ],
  [
    /Tabs part no cells here.*Write a table/,
    (copy) =>
      copy.lines((all, i) => {
        const end = all.findIndex((line, n) => n >= i && !line.includes('\t'));
        const rows = all.slice(i, end).map((line) => `| ${line.replace(/\t+/g, ' | ')} |`);
        const dashes = (rows[0] ?? '').replace(/[^|]+/g, ' - ');
        all.splice(i, end - i, rows[0] ?? '', dashes.trim(), ...rows.slice(1));
      }),
  ],
  [
    /(?:would see "&.*"|encoded twice.*|read in another encoding)\.? ?.*Write "(.+)"\.$/,
    (copy, { repair }) => copy.swap(repair?.old ?? '?', repair?.new ?? ''),
  ],
];
