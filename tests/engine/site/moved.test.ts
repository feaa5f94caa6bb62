import { afterAll, beforeAll, expect, test } from 'vitest';
import { Project } from '../../support/project.ts';
import { SHELVES } from '../unit/checks/desk.ts';

let project: Project;

beforeAll(async () => {
  const moved = [
    '---\ntitle: Moved\ndescription: D.\npubDate: 2018-08-24\nnumber: 18-1',
    'aliases: [/old/name/, /2018/08/name.html, "/caf%C3%A9/"]\n---\n\nText.\n',
  ].join('\n');
  project = new Project({ ...SHELVES, 'content/articles/2018/new.mdx': moved });
  project.configure({ redirects: 'pages' });
  await project.build();
});

afterAll(() => project.remove());

test.each(['old/name/index.html', '2018/08/name.html', 'café/index.html'])(
  'the page %s leads on in one step',
  (file) => {
    const html = project.read(`dist/${file}`);
    const address = 'https://quay.example/2018/new/';
    expect(html).toContain(`<meta http-equiv="refresh" content="0; url=${address}">`);
    expect(html).toContain(`<link rel="canonical" href="${address}">`);
    expect(project.read('dist/sitemap.xml')).not.toContain(file.replace('index.html', ''));
  },
);
