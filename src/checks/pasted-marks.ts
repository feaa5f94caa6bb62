import { seen } from './foreign-marks.ts';
import type { Rule } from './unparsed-marks.ts';

const HEADING = 'Write "## " before a heading.';
const BOLD = 'Write **words** and [words](address).';

/** Marks of other languages of markup, and of keyboards with full-width signs, which came along. */
export const PASTED_MARKS: readonly Rule[] = [
  {
    ...seen(
      'mark-wide',
      /^＃{1,6}[ \u3000]?(?=\S)|^＞[ \u3000]?(?=\S)|^[＝－＿]{3,}$|^｜[^｜\n]*｜.*$|［\^[^［］\n]+］|＊[^＊\n]+＊|｀[^｀\n]+｀|～～[^～\n]+～～|［[^［］\n]{1,300}］[(（]|＜\/?[A-Za-z][^＜＞\n]*＞/gm,
      'This is written with full-width signs, so readers would see them.',
      'Write the signs of a keyboard without Chinese: # * ` [ ] ( ) < >.',
    ),
    once: false,
  },
  seen(
    'mark-bbcode',
    /\[(b|i|u|s|url|img|quote|code|color|size)(?:=[^\]\n]*)?\][\s\S]*?\[\/\1\]/gi,
    'This is how forums mark text, so readers would see the brackets.',
    'Write **words**, *words* and [words](address).',
  ),
  seen(
    'mark-tag',
    /<[ \t]+\/?(?:Cite|Term|Note|Figure|Chart|Timeline|PullQuote|Embed)\b[^<>\n]*>/g,
    'A space stands behind the "<" of this tag, so readers would see it.',
    'Remove the space.',
  ),
  {
    ...seen(
      'mark-slack',
      /<(?:https?:\/\/|mailto:)[^\s<>|]+\|[^<>\n]+>|<[@#][A-Z0-9]{3,}(?:\|[^<>\n]*)?>/g,
      'This is how Slack links, so readers would see its signs.',
      'Write [words](address), or the name.',
    ),
    only: 'plain',
  },
  {
    ...seen(
      'mark-tag',
      /<[a-z][\w-]*(?:\s+[\w-]+=(?:"[^"\n]*"|'[^'\n]*'))*\s+[\w-]+=[“”„][^<>\n]*>/gi,
      'Quotation marks of this tag are curly, so readers would see it.',
      'Write straight ones: ".',
    ),
    only: 'plain',
  },
  {
    ...seen(
      'mark-tag',
      /<[a-z][\w-]*(?:\s+[\w-]+=(?:"[^"\n]*"|'[^'\n]*'))*\s+[\w-]+=(?:"[^"<>\n]*|'[^'<>\n]*)>/gi,
      'A quotation mark of this tag is never closed, so readers would see it.',
      'Close it before the tag ends.',
    ),
    only: 'plain',
  },
  {
    ...seen(
      'mark-tag',
      /<\/?[a-z][a-z\d]*:[a-z][a-z\d]*(?:\s[^<>]*)?\/?>/gi,
      'This is a tag of Word or of XML, which readers would see.',
      'Remove the tag; its words may stay.',
    ),
    only: 'plain',
  },
  {
    ...seen(
      'mark-comment',
      /<!--(?![\s\S]*-->)/g,
      'The comment that begins here never ends, so readers would see it.',
      'Write "-->" where it ends.',
    ),
    only: 'plain',
  },
  {
    ...seen(
      'mark-chat',
      /:contentReference\[oaicite:\d+\](?:\{index=\d+\})?|【\d+(?::\d+)?†[^】\n]*】|(?:\bcite)?(?:turn\d+(?:search|view|news|image)\d+)+/g,
      'This is how a chat marks its sources, so readers would see it.',
      'Write the source, or remove it.',
    ),
    once: false,
  },
  seen(
    'mark-ruby',
    /｜[\p{Script=Han}]{1,20}《[\p{Script=Hiragana}\p{Script=Katakana}ー・]{1,40}》|\{[\p{Script=Han}]{1,20}\|[\p{Script=Hiragana}\p{Script=Katakana}|ー]{1,40}\}|\[[\p{Script=Han}]{1,20}\]\{[\p{Script=Hiragana}\p{Script=Katakana}ー]{1,40}\}/gu,
    'This is how other programs write a reading beside its characters, so readers would see the signs.',
    'Write the reading in brackets: 漢字（かんじ）.',
  ),
  seen(
    'mark-hidden',
    /(?<![\w|])\|\|[^\s|](?:[^|\n]*[^\s|])?\|\|(?![\w|])/g,
    'This is how chats hide words; here readers would see them, and the signs.',
    'Remove the signs, or the words.',
  ),
  {
    ...seen(
      'mark-jira',
      /^h[1-6]\. (?=\S)|\{(?:code|panel|color|quote|noformat|info|tip|expand)(?::[^{}\n]*)?\}|\[[^\]|\n[]+\|https?:[^\]\s]+\]/gm,
      'This is how Jira and Confluence mark text, so readers would see the signs.',
      'Write "## " before a heading, **words** and [words](address), and code between lines of "```".',
    ),
    // in MDX braces are told where they stop the text from being read
    unlessInMdx: /^\{/,
  },
  seen(
    'mark-textile',
    /(?<![\w=])"[^"\n]{1,200}":(?=https?:\/\/)/g,
    'This is how Textile links, so readers would see the quotation marks.',
    'Write [words](address).',
  ),
  seen(
    'mark-mediawiki',
    /'{2,3}[^'\n]+'{2,3}|\[https?:\/\/[^\s\]]+ [^\]\n]+\](?!\()/g,
    'This is how Wikipedia marks text, so readers would see the signs.',
    BOLD,
  ),
  seen(
    'mark-heading',
    /^={2,6} ?\S[^=\n]*(?:={2,6})?[ \t]*$/gm,
    'This is how AsciiDoc and Wikipedia write a heading, so readers would see the signs.',
    HEADING,
  ),
  seen(
    'mark-asciidoc',
    /\b(?:link|image)::?[^\s[\]]+\[[^\]\n]*\]|\bhttps?:\/\/[^\s[\]]+\[[^\]\n]+\](?!\()/g,
    'This is how AsciiDoc writes a link or a picture, so readers would see the brackets.',
    'Write [words](address) or ![what it shows](file).',
  ),
  seen(
    'mark-rst',
    /^\.\. [a-z-]+::/gm,
    'This is how reStructuredText calls its parts, so readers would see it.',
    'Write out what it stood for.',
  ),
  seen(
    'mark-org',
    /^#\+[A-Za-z_]+:/gm,
    'This is how Org sets its fields, so readers would see it.',
    'Move it to the fields above the text, or remove it.',
  ),
  seen(
    'mark-tags',
    /^#\p{L}[\p{L}\p{N}/_-]*(?:[ \t]+#\p{L}[\p{L}\p{N}/_-]*)*[ \t]*$/gmu,
    'Nothing files an entry by signs in its text, so readers would see them.',
    'Write the words into the field "tags", without "#"; a heading begins with "## ".',
  ),
  seen(
    'mark-fields',
    /^[\p{L}][\p{L} _-]{0,30}::[ \t]+\S|[[(][\p{L}][\p{L} _-]{0,30}:: [^\])\n]+[\])]/gmu,
    'This is how Dataview keeps a field, so readers would see it.',
    'Move it to the fields above the text, or remove it.',
  ),
  seen(
    'mark-fields',
    /^(?:Created(?: time| by)?|Last edited(?: time| by)?|Tags|Status|Categories|URL): [^\n]+\n(?=(?:Created|Last edited|Tags|Status|Categories|URL|Author|Date)\b[^:\n]*: )/gm,
    'These are fields of Notion, which readers would see.',
    'Move them to the fields above the text, or remove them.',
  ),
  seen(
    'mark-block',
    /(?<=\S)[ \t]+\^[a-z\d][a-z\d-]*$/gm,
    'This is how Obsidian names a paragraph, so readers would see it.',
    'Remove it: a paragraph has a number.',
  ),
];
