import { Buffer } from 'node:buffer';
import { basename, dirname } from 'node:path';
import type { Problem } from '../../src/record/problem.ts';
import { Copy } from './copy.ts';
import { obey } from './obey.ts';

/** Files by their paths. */
export type Folder = Record<string, string | Uint8Array>;

/** What somebody does with files who takes an advice by the letter. */
type Act = (all: Folder, problem: Problem, before: Folder, ...words: string[]) => void;

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>';

const ACTS: readonly (readonly [RegExp, Act])[] = [
  // files
  [/Rename one of the two|Rename or move the file/, (all, { file }) => rename(all, file, 'mine')],
  [
    /(?:Rename it to|Move it to) (\S+)\.$/,
    (all, { file }, _, to = '') => move(all, file, to.includes('/') ? to : beside(file, to)),
  ],
  [
    /Move it to another folder of public/,
    (all, { file }) => move(all, file, `public/own/${basename(file)}`),
  ],
  [/Nothing reads this file/, remove],
  [/an SVG of this site only draws\.$/, draw],
  [/Save it as UTF-8, and say so in its first line/, draw],
  [
    /Save it as UTF-8/,
    (all, { file }) => {
      const bytes = Buffer.from(all[file] ?? '');
      const isWide = bytes[0] === 0xff || bytes[1] === 0;
      const text = bytes.toString(isWide ? 'utf16le' : 'latin1');
      all[file] = text.replace('\ufeff', '');
    },
  ],
  [
    /Divide it, or remove what is repeated/,
    (all, { file }) => {
      all[file] = textOf(all, file).replace(/\n\n[\s\S]*/, '\n\nText.\n');
    },
  ],
  [
    /Nest brackets, lists and components less deeply/,
    (all, { file }) => {
      all[file] = textOf(all, file).replace(/\[{2,}.*/, '{ name: A name, description: About it. }');
    },
  ],
  // names
  [/Use small letters, digits and hyphens, such as "(.+)"\./, renameEntry],
  [/Use another, such as "(.+)"\./, renameEntry],
  [
    /is not an e-mail address\. Write it as (\S+)\.$/,
    (all, problem, _, address = '') =>
      change(all, problem, (copy) => copy.fields((fields) => fields.setIn(['email'], address))),
  ],
  // places of pages
  [/leads to a part that the storyline does not have/, place('#part-1')],
  [/leads to a place that content\/pages/, place('#what-it-isreally')],
  // what was registered
  [
    /Put back what is missing|Write it as it was, and a new one below/,
    (all, { file }, before) => {
      all[file] = before[file] ?? '';
    },
  ],
  [
    /Put it back \(an article may say/,
    (all, { message }, before) => {
      const [, url = ''] = /"(\/.*?)\/"/.exec(message) ?? [];
      const path = `content/articles${url}.mdx`;
      all[path] = before[path] ?? '';
    },
  ],
  [
    /Write "updatedDate: (.+?)" (?:again|among its fields)/,
    (all, problem, _, date) =>
      change(all, problem, (copy) => copy.fields((fields) => fields.setIn(['updatedDate'], date))),
  ],
  [
    /Write the date that it had/,
    (all, problem, before) =>
      change(all, problem, (copy) => {
        const [date] = /(?<=^pubDate: ).*/m.exec(textOf(before, problem.file)) ?? [];
        copy.fields((fields) => fields.setIn(['pubDate'], date));
      }),
  ],
  [
    /Add a correction or "updatedDate" for that too/,
    (all, problem) =>
      change(all, problem, (copy) =>
        copy.fields((fields) => fields.setIn(['updatedDate'], '2026-11-22T12:00Z')),
      ),
  ],
  [/Run "npm run register" before that day/, remove],
  // headlines and sentences
  [
    /Say who did what, in fewer words|Name the country, the body, the law or the firm/,
    (all, problem) => headline(all, problem),
  ],
  [/Say what the headline leaves out/, field('description', 'Boats move west.')],
  [
    /Say the news in it, and the rest in the next/,
    (all, { file }) => {
      all[file] = textOf(all, file).replace(/One .*? here\./, 'One is here. More follows.');
    },
  ],
  [
    /Cite the source with <Cite>/,
    (all, { file }) => {
      all[file] = `${textOf(all, file).trimEnd()}<Cite id="log" />\n`;
    },
  ],
];

/**
 * Does what a message says, by the letter.
 * @param before what the files were when they were registered
 */
export function obeyInFolder(all: Folder, problem: Problem, before: Folder = {}): void {
  const said = `${problem.message} ${problem.fix}`;
  for (const [says, act] of ACTS) {
    const words = says.exec(said);
    if (!words) continue;
    act(all, problem, before, ...words.slice(1));
    return;
  }
  const { text, path, others } = obey(textOf(all, problem.file), problem);
  delete all[problem.file];
  all[path] = text;
  for (const [other, more] of Object.entries(others))
    all[other] = textOf(all, other).replace(/(?<=[^\n])$/, '\n') + more;
}

function textOf(all: Folder, path: string): string {
  return Buffer.from(all[path] ?? '').toString();
}

function change(all: Folder, problem: Problem, how: (copy: Copy) => void): void {
  const copy = new Copy(textOf(all, problem.file), problem);
  how(copy);
  all[problem.file] = copy.text;
}

function field(name: string, value: string): Act {
  return (all, problem) =>
    change(all, problem, (copy) => copy.fields((fields) => fields.setIn([name], value)));
}

function headline(all: Folder, problem: Problem): void {
  const isOther = /first/.test(problem.file);
  field('title', isOther ? 'China opens a port' : 'China shuts Pier Four')(all, problem, {});
}

function place(fragment: string): Act {
  return (all, problem) => change(all, problem, (copy) => copy.swap(/#[^)]*/, fragment));
}

function move(all: Folder, from: string, to: string): void {
  all[to] = all[from] ?? '';
  delete all[from];
}

function beside(file: string, name: string): string {
  return `${dirname(file)}/${name}`;
}

/** Gives a file another name, and a folder's page another folder. */
function rename(all: Folder, file: string, name: string): void {
  const isIndex = basename(file) === 'index.html';
  const folder = isIndex ? dirname(dirname(file)) : dirname(file);
  const last = isIndex ? `${name}/index.html` : `${name}-${basename(file)}`;
  move(all, file, /^public\/(?!images)/.test(file) ? `public/${last}` : `${folder}/${last}`);
}

function renameEntry(all: Folder, problem: Problem, _: Folder, name = ''): void {
  change(all, problem, (copy) => copy.swap(/^[^:]+/, name));
}

function remove(all: Folder, { file }: Problem): void {
  delete all[file];
}

function draw(all: Folder, { file }: Problem): void {
  all[file] = DRAWING;
}
