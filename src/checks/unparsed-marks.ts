import { BLANK, blankName } from '../lib/invisible.ts';
import type { Finding } from './model.ts';

type Said = Pick<Finding, 'message' | 'fix'> & Partial<Pick<Finding, 'repair'>>;

/** A mark that readers would see as it stands, and what to write instead. */
export type Rule = Pick<Finding, 'code'> & {
  severity?: 'warning';
  pattern: RegExp;
  say: Said | ((match: string) => Said);
  /** Whether one finding speaks for all of a paragraph. */
  once?: boolean;
  /** Whether it is of plain Markdown alone, or of MDX, since the other reads it or tells it otherwise. */
  only?: 'plain' | 'mdx';
  /** What a mark has that is told otherwise in MDX. */
  unlessInMdx?: RegExp;
  /** What to do in plain Markdown, where that is something else. */
  fixInPlain?: string;
};

const TABLE = {
  code: 'mark-table',
  once: true,
  say: {
    message: 'The rows here are not read as a table.',
    fix: 'Give the line of dashes ("---") as many cells as the row above it, and the table an empty line before it and none within.',
  },
} as const;

const BOLD = { code: 'mark-bold', severity: 'warning' } as const;
const NOT_BOLD = 'Readers would see "**" as it stands.';
const SPACED_BOLD = {
  message: NOT_BOLD,
  fix: 'Write **words**, without spaces within; "\\*" for the sign itself.',
};

/** Markdown of our own that is not read, for a slip in it. (`[sic] (see above)`, `2**3` and `#1` are words.) */
export const MARKS: readonly Rule[] = [
  {
    code: 'mark-link',
    /** @example ![A map](map.png =300x200) */
    pattern: /(?<!\\)!\[[^[\]\n]{0,300}\]\([^()\s]+[ \t]+=\d*x\d*\)/g,
    say: (picture) => ({
      message: 'A size stands within the address, so this is not read as a picture.',
      fix: `Write ${picture.replace(/[ \t]+=\d*x\d*/, '')}: a page knows how large it is.`,
    }),
  },
  {
    code: 'mark-link',
    pattern:
      /(?<!\\)!?\[[^[\]\n]{0,300}(?<!\\)\](?:\((?!\{[{%])| \((?=https?:|mailto:|\.{0,2}\/|#)|（(?=https?:|mailto:|\.{0,2}\/|#))/g,
    say: {
      message: 'This is not read as a link, so readers would see its brackets.',
      fix: 'Write [words](address), with no space between the two or in the address (%20 stands for one).',
    },
  },
  {
    code: 'mark-link',
    pattern: /【[^【】\n]{1,300}】[(（](?=https?:|mailto:|\.{0,2}\/|#)/g,
    say: {
      message: 'This is not read as a link, so readers would see its brackets.',
      fix: 'Write [words](address), with the brackets of a keyboard without Chinese.',
    },
  },
  {
    code: 'mark-link',
    pattern:
      /!?\([^()\n]{1,300}\)\[(?=https?:|mailto:|\.{0,2}\/|[\w-]+\.(?:png|jpe?g|gif|webp|mdx?)\])/g,
    say: {
      message: 'The brackets of this link are the wrong way round.',
      fix: 'Write [words](address).',
    },
  },
  {
    code: 'mark-link',
    severity: 'warning',
    pattern: /(?<=https?:\/\/[^\s<>]*)[_*~]+(?=\s|$)/g,
    say: {
      message: 'The address ends before this sign, so its link leads elsewhere.',
      fix: 'Write [words](address).',
    },
  },
  {
    code: 'mark-link',
    /** @example [name]: https://a.example within a paragraph */
    pattern: /(?<=^|\n)[ \t]*\[[^\]\n^]{1,100}\]:[ \t]*(?:https?:|\.{0,2}\/)\S+/g,
    say: {
      message: 'This is not read as the address of a link, so readers would see it.',
      fix: 'Put an empty line before it, and nothing behind the address but a title in quotes.',
    },
  },
  {
    ...TABLE,
    /** @example |---|:-:|, |—|—|, or |---| alone on its line */
    pattern:
      /^[ \t]*\|?[ \t]*:?[-–—]+:?[ \t]*(?:\|[ \t]*:?[-–—]+:?[ \t]*)+\|?[ \t]*$|^[ \t]*\|[ \t]*:?-{2,}:?[ \t]*\|[ \t]*$/gm,
  },
  { ...TABLE, pattern: /^[ \t]*\|[^|\n]+\|(?:[^|\n]*\|)+[ \t]*$/gm },
  {
    ...TABLE,
    severity: 'warning',
    /** @example two lines or more with tabs between their words */
    pattern:
      /^(?![ ]*(?:[•·●▪◦o✓✔➤►▶\uf0a7\uf0b7]|[\p{L}\d]{1,3}[.)])\t)[^\t\n]+(?:\t+[^\t\n]+)+\n[^\t\n]+(?:\t+[^\t\n]+)+$/gmu,
    say: {
      message: 'Tabs part no cells here, so these lines would run together.',
      fix: 'Write a table: | between the cells, and | --- | --- | below the first row.',
    },
  },
  {
    ...BOLD,
    /** @example **Grammar and Usage—**how */
    pattern: /(?<![\\*\p{L}\p{N}])\*\*[^\s*](?:[^*\n]*[^\s*])?(?<=\p{P})\*\*(?=[\p{L}\p{N}])/gu,
    say: (words) => {
      const [, inner = '', sign = ''] = /^\*\*(.*?)(\p{P}+)\*\*$/u.exec(words) ?? [];
      const [, open, quoted, close] =
        /^\*\*(["'“‘«(])([^"'”’»)]+)(["'”’»)])\*\*$/.exec(words) ?? [];
      if (quoted !== undefined) {
        return {
          message: NOT_BOLD,
          fix: `Put "${open}" and "${close}" outside the stars: ${open}**${quoted}**${close}.`,
        };
      }
      return {
        message: NOT_BOLD,
        fix: `Put the "${sign}" outside the stars: **${inner}**${sign}.`,
      };
    },
  },
  {
    ...BOLD,
    /** @example ** words ** */
    pattern: /(?<![\\*\p{L}\p{N}])\*\*(?=\s[^*\n]+\s\*\*(?![*\p{L}\p{N}]))/gu,
    say: SPACED_BOLD,
  },
  {
    ...BOLD,
    /** @example xx words **, of which the rule above has told the first */
    pattern:
      /(?<![\\*/\p{L}\p{N}])\*\*(?=[^\s*/])|(?<=[^\s\\*/]|xx\s[^*\n]+\s)\*\*(?![*/\p{L}\p{N}])/gu,
    say: SPACED_BOLD,
  },
  {
    code: 'mark-emphasis',
    severity: 'warning',
    /** @example 引入_java_包 */
    pattern:
      /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])_[^\s_][^_\n]*_|_[^\s_][^_\n]*_(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu,
    say: {
      message: 'Readers would see "_" as it stands.',
      fix: 'Write *words*, or `code`.',
    },
  },
  {
    code: 'mark-emphasis',
    severity: 'warning',
    /** @example 引入__java__包, __“下”__后, ___粗___后 */
    pattern:
      /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])_{2,3}[^\s_][^_\n]*_{2,3}|(?<![\\\w_])_{2,3}[^\s_][^_\n]*_{2,3}(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu,
    say: {
      message: 'Readers would see "__" as it stands.',
      fix: 'Write **words**, or `code`.',
    },
  },
  {
    code: 'mark-emphasis',
    severity: 'warning',
    /** @example __ words __, ~~ words ~~ */
    pattern: /(?<![\\\w~])(__|~~)(?=\s[^_~\n]*\p{L}[^_~\n]*\s\1(?![\w~]))/gu,
    say: (mark) => ({
      message: `Readers would see "${mark}" as it stands.`,
      fix: `Write ${mark}words${mark}, without spaces within.`,
    }),
  },
  {
    code: 'mark-emphasis',
    severity: 'warning',
    /** @example *** words ***, ___ words ___ */
    pattern: /(?<![\\\w*_])(\*{3}|_{3})(?=[ \t][^*_\n]*\p{L}[^*_\n]*[ \t]\1(?![\w*_]))/gu,
    say: (mark) => ({
      message: `Readers would see "${mark}" as it stands.`,
      fix: `Write ${mark}words${mark}, without spaces within.`,
    }),
  },
  {
    code: 'mark-entity',
    severity: 'warning',
    /** @example &copy 2018, &amp;quot; */
    pattern:
      /&(?:copy|reg|trade|nbsp|lt|gt|amp|quot|mdash|ndash|hellip|euro)(?![\w;=])|&amp;(?:amp|quot|nbsp|#39);/g,
    say: (entity) => {
      const isTwice = entity.startsWith('&amp;');
      const sign = isTwice ? entity.replace('amp;', '') : `${entity};`;
      return {
        message: isTwice
          ? `"${entity}" was encoded twice, so readers would see "${sign}".`
          : `Readers would see "${entity}" as it stands.`,
        fix: `Write "${sign}".`,
        repair: { old: entity, new: sign },
      };
    },
  },
  {
    code: 'mark-emphasis',
    severity: 'warning',
    only: 'mdx',
    /** @example H~2~O, ~gone~; "~5 or ~6" is about */
    pattern: /(?<![~\w\\])~[^\s~](?:[^~\n]*[^\s~])?~(?![~\w])|(?<=\p{L})~[^\s~]{1,20}~(?!~)/gu,
    say: {
      message: 'Readers would see "~" as it stands.',
      fix: 'Write <sub>words</sub>, or ~~words~~ to strike them out.',
    },
  },
  {
    code: 'mark-code',
    severity: 'warning',
    /** @example `words, and no other sign in the paragraph */
    pattern: /(?<![\\`\w])`(?=\w)(?![^`]*`)/gm,
    say: {
      message: 'The code that begins here is never closed, so readers would see the "`".',
      fix: 'Write a "`" where it ends; "\\`" for the sign itself.',
    },
  },
  {
    code: 'mark-heading',
    severity: 'warning',
    pattern: /^#{2,6}(?=[^\s#])|^#{7,}/gm,
    say: {
      message: 'This is not read as a heading, so readers would see the "#".',
      fix: 'Write two to six "#", and a space after them.',
    },
  },
  {
    code: 'mark-blank',
    severity: 'warning',
    pattern: new RegExp(`(?<=^[ \\t]*(?:#{1,6}|[-*+]|\\d{1,9}[.)]|>))[${BLANK}]`, 'gm'),
    say: (blank) => ({
      message: `Here is ${blankName(blank)} after a sign of Markdown, so readers would see the sign.`,
      fix: 'Write an ordinary space.',
      repair: { old: blank, new: ' ' },
    }),
  },
  {
    code: 'mark-list',
    severity: 'warning',
    once: true,
    /** @example • one, · one, ✓ one, 1、one, ①one, (1) one, （1）one, – one, o one, i. one, -one, a) one */
    pattern:
      /^[ \t]*(?:[•・●○■□◆◇★☆※→▪◦·✓✔➤►▶\uf0a7\uf0b7①]|[\d０-９一]{1,2}[、．]|(?:[–—]|--) |[（(][1一a][)）]|o(?:[ \t]{2,}|\t))(?=.*\n[ \t]*(?:[•・●○■□◆◇★☆※→▪◦·✓✔➤►▶\uf0a7\uf0b7②]|[\d０-９二]{1,2}[、．]|(?:[–—]|--) |[（(][2二b][)）]|o(?:[ \t]{2,}|\t)))|^[ \t]*[-*+](?=\p{L}[^*\n]*\n[ \t]*[-*+]\p{L})|^[ \t]*[aA][.)] (?=.*\n[ \t]*[bB][.)] )|^[ \t]*\d{1,2}[.)](?=\p{L}.*\n[ \t]*\d{1,2}[.)]\p{L})|^[ \t]*i[.)] (?=.*\n[ \t]*ii[.)] )/gmu,
    say: {
      message: 'These lines are not read as a list, so they would run together.',
      fix: 'Begin each with "- ", or with "1. ", "2. ".',
    },
  },
  {
    code: 'mark-list',
    severity: 'warning',
    once: true,
    /** @example a line "2. two" within a paragraph */
    pattern: /(?<=\n)[ \t]*\d{1,2}[.)] (?=.*(?:\n[ \t]*\d{1,2}[.)] |$))/g,
    say: {
      message: 'These lines are not read as a list, so they would run together.',
      fix: 'Put an empty line before them.',
    },
  },
  {
    code: 'mark-task',
    severity: 'warning',
    pattern: /^\[\](?=[ \p{L}])|^\[[ xX]\](?=[\p{L}\p{N}])|^[-*+]\[[ xX]?\]/gmu,
    say: {
      message: 'This is not read as a box to tick, so readers would see the brackets.',
      fix: 'Write "- [ ] ", with a space between the brackets.',
    },
  },
  {
    code: 'mark-task',
    severity: 'warning',
    /** @example - [/] half done */
    pattern: /^\[[-/<>!?*]\](?=[ \t])/g,
    say: (box) => ({
      message: `Nothing ticks a box with "${box.charAt(1)}" here, so readers would see the brackets.`,
      fix: 'Write "- [ ] " or "- [x] ".',
    }),
  },
];
