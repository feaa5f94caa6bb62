import { toString as textOf } from 'mdast-util-to-string';
import { expect, test } from 'vitest';
import { parseMdx } from '../../../../src/markdown/parse.ts';
import { ownNames, type Start, startFiles } from '../../../../src/outputs/start.ts';
import { addressesSchema } from '../../../../src/record/address-names.ts';

const START = {
  name: 'Das Wehr',
  url: 'https://wehr.example/',
  author: 'Anna',
  locale: 'de-DE',
  zone: 'Europe/Berlin',
  email: 'post@wehr.example',
  skin: 'plain',
  voice: 'plain',
  publisher: 'person',
  pattern: '/{slug}/',
  names: 'own',
} as const;

function configured(start: { pattern?: string; names?: string }): string {
  const files = startFiles({ ...START, ...start }, '2026-11-30', () => '{}');
  return files['src/publication/site.config.ts'] ?? '';
}

test('a publication that begins has the pattern and the names that it chose', () => {
  expect(configured({})).toContain(
    "  addresses: {\n    articles: '/{slug}/',\n    archive: 'archiv',\n    topics: 'themen',\n",
  );
  expect(configured({ names: 'usual' })).toContain(
    "  addresses: {\n    articles: '/{slug}/',\n  },\n",
  );
  expect(configured({ names: 'usual', pattern: '/{year}/{slug}/' })).not.toContain('addresses');
});

test.each(['de-DE', 'fr-FR', 'es-ES', 'ja-JP', 'zh-CN', 'zh-TW', 'ar-EG', 'en-US', 'en-GB'])(
  'the names in %s are such as a configuration takes',
  (locale) => {
    const names = ownNames(locale);
    expect(addressesSchema.parse(names)).toMatchObject(names);
  },
);

test('whatever its name is made of, its page says the name, and npm has one that it takes', async () => {
  const name = 'Tom_s <b> & {x} *a* `b` [c](d) &amp; \\';
  const files = startFiles({ ...START, name }, '2026-11-30', () => '{}');
  const about = files['content/pages/about.mdx'] ?? '';
  const { tree, problems } = parseMdx(about.split('---\n\n')[1] ?? '', 'about.mdx');
  expect(problems).toEqual([]);
  expect(textOf(tree)).toContain(name);
  const named = (start: Partial<Start>) =>
    JSON.parse(
      startFiles({ ...START, ...start }, '2026-11-30', () => '{}')['package.json'] ?? '{}',
    ) as { name: string };
  expect(named({ name: '北京早报' }).name).toBe('publication');
  expect(named({ name: 'Øresund 北京' }).name).toBe('oresund');
});
