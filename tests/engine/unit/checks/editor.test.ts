import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { compileFile } from '../../../../src/content/compile-file.ts';
import { compileOptions } from '../../../../src/content/options.ts';
import site from '../../../../src/publication/site.config.ts';
import { componentSchemas } from '../../../../src/record/components.ts';
import { articleSchema, editorSchemas } from '../../../../src/record/editor-schemas.ts';
import { frontmatterSchema } from '../../../../src/record/frontmatter.ts';
import { SOURCE_TYPES } from '../../../../src/record/lists.ts';
import { testSite } from '../../../support/article.ts';
import { Project } from '../../../support/project.ts';

const folder = new URL('../../../../.vscode/', import.meta.url);
const json = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

describe('what editors know', () => {
  test.each(Object.entries(editorSchemas(site)))(
    'the schema "%s" is as npm run schemas writes it',
    (name, schema) => {
      const text = readFileSync(new URL(`schemas/${name}.json`, folder), 'utf8');
      expect(text).toBe(`${JSON.stringify(schema, null, 2)}\n`);
    },
  );

  test('every schema that is there is made', () => {
    const files = readdirSync(new URL('schemas/', folder)).map((name) => name.replace('.json', ''));
    expect(files.sort()).toEqual(Object.keys(editorSchemas(site)).sort());
  });

  test('the article schema names every field and refuses others', () => {
    const { article } = editorSchemas(site);
    expect(Object.keys(article.properties as object)).toEqual(Object.keys(frontmatterSchema.shape));
    expect(article.additionalProperties).toBe(false);
    expect(article.required).toEqual(['title', 'description', 'pubDate']);
  });

  test('every field of an article says what it is for', () => {
    const { article } = editorSchemas(site);
    const fields = Object.entries(article.properties as Record<string, { description?: string }>);
    expect(fields.filter(([, { description = '' }]) => description === '')).toEqual([]);
  });

  test('ids that are there are offered, and others are not refused', () => {
    const ids = { tags: ['china', 'banks'], authors: ['ada'], storylines: ['china-ban'] };
    const { properties } = articleSchema(site, ids) as { properties: Record<string, unknown> };
    const oneOf = (words: string[]) => ({
      anyOf: [{ type: 'string', enum: words }, { type: 'string' }],
    });
    expect(properties.tags).toMatchObject({ items: oneOf(['china', 'banks']) });
    expect(properties.authors).toMatchObject({ items: oneOf(['ada']) });
    expect(properties.storyline).toMatchObject(oneOf(['china-ban']));
  });

  test('snippets insert components as they may be used', async () => {
    const snippets = Object.values(json('articles.code-snippets')) as { body: string | string[] }[];
    const texts = snippets.map(({ body }) => fill([body].flat().join('\n')));
    const components = texts.filter((text) => text.startsWith('<'));
    const names = new Set(components.map((text) => /^<(\w+)/.exec(text)?.[1]));
    expect([...names].sort()).toEqual(Object.keys(componentSchemas).sort());
    const sources = 'sources:\n  - { id: source, title: A, publisher: P }';
    const head = `---\ntitle: T\ndescription: D\npubDate: 2018-08-24\nnumber: 18-1\n${sources}\n---\n\n`;
    const { article } = await compileFile(
      'content/articles/2018/snippets.mdx',
      head + components.join('\n\n').replaceAll('https://"', 'https://example.org/"'),
      'digest',
      compileOptions(testSite()),
    );
    expect(article.problems).toEqual([]);
    const types = texts.find((text) => text.includes('publisher: Publisher'));
    expect(SOURCE_TYPES).toContain(/type: (\w+)/.exec(types ?? '')?.[1]);
  });
});

/** A snippet with its first suggestions taken. */
function fill(body: string): string {
  return body
    .replace(/\$\{\d+\|([^,|}]+)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\{CURRENT_\w+\}/g, '01');
}

test('a check lets editors know the kinds that an owner names, where it is no job', async () => {
  const project = new Project({ '.vscode/schemas/article.json': '{}\n' });
  onTestFinished(() => project.remove());
  project.configure({ kinds: [{ id: 'minutes', name: 'Minutes' }] });
  const known = () => project.read('.vscode/schemas/article.json');
  await project.run('check', [], { CI: 'true' });
  expect(known()).toBe('{}\n');
  const { output } = await project.run('check', [], { CI: '' });
  expect(output).toContain('Editors know the fields of the configuration now: .vscode/schemas');
  expect(JSON.parse(known()).properties.kind.enum).toEqual(['minutes']);
  expect((await project.run('check', [], { CI: '' })).output).not.toContain('Editors');
});
