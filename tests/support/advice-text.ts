import type { Advice } from './advice.ts';

/** What to do with marks and words. */
export const TEXT: readonly Advice[] = [
  // headings, lists, tables, code
  [
    /The heading ".*" is of.*Write "(#+ .*)"\.$/,
    (copy, _, now = '') => {
      copy.line = now;
    },
  ],
  [
    /The heading has no words\. Write some/,
    (copy) => {
      copy.line = `${copy.line.trimEnd()} Words`;
    },
  ],
  [
    /Begin at "##" and go down one level at a time/,
    (copy) => {
      let level = 1;
      copy.text = copy.text.replace(/^#+(?= )/gm, (signs) => {
        level = Math.max(2, Math.min(signs.length, level + 1));
        return '#'.repeat(level);
      });
    },
  ],
  [/Write two to six "#", and a space/, (copy) => copy.swap(/^#{2,6}#*/, '## ')],
  [/Put an empty line before the dashes/, (copy) => copy.swap(/\n(?=-+)/, '\n\n')],
  [
    /Move the fields to the first, and remove the lines of dashes/,
    (copy) =>
      copy.lines((all, i) => {
        const moved = all
          .splice(i - 1, all.indexOf('---', i) - i + 2)
          .filter((line) => /^\w+:/.test(line) && !/^(?:title|pubDate|description)/.test(line));
        all.splice(1, 0, ...moved);
      }),
  ],
  [
    /Indent it by (\d) spaces/,
    (copy, _, n) => {
      copy.line = ' '.repeat(Number(n)) + copy.line.trimStart();
    },
  ],
  [
    /Begin each with "- ", or with "1\. "/,
    (copy) => {
      copy.text = copy.text.replace(
        /^[ \t]*(?:[•・●○■□◆◇★☆※→▪◦·✓✔➤►▶\uf0a7\uf0b7①-⑳][ \t]*|[–—] |-- |[（(].[）)]|o(?: {2,}|\t)|[\d０-９一二]{1,2}[、．]|[-*+](?=\p{L})|\d{1,2}[.)](?=\p{L})|[a-zA-Z]+[.)] )/gmu,
        '- ',
      );
    },
  ],
  [/Put an empty line before them/, (copy) => copy.insert('\n')],
  [
    /Write "- \[ \] " or "- \[x\] "/,
    (copy) => {
      copy.line = copy.line.replace(/^- \[.\]/, '- [ ]');
    },
  ],
  [
    /Write <sub>words<\/sub>, or ~~words~~/,
    (copy) => copy.swap(/~([^~\s]*)~/, /^~\d/.test(copy.rest) ? '<sub>$1</sub>' : '~~$1~~'),
  ],
  [
    /Write "- \[ \] ", with a space/,
    (copy) => {
      copy.line = copy.line.replace(/^(?:- ?)?\[[ xX]?\]\s*/, '- [ ] ');
    },
  ],
  [
    /Give the line of dashes/,
    (copy) => {
      const [, ...lines] = copy.text.split(/\n(?=\n)/);
      copy.text = `${copy.text.split(/\n(?=\n)/)[0]}\n${lines.map((block) => table(block)).join('\n')}`;
    },
  ],
  [
    /Add a cell to the first row/,
    (copy) =>
      copy.lines((all, i) => {
        all[i - 2] += ' C |';
        all[i - 1] += ' - |';
      }),
  ],
  [
    /A "\|" within code parts two cells here\. Write it as "\\\|"/,
    (copy) => {
      copy.line = copy.line.replace(/(`[^`]*?)\|([^`]*`)/, '$1\\|$2');
    },
  ],
  [
    /Write a line "(.{3,})" where it ends/,
    (copy, _, fence) => {
      copy.text = `${copy.text.trimEnd()}\n${fence}\n`;
    },
  ],
  // words
  [/stands twice\. Remove one of the two/, (copy) => copy.swap(/^\p{L}+\s?/u, '')],
  [
    /was left in the text\. Finish the sentence|name or was left there\. Finish/,
    (copy, { message }) => copy.swap(/^"(.+?)"/.exec(message)?.[1] ?? '', 'some'),
  ],
  [
    /Write \*\*words\*\*, without spaces within/,
    (copy) =>
      copy.swap(
        /\*\* ?([^*\n]*?\p{L}[^*\n]*?) ?\*\*|\*\*/u,
        (copy.rest.match(/\*\*/g) ?? []).length > 1 ? '**$1**' : '\\*\\*',
      ),
  ],
  [
    /Put (?:the )?"(.*)" outside the stars: (.*)\.$/,
    (copy, _, _sign, now = '') => copy.swap(/\*\*[^*]+\*\*/, now),
  ],
  [
    /Write (__|~~|\*{3}|_{3})words\1, without spaces/,
    (copy, _, mark = '') => {
      const sign = mark.replaceAll('*', '\\*');
      copy.swap(new RegExp(`${sign}\\s*(.*?)\\s*${sign}`), `${mark}$1${mark}`);
    },
  ],
  [/Write \*\*words\*\*, or `code`/, (copy) => copy.swap(/_{2,3}([^_]*)_{2,3}/, '**$1**')],
  [
    /not read as an item.*Write a space after its "(.)"/,
    (copy, _, sign = '') => copy.swap(sign, `${sign} `),
  ],
  [
    /Remove the line "---" above them/,
    (copy) => copy.lines((all, i) => all.splice(all.lastIndexOf('---', i - 1), 1)),
  ],
  [
    /has a space, so it is no note\. Write "(.*)", here and where it is marked/,
    (copy, { message }, now = '') => {
      copy.text = copy.text.replaceAll(/"(.*?)"/.exec(message)?.[1] ?? '', now);
    },
  ],
  [/Write \*words\*, or `code`/, (copy) => copy.swap(/_([^_]*)_/, '*$1*')],
  [/Write \*\*words\*\*, or take the signs out/, (copy) => copy.swap(/(==|\+\+)(.*?)\1/, '**$2**')],
  [/Write a "`" where it ends/, (copy) => copy.swap(/`(\w+(?: \w+)*)/, '`$1`')],
  // marks of other programs
  [/a table of contents.*Remove it/, (copy) => copy.swap(/^\[.*\]/, '')],
  [
    /Nothing sets formulas here.*or between backticks/,
    (copy) => {
      if (copy.rest.startsWith('\\begin')) copy.swap(/\\begin[\s\S]*?\\end\{\w+\}/, '`$&`');
      copy.line = copy.line.replace(
        /\$\$([^$]+)\$\$|\$(\\\w+|[^\s$][^$]*[\\_^][^$]*)\$|(\\\([^)]*\^[^)]*\\\)|\\frac\S*)/g,
        '`$1$2$3`',
      );
    },
  ],
  [
    /how WordPress calls its parts.*Write out what/,
    (copy) => {
      copy.line = copy.line.replace(/\[[^\]]*\]/g, 'words');
    },
  ],
  [/how Obsidian hides a comment.*Remove it/, (copy) => copy.swap(/%%[^%]*%%/, '')],
  [
    /other programs write definitions.*Write "\*\*Term\*\*/,
    (copy) => copy.lines((all, i) => all.splice(i - 1, 2, `**${all[i - 1]}**${all[i]}`)),
  ],
  [
    /Abbreviations are not.*Write (<abbr .*<\/abbr>)/,
    (copy, _, now = '') => {
      copy.line = now;
    },
  ],
  [/Write <sup>words<\/sup>/, (copy) => copy.swap(/\^(.*?)\^/, '<sup>$1</sup>')],
  [
    /what a program runs|begins what a program runs/,
    (copy) => {
      copy.line = copy.line.replace(/<[%?].*?[%?]>/, 'words');
    },
  ],
  [
    /so readers do not see it\. Remove it/,
    (copy, { field }) => {
      const name = field.slice(1, -1);
      copy.swap(
        name === '?' ? /<\?.*?\?>/ : new RegExp(`<${name}\\b[^>]*>(?:[\\s\\S]*?</${name}>)?`, 'i'),
        '',
      );
    },
  ],
  [
    /A space stands before the colon of the note "(.*)", so/,
    (copy, _, mark = '') => copy.swap(`${mark} :`, `${mark}:`),
  ],
  [
    /Write "> \[!NOTE\]" above the text/,
    (copy) => {
      copy.text = copy.text.replace(/^:::.*\n([\s\S]*?)\n:::$/m, '> [!NOTE]\n> $1');
    },
  ],
  // notes
  [
    /There is no note "(\[.*\])"\. Did you mean "(.*)"\?/,
    (copy, _, old = '', now = '') => copy.swap(old, now),
  ],
  [
    /There is no note .*Add a line "(.*): …"/,
    (copy, _, mark) => {
      copy.text = `${copy.text.trimEnd()}\n\n${mark}: Words.\n`;
    },
  ],
  [/has no colon.*Write "(.*): …"/, (copy, _, mark = '') => copy.swap(mark, `${mark}:`)],
  [
    /leads to the note "(.*)", so nobody.*Put (\S+) where it belongs/,
    (copy, _, _name, mark = '') =>
      copy.insert(
        mark,
        copy.text.trimEnd().length === 0
          ? 0
          : copy.text.indexOf('.', copy.text.indexOf('\n---\n') + 5),
      ),
  ],
  [
    /There are two notes "(.*)"\. Give one/,
    (copy, _, mark = '') => {
      copy.swap(mark, '[^other]');
      copy.text = copy.text.replace(mark, `${mark}[^other]`);
    },
  ],
  [
    /Write \[\^1\] here and a line/,
    (copy) => {
      copy.swap(/\^\[(.*?)\]/, '[^1]');
      copy.text = `${copy.text.trimEnd()}\n\n[^1]: Words.\n`;
    },
  ],
  [
    /Write <Note title="…"> and <\/Note> around the text/,
    (copy) => {
      if (copy.rest.startsWith('[!'))
        copy.lines((all, i) =>
          all.splice(
            i,
            2,
            '<Note title="A">',
            '',
            (all[i + 1] ?? '').replace(/^> ?/, ''),
            '',
            '</Note>',
          ),
        );
      else
        copy.text = copy.text.replace(
          /^(?::::|!!!).*\n([\s\S]*?)(?:\n:::$|\n(?=\n))/m,
          '<Note title="A">\n\n$1\n\n</Note>',
        );
    },
  ],
];

function table(block: string): string {
  if (!block.includes('|')) return block;
  const rows = block.split('\n').filter((line) => line.includes('|'));
  const columns = (rows[0]?.match(/[^|]+/g) ?? []).filter((cell) => cell.trim() !== '').length;
  const others = block.split('\n').filter((line) => !line.includes('|') && line.trim() !== '');
  const cells = rows.filter((row, i) => i === 0 || !/^[\s|:–—-]+$/.test(row));
  return `\n${others.join('\n')}\n\n${[cells[0], `|${' - |'.repeat(columns)}`, ...cells.slice(1)].join('\n')}`;
}
