import type { Advice } from './advice.ts';
import type { Copy } from './copy.ts';

/** What to do with links and pictures. */
export const LINKS: readonly Advice[] = [
  // links
  [/Did you mean "(#.*)"\?/, (copy, _, now = '') => copy.swap(/#[^)\s>"]*/, now)],
  [
    /There is no (?:article|page) "(.*?)"\. Did you mean "(.*)"\?/,
    (copy, _, old = '', now = '') => copy.swap(old, now),
  ],
  [
    /There is no (?:article|page) "(.*?)"\. Correct the link/,
    (copy, _, old = '') => copy.swap(old, '../2017/first.mdx'),
  ],
  [
    /Correct what stands after the "#"/,
    (copy) => copy.swap(/#[^)\s>"]*/, /glossary/.test(copy.line) ? '#ico' : '#p1'),
  ],
  [
    /Write "(!\[what it shows\]\(.*?\))" to show/,
    (copy, _, now = '') => {
      copy.swap(/\[[^\]]*\]\([^)]*\)/, now);
      copy.text = copy.text.replace('！!', '!');
    },
  ],
  [
    /Put the file into public\/ and link to it as "(\/.*)"/,
    (copy, { message }, now = '') => {
      copy.others[`public${now}`] = 'x';
      copy.swap(/"(.*?)"/.exec(message)?.[1] ?? '', now);
    },
  ],
  [
    /The link "(.*?)" .*(?:Did you mean|Write) "(.*?)"[.?]$/,
    (copy, _, old = '', now = '') => copy.swap(old, now),
  ],
  [
    /(?:has been withdrawn|has expired|is a draft|is not out yet).*[Rr]emove the link/,
    (copy) => copy.swap(/\[([^\]]*)\]\([^)]*\)/, '$1'),
  ],
  [
    /The link .*(?:not a web address|not complete|"http" twice|own computer|name of its host|nothing after the colon)/,
    (copy) => copy.swap(/\]\([^)]*\)+/, '](https://example.org/page)'),
  ],
  [
    /is given twice, and the first one is read\..*or remove it/,
    (copy) => copy.lines((all, i) => all.splice(i, 1)),
  ],
  [/leads to the top of its own page/, (copy) => copy.swap('(#)', '(https://example.org/)')],
  [
    /Write out what its braces stood for|named by braces of another program/,
    (copy) => copy.swap(/\]\([^)]*\)/, '](https://example.org/a.png)'),
  ],
  [/The link has no address\. Write one/, (copy) => copy.swap('()', '(https://example.org/)')],
  [/The link has no words/, (copy) => copy.swap('[]', '[words]')],
  [
    /The link's address "\[(.*)\]" is given nowhere\. Add a line "(.*)…"/,
    (copy, _, _name, line) => {
      copy.text = `${copy.text.trimEnd()}\n\n${line}example.org/\n`;
    },
  ],
  [
    /The address in the line "(.*)" cannot be read\. Write it "(.*)…"/,
    (copy, _, given, line) => {
      const at = copy.text.toLowerCase().lastIndexOf(given.toLowerCase());
      copy.text = `${copy.text.slice(0, at)}${line}example.org/${copy.text.slice(at + given.length)}`;
    },
  ],
  [
    /wrong way round\. Write \[words\]\(address\)/,
    (copy) => copy.swap(/\(([^)]*)\)\[([^\]]*)\]/, '[$1]($2)'.replace('a.png', 'cover.png')),
  ],
  [
    /not read as a link.*Write \[words\]\(address\)/,
    (copy) => {
      const [whole = '', words = '', address = ''] =
        /!?[[【]([^\]】]*)[\]】]\s*[(（]([^)）\n]*[)）]|\S*)/.exec(copy.rest) ?? [];
      copy.swap(
        whole,
        `[${words.replace('[', '')}](${address
          .replace(/[)）]$/, '')
          .trim()
          .replace(' ', '%20')})`,
      );
    },
  ],
  [
    /address ends before this sign.*Write \[words\]\(address\)/,
    (copy) => {
      copy.line = copy.line.replace(/https?:\/\/\S+/, '[words]($&)');
    },
  ],
  [
    /(?:how a wiki links|how Obsidian shows).*Write (!?\[.*\]\(.*?\))/,
    (copy, _, now = '') =>
      copy.swap(
        /!?\[\[.*?\]\]/,
        now
          .replace('none-of-ours.mdx', '../2017/first.mdx')
          .replace(/\((?:none|a-note)\.mdx\)/, '(../2017/first.mdx)'),
      ),
  ],
  [
    /see a link to it\. Write \[words\]\(address\)/,
    (copy) => copy.swap(/<(iframe|video).*?src="(.*?)".*?<\/\1>/, '[words]($2)'),
  ],
  [/Put it behind the link/, (copy) => copy.swap(/(<Cite[^>]*>|\[\^\w+\])\]\((.*?)\)/, ']($2)$1')],
  [/not read as the address of a link.*Put an empty line before it/, (copy) => copy.insert('\n')],
  // pictures
  [
    /The image "(.*)" is not beside.*(?:Did you mean|Write) "(.*?)"/,
    (copy, _, old = '', now = '') => {
      copy.swap(old, now);
    },
  ],
  [
    /has no text for those.*Write what it shows|names the image's file.*!\[what/,
    (copy) => copy.swap(/!\[[^\]]*\]/, '![A map]'),
  ],
  [/^The image "/, otherPicture],
  // an article as a whole
  [
    /The article has no text\. Write it/,
    (copy) => {
      copy.text = `${copy.text.trimEnd()}\n\nText.\n`;
    },
  ],
];

/** Puts a sound picture where the one of the problem is named. */
function otherPicture(copy: Copy): void {
  copy.swap(/(?<=\]\()[^)]*(?=\))/, 'cover.png');
}
