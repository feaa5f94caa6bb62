import { z } from 'astro/zod';
import { expect, test } from 'vitest';
import { defineComponent } from '../../../../src/record/own-components.ts';
import { checkFiles, lines, SHELVES } from '../checks/desk.ts';

const MAP = `import { z } from 'astro/zod';

export default {
  props: z.strictObject({ place: z.string(), zoom: z.number().optional() }),
  instead: ({ place }) => [{ type: 'text', value: 'A map of ' + place }],
};
`;
const article = (text: string) =>
  `---\ntitle: T\ndescription: D\npubDate: 2018-08-24\nnumber: 18-1\n---\n\n${text}\n`;

test('the check knows the components of the owner’s, their props and their files', async () => {
  const { problems } = await checkFiles({
    ...SHELVES,
    'src/publication/components/Map.ts': MAP,
    'src/publication/components/Map.astro': '<p>{Astro.props.place}</p>\n',
    'src/publication/components/Chart.ts': MAP,
    'src/publication/components/Chart.astro': '<p>Ours.</p>\n',
    'src/publication/components/Plan.ts': MAP,
    'content/articles/2018/a.mdx': article(
      '<Map place="Quay" />\n\n<Map place="Quay" zom={3} />\n\n<Map>\n\nWords.\n\n</Map>\n\n<Mapp place="Quay" />\n\nWe see <Map place="Quay" /> here.',
    ),
  });
  expect(lines(problems)).toEqual([
    'content/articles/2018/a.mdx:10:1 <Map zom>: <Map> has no prop "zom". Did you mean "zoom"?',
    'content/articles/2018/a.mdx:12:1 <Map place>: <Map> needs the prop "place". Add place="…".',
    'content/articles/2018/a.mdx:18:1 <Mapp>: There is no component or allowed tag of this name. Did you mean <Map>?',
    'content/articles/2018/a.mdx:20:8 <Map>: <Map> stands within a sentence. Put it on lines of its own, with an empty line before and after.',
    'src/publication/components/Chart.ts:1:1 <Chart> is a component of the engine, whose props stay. Name it otherwise; for another look, keep Chart.astro alone.',
    'src/publication/components/Plan.ts:1:1 <Plan> has no look. Write src/publication/components/Plan.astro, which is given its props.',
  ]);
});

test('a file that exports no component, or cannot be read, is named', async () => {
  const text = article('Words.');
  const withMap = (map: string) =>
    checkFiles({
      'src/publication/components/Map.ts': map,
      'src/publication/components/Map.astro': '',
      'content/articles/2018/a.mdx': text,
    });
  await expect(withMap('export const map = 1;\n')).rejects.toThrow(
    'src/publication/components/Map.ts exports no component. Write "export default defineComponent({ … })".',
  );
  await expect(withMap('throw new Error("no such map");\n')).rejects.toThrow(
    'src/publication/components/Map.ts cannot be read: no such map',
  );
});

test('one whose code fails is told where it is used', async () => {
  const { problems } = await checkFiles({
    ...SHELVES,
    'src/publication/components/Map.ts': MAP.replace(
      /instead: .*/,
      'instead: ({ place }) => place.nowhere.near,',
    ),
    'src/publication/components/Map.astro': '<p>{Astro.props.place}</p>\n',
    'content/articles/2018/a.mdx': article('<Map place="Quay" />'),
  });
  expect(lines(problems)).toEqual([
    'content/articles/2018/a.mdx:8:1 <Map>: What feeds have in its place cannot be made: Cannot read properties of undefined (reading \'near\'). Look at "instead" in src/publication/components/Map.ts.',
  ]);
});

test('what stands in its place is words or elements, and nothing else', () => {
  const made = (instead: unknown) =>
    defineComponent({ props: z.strictObject({}), instead: () => instead as string }).instead({});
  expect(made('A map')).toEqual([{ type: 'text', value: 'A map' }]);
  expect(() => made(undefined)).toThrow('undefined is neither words nor an element');
  expect(() => made([3])).toThrow('3 is neither words nor an element');
});
