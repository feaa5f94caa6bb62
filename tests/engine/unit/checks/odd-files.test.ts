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
])('%s', async (_is, make, says, obey) => {
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
