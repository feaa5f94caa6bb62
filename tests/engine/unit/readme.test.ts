import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { componentSchemas } from '../../../src/record/components.ts';
import { frontmatterSchema } from '../../../src/record/frontmatter.ts';
import { siteSchema } from '../../../src/record/site.ts';
import { Project } from '../../support/project.ts';
import { ROOMS } from '../../support/rooms.ts';
import { scripts } from '../../support/scripts.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');

/** What stands in backquotes in the first column of the table under a heading's column. */
function column(header: string): string[] {
  const table = readme.slice(readme.indexOf(header)).split('\n\n')[0] ?? '';
  return table
    .split('\n')
    .slice(2)
    .flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
    );
}

/** The output that the README shows for a command. */
function shown(command: string): string {
  const start = readme.indexOf(`$ ${command}\n`) + `$ ${command}\n`.length;
  return readme.slice(start, readme.indexOf('```', start));
}

describe('the README', () => {
  test('names commands that are there, and all that people run', () => {
    const named = [...readme.matchAll(/npm run ([a-z]+)/g)].map(([, name = '']) => name);
    expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
    const unnamed = Object.keys(scripts).filter(
      (name) =>
        !name.startsWith('pre') &&
        !readme.includes(`npm run ${name}`) &&
        !readme.includes(`npm ${name}`),
    );
    expect(unnamed).toEqual([]);
  });

  test('names files that are there', () => {
    const paths = [
      ...readme.matchAll(/`((?:src|content|tests|public|\.ci|\.github|\.vscode)\/[\w./-]*)`/g),
    ];
    expect(paths.map(([, path = '']) => path).filter((path) => !existsSync(root + path))).toEqual(
      [],
    );
  });

  test('lists every field of an article, every component and every field of the configuration', () => {
    expect(column('| field | rule |')).toEqual(Object.keys(frontmatterSchema.shape));
    const components = column('| component | for |').map((tag) => /<(\w+)/.exec(tag)?.[1]);
    expect(components.sort()).toEqual(Object.keys(componentSchemas).sort());
    expect(column('| field of `src/site.config.ts` |').sort()).toEqual(
      Object.keys(siteSchema.shape).sort(),
    );
  });

  test('says of every room what it may import', () => {
    for (const [room, allowed] of Object.entries(ROOMS)) {
      const row = readme.split('\n').find((line) => line.startsWith(`| \`${room}\` |`));
      const named = [...(row?.split('|')[3] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name);
      expect(named, room).toEqual(allowed);
    }
  });

  describe('shows what the commands print', () => {
    let project: Project;
    beforeAll(() => {
      project = new Project().withShippedContent();
    });
    afterAll(() => project.remove());

    test('npm run check', async () => {
      project.write({
        'content/articles/2026/two-mistakes.mdx':
          '---\ntitle: 2027\ndescription: A hurried entry.\npubDate: 2026-02-30\ntags: [chna]\n---\n\nThe order bans everything.<Cite id="order" />\n',
      });
      const { code, output } = await project.run('check');
      project.delete('content/articles/2026/two-mistakes.mdx');
      expect(output).toBe(shown('npm run check'));
      expect(code).toBe(1);
    });

    test('npm run new', async () => {
      const { output } = await project.run('new', [
        'A bank writes a rule',
        '--tags',
        'india,banks',
      ]);
      expect(output).toBe(shown('npm run new -- "A bank writes a rule" --tags india,banks'));
    });
  });
});
