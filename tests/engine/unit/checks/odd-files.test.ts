import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkContent } from '../../../../src/content/content.ts';
import { testSite } from '../../../support/article.ts';
import { lines, NOW, SHELVES } from './desk.ts';
import { images } from './images.ts';

/* What a disk may hold in the place of a file: each is told, none ends the check. */

let root: string;
const YEAR = 'content/articles/2018';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'odd-'));
  for (const [path, content] of Object.entries({ ...SHELVES, 'package-lock.json': '{}' })) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  for (const folder of [YEAR, 'public']) mkdirSync(join(root, folder), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

async function told(): Promise<string[]> {
  return lines((await checkContent(`${root}/`, testSite(), NOW)).problems);
}

const article = (n: number) =>
  `---\ntitle: Odd ${n}\ndescription: D.\npubDate: 2018-01-01\nnumber: 18-${n}\n---\nText.\n`;

const at = (path: string) => join(root, path);
const remove = (path: string) => rmSync(at(path));

/** What is laid there, what is said of it, and what somebody does who obeys. */
type Row = [is: string, make: () => void, says: string[], obey?: () => void];

/** What disks of other systems cannot have. */
const ELSEWHERE_NOT = ['a pipe', 'a name that is no UTF-8', 'a backslash in a name'];

test.each<Row>([
  [
    'a link that leads nowhere',
    () => symlinkSync('../2017/gone.mdx', join(root, YEAR, 'b.mdx')),
    [
      `${YEAR}/b.mdx:1:1 It is a link to "../2017/gone.mdx", which is not there. Remove it, or put the file there.`,
    ],
    () => remove(`${YEAR}/b.mdx`),
  ],
  [
    'a link out of the project, of a picture and of public/ too',
    () => {
      const other = mkdtempSync(join(tmpdir(), 'other-'));
      writeFileSync(join(other, 'x.txt'), 'x');
      symlinkSync(join(other, 'x.txt'), join(root, YEAR, 'cover.png'));
      symlinkSync(join(other, 'x.txt'), join(root, 'public/x.txt'));
    },
    [
      expect.stringContaining('cover.png:1:1 It is a link to "'),
      expect.stringContaining('outside the project. Put the file itself here.'),
    ],
    () => {
      for (const path of [`${YEAR}/cover.png`, 'public/x.txt']) {
        remove(path);
        writeFileSync(at(path), 'x');
      }
    },
  ],
  [
    'a link out of the project whose name begins with a dot, in public/, which is published with such names',
    () => {
      mkdirSync(at('public/.well-known'));
      symlinkSync(tmpdir(), at('public/.well-known/other'));
      symlinkSync('gone', at('public/.gone'));
    },
    [
      'public/.gone:1:1 It is a link to "gone", which is not there. Remove it, or put the file there.',
      `public/.well-known/other:1:1 It is a link to "${tmpdir()}", outside the project. Put the file itself here.`,
    ],
    () => {
      remove('public/.gone');
      remove('public/.well-known/other');
    },
  ],
  [
    'files of public/ that are for nobody else, each folder told once',
    () => {
      mkdirSync(at('public/.git'));
      for (const name of ['.git/HEAD', '.git/config', '.env.local', 'id_ed25519', '.nojekyll'])
        writeFileSync(at(`public/${name}`), 'x');
    },
    ['.env.local', '.git', 'id_ed25519'].map(
      (name) =>
        `public/${name}:1:1 Everybody could read it on the site, and such files hold what nobody else is to know. Take it out of public/.`,
    ),
    () => {
      for (const name of ['.git', '.env.local', 'id_ed25519'])
        rmSync(at(`public/${name}`), { recursive: true });
    },
  ],
  [
    'an article in a folder, whose name another has',
    () => {
      writeFileSync(at(`${YEAR}/b.mdx`), article(1));
      mkdirSync(at(`${YEAR}/b`));
      writeFileSync(at(`${YEAR}/b/index.mdx`), article(2));
    },
    [
      `${YEAR}/b/index.mdx:1:1 The file is not in the folder of a year. Move it to ${YEAR}/b-2.mdx.`,
    ],
    () => renameSync(at(`${YEAR}/b/index.mdx`), at(`${YEAR}/b-2.mdx`)),
  ],
  [
    'a picture with a blank in its name, and what Windows leaves',
    () => {
      for (const name of ['my plan.png', 'Thumbs.db']) writeFileSync(at(`${YEAR}/${name}`), 'x');
    },
    [
      `${YEAR}/Thumbs.db:1:1 Nothing reads this file, which a program left here. Remove it. (warning)`,
    ],
    () => remove(`${YEAR}/Thumbs.db`),
  ],
  [
    'a link to a folder around it',
    () => symlinkSync('..', join(root, 'content/articles/2019')),
    ['content/articles/2019:1:1 It is a link to "..", which is around it. Remove it.'],
    () => remove('content/articles/2019'),
  ],
  [
    'a pipe',
    () => execFileSync('mkfifo', [join(root, YEAR, 'p.mdx')]),
    [`${YEAR}/p.mdx:1:1 It is no file but a pipe or a device. Remove it.`],
    () => remove(`${YEAR}/p.mdx`),
  ],
  [
    'a name that is no UTF-8',
    () => {
      const path = Buffer.concat([Buffer.from(join(root, YEAR, 'caf')), Buffer.from([0xe9])]);
      writeFileSync(Buffer.concat([path, Buffer.from('.mdx')]), article(1));
    },
    [
      `${YEAR}/caf\ufffd.mdx:1:1 It has a name that is no UTF-8. Rename it: small letters, digits and hyphens.`,
    ].map((line) => line.replace('\ufffd', '⟨U+FFFD⟩')),
    () => {
      const [name = Buffer.from('')] = readdirSync(Buffer.from(at(YEAR)), { encoding: 'buffer' });
      renameSync(Buffer.concat([Buffer.from(at(`${YEAR}/`)), name]), at(`${YEAR}/cafe.mdx`));
    },
  ],
  [
    'a backslash in a name',
    () => writeFileSync(join(root, YEAR, 'a\\b.mdx'), article(2)),
    [`${YEAR}/a\\b.mdx:1:1 It has a "\\" in its name, which no address can have. Rename it.`],
    () => renameSync(at(`${YEAR}/a\\b.mdx`), at(`${YEAR}/a-b.mdx`)),
  ],
  [
    'a link to a file of the project',
    () => symlinkSync('../2017/first.mdx', join(root, YEAR, '.#b.mdx')),
    [],
  ],
])('%s', async (is, make, says, obey) => {
  if (process.platform !== 'linux' && ELSEWHERE_NOT.includes(is)) return;
  make();
  expect(await told()).toEqual(says);
  obey?.();
  expect(obey ? await told() : []).toEqual([]);
});

test('a picture is found whose letters a Mac took apart', async () => {
  const { 'content/articles/2018/cover.png': picture = '' } = await images();
  writeFileSync(at(`${YEAR}/cafe\u0301.png`), picture);
  writeFileSync(at(`${YEAR}/a.mdx`), article(1).replace('Text.', '![A map](caf\u00e9.png)'));
  expect(await told()).toEqual([]);
});

test('pictures are found whose names have signs of addresses, and none outside the project by a hidden link', async () => {
  const { 'content/articles/2018/cover.png': picture = '' } = await images();
  const other = mkdtempSync(join(tmpdir(), 'other-'));
  writeFileSync(join(other, 'x.png'), picture);
  symlinkSync(other, at(`${YEAR}/.other`));
  const names = ['plan#1.png', '100%.png', 'why?.png'];
  if (process.platform === 'win32') names.pop();
  for (const name of names) writeFileSync(at(`${YEAR}/${name}`), picture);
  const text = [...names, '.other/x.png'].map((name) => `![A map](${name})`).join(' ');
  writeFileSync(at(`${YEAR}/a.mdx`), article(1).replace('Text.', text));
  const said = (await told()).filter((line) => !line.includes('Windows does not take'));
  expect(said).toEqual([
    expect.stringContaining('The image ".other/x.png" is not beside the article.'),
  ]);
});

const PHOTO = '![A map](photo.heic)';

test.each<[is: string, name: string, content: string | Buffer, says: string[]]>([
  [
    'text in UTF-16, as Notepad saved it',
    'a.mdx',
    Buffer.from(`\ufeff${article(1)}`, 'utf16le'),
    ['1:1 The file is text in UTF-16, not UTF-8. Save it as UTF-8.'],
  ],
  [
    'line ends of old Macs',
    'a.mdx',
    article(1).replaceAll('\n', '\r'),
    [
      '1:1 The lines end as those of old Macs do, in a carriage return alone. Save the file with the line ends of Unix (LF).',
    ],
  ],
  [
    'a document of Word with the name of an article',
    'a.md',
    Buffer.from('PK\x03\x04\x14\0\x06\0', 'latin1'),
    ['1:1 The file is a document of Word or an archive. Save its text as Markdown.'],
  ],
  ['a PDF', 'a.md', '%PDF-1.4', ['1:1 The file is a PDF. Save its text as Markdown.']],
  [
    'a document of WordPad',
    'a.md',
    '{\\rtf1\\ansi Text}',
    ['1:1 The file is a document of WordPad (RTF). Save its text as Markdown.'],
  ],
  [
    'a page of HTML',
    'a.md',
    '<!DOCTYPE html>\n<html></html>',
    ['1:1 The file is a page of HTML. Save its text as Markdown.'],
  ],
  [
    'plain Markdown with another ending, which it is to keep',
    'a.markdown',
    article(1),
    [
      `1:1 The file is not read: articles lie in content/articles/ and end in ".mdx" or ".md". Move it to ${YEAR}/a.md.`,
    ],
  ],
  [
    'a copy that an editor kept',
    'a.md~',
    article(1),
    ['1:1 Nothing reads this file, which a program left here. Remove it. (warning)'],
  ],
  [
    'what readers are to load',
    'a.pdf',
    '%PDF-1.4',
    ['1:1 Nothing reads this file. Put what readers are to load into public/.'],
  ],
  [
    'plain Markdown whose name no address can have',
    '新文章 (1).md',
    article(1),
    [
      '1:1 The file\'s name "新文章 (1)" cannot be part of an address. Name it 新文章-1.md: small letters, digits and hyphens, at most 100.',
    ],
  ],
  [
    'a photo of a phone',
    'a.mdx',
    article(1).replace('Text.', PHOTO),
    [
      '7:1 The image "photo.heic" is a photo as phones keep it (HEIC), which browsers do not show. Save it as JPEG.',
    ],
  ],
])('%s', async (_is, name, content, says) => {
  writeFileSync(at(`${YEAR}/${name}`), content);
  if (content.includes(PHOTO)) writeFileSync(at(`${YEAR}/photo.heic`), 'ftypheic');
  expect(await told()).toEqual(says.map((line) => `${YEAR}/${name}:${line}`));
});
