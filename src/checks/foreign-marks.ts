import { isImageName } from '../lib/media.ts';
import { slugify } from '../lib/slug.ts';
import { FOREIGN } from '../markdown/foreign-braces.ts';
import type { Rule } from './unparsed-marks.ts';

const NOTE = {
  severity: 'warning',
  fix: 'Write <Note title="…"> and </Note> around the text, on lines of their own.',
  fixInPlain: 'Write "> [!NOTE]" above the text, and "> " before each of its lines.',
} as const;

/** A note of another program. */
function note(code: string, pattern: RegExp, message: string, once = true): Rule {
  const { severity, fix, fixInPlain } = NOTE;
  return { code, severity, once, pattern, say: { message, fix }, fixInPlain };
}

/** A mark that readers would see, one message for each paragraph that has it. */
export function seen(code: string, pattern: RegExp, message: string, fix: string): Rule {
  return { code, severity: 'warning', once: true, pattern, say: { message, fix } };
}

/** @example $$E = mc^2$$, $x_1$, \begin{equation}, \frac{1}{2}, \(x^2\); "$5 and $10" are prices */
const FORMULA =
  /\$\$[^$]+\$\$|(?<![\\$\w])\$(?=[^$\n]*[\\^_=])[^\s$](?:[^$\n]*[^\s$\\])?\$(?![\w$])|\\begin\{\w+\*?\}|(?<!\\)\\[a-z]{3,}\{|\\\([^\n]*?(?:\\[a-z]{2,}|\^)[^\n]*?\\\)/g;
const NO_FORMULAS = 'Nothing sets formulas here, so readers would see their signs.';
const IN_WORDS = 'Write it in words, or between backticks.';

/** Marks of other programs, which nothing reads here. */
export const OTHER_MARKS: readonly Rule[] = [
  // an "x" stands for what was read as a mark
  seen(
    'mark-contents',
    /^\[{1,2}[_x]{0,2}toc[_x]{0,2}\]{1,2}[ \t]*$/gim,
    'This is where other programs put a table of contents, so readers would see it.',
    'Remove it: the page lists its headings by itself.',
  ),
  {
    code: 'mark-wiki',
    /** @example ![[cover.png]] */
    pattern: /!\[\[[^[\]\n]{1,300}\]\]/g,
    say: (words) => {
      const [file = ''] = words.slice(3, -2).split(/[|#]/);
      const isImage = isImageName(file);
      return {
        message: `This is how Obsidian shows a ${isImage ? 'file' : 'note'}, so readers would see its brackets.`,
        fix: isImage ? `Write ![what it shows](${file}).` : `Write ${linkTo(file, file)}.`,
      };
    },
  },
  {
    code: 'mark-wiki',
    /** @example [[first|the first entry]]; `x[[1]]` is R */
    pattern: /(?<![\w)\]])\[\[[^[\]\n]{1,300}\]\]/g,
    say: (link) => {
      const [target = '', words = target] = link.slice(2, -2).split('|');
      return {
        message: 'This is how a wiki links, so readers would see its brackets.',
        fix: `Write ${linkTo(target, words)}.`,
      };
    },
  },
  note(
    'mark-alert',
    /^\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION|INFO|[a-z]+)\][-+]?/gi,
    'This is how GitHub and Obsidian mark a note, so readers would see its brackets.',
    false,
  ),
  note(
    'mark-directive',
    /^:::+(?:[ \t]*\{?[.\w]+|[ \t]*$)/gm,
    'This is how Docusaurus marks a note, so readers would see the colons.',
  ),
  note(
    'mark-directive',
    /^(?:!!!|\?{3}\+?) [a-z-]+(?: "[^"\n]*")?[ \t]*$/gm,
    'This is how MkDocs marks a note, so readers would see the signs.',
  ),
  seen(
    'mark-cite',
    /\[@[\w:-]+(?:[;,][^\]\n]*)?\]/g,
    'This is how Pandoc cites, so readers would see the brackets.',
    'Write <Cite id="…" /> in a file .mdx, or a note: [^1] here and a line "[^1]: …" below.',
  ),
  {
    code: 'mark-highlight',
    severity: 'warning',
    pattern:
      /(?<![=\w])==[^=\s](?:[^=\n]*[^=\s])?==(?![=\w])|(?<![+\w])\+\+\p{L}(?:[^+\n]*\p{L})?\+\+(?![+\w])/gu,
    say: (words) => ({
      message: `Nothing marks text here, so readers would see "${words.slice(0, 2)}".`,
      fix: 'Write **words**, or take the signs out.',
    }),
  },
  {
    code: 'mark-note',
    severity: 'warning',
    pattern: /\^\[[^[\]\n]+\]/g,
    say: {
      message: 'Notes do not stand in the sentence here, so readers would see the brackets.',
      fix: 'Write [^1] here and a line "[^1]: …" below.',
    },
  },
  {
    ...seen(
      'mark-definition',
      /(?<=\S\n):[ \t]{1,3}\S/g,
      'This is how other programs write definitions, so readers would see the colon.',
      'Write "**Term**: what it is" as a paragraph.',
    ),
    only: 'mdx',
  },
  {
    ...seen('mark-math', FORMULA, NO_FORMULAS, IN_WORDS),
    // in MDX its braces are told, where they stop the text from being read
    unlessInMdx: /(?<!\\)\{/,
  },
  seen(
    'mark-shortcode',
    /\[\/?(?:gallery|caption|embed|audio|video|playlist|youtube|vimeo|tweet|soundcloud)(?:[ \t=][^\]\n]*)?\]|\[[a-z][\w-]*(?:[ \t]+[\w-]+="[^"\n]*")+\](?!\()/g,
    'This is how WordPress calls its parts, so readers would see it.',
    'Write out what it stood for.',
  ),
  seen(
    'mark-comment',
    /(?<![\d%])%%[^%\n]+%%|^%%[ \t]*\n[^%]*%%[ \t]*$/gm,
    'This is how Obsidian hides a comment; here readers would see it.',
    'Remove it.',
  ),
  seen(
    'mark-abbr',
    /^\*\[[^\]\n]+\]:[ \t]/gm,
    'Abbreviations are not explained this way here, so readers would see it.',
    'Write <abbr title="what it means">it</abbr> in the sentence.',
  ),
  seen(
    'mark-super',
    /(?<=[\p{L}\p{N})])\^[^\s^[\]]{1,20}\^(?![\p{L}\p{N}])/gu,
    'Readers would see "^" as it stands.',
    'Write <sup>words</sup>.',
  ),
  {
    ...seen(
      'mark-braces',
      /<[%?][^\n]*?[%?]>/g,
      'This is what a program runs, and nothing runs here.',
      'Write out what it stood for.',
    ),
    only: 'plain',
  },
  // in MDX, braces are told where they stop the text from being read
  ...FOREIGN.map(
    ([pattern, is, fix]): Rule => ({
      code: 'mark-braces',
      severity: 'warning',
      only: 'plain',
      pattern: new RegExp(`(?<!\\\\)${pattern.source.replace(/^\^/, '')}`, 'g'),
      say: (found) => ({ message: `"${found}" ${is}.`, fix }),
    }),
  ),
];

function linkTo(target: string, words: string): string {
  const slug = slugify((target.split('#')[0] ?? '').split('/').at(-1) ?? '') || 'slug';
  return `[${words}](${slug}.mdx), with the path of the file`;
}
