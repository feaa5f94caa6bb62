import { expect, test } from 'vitest';
import type { Site } from '../../../../src/record/site.ts';
import {
  COPY_DESK_CASES,
  copyDeskFiles,
  copyDeskSite,
  DESK_FILE,
  type Given,
} from './copy-desk.ts';
import { checkFiles, lines } from './desk.ts';

async function warnings(
  given: Given,
  copyDesk?: NonNullable<Site['articles']['copyDesk']>,
): Promise<string[]> {
  const { problems } = await checkFiles(copyDeskFiles(given), { site: copyDeskSite(copyDesk) });
  return lines(problems)
    .filter(
      (line) =>
        line.startsWith(DESK_FILE) && !line.includes('ledger') && !line.includes('sources['),
    )
    .map((line) => line.slice(DESK_FILE.length + 1));
}

test('nothing is asked where the configuration asks for nothing', async () => {
  const title = 'A headline that goes on and on and on and names nobody at all in any of its words';
  expect(
    await warnings({ title, standfirst: title, text: `${'one more '.repeat(50)}5.` }, {}),
  ).toEqual([]);
});

test('nothing is said of an article that keeps the rules', async () => {
  const text =
    'The council shut it on 3 May.<Cite id="log" />\n\nSee [2 piers](../2017/first.mdx).';
  expect(await warnings({ text })).toEqual([]);
});

test.each(COPY_DESK_CASES)('%s is pointed out', async (_what, given, expected) => {
  expect(await warnings(given)).toEqual([expected]);
});

test.each(['China shuts a pier', 'ICO sellers leave a pier', 'MiCA reaches a pier'])(
  '"%s" names somebody',
  async (title) => {
    expect(await warnings({ title }, { names: true })).toEqual([]);
  },
);
