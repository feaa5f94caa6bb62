import { afterAll, expect, test } from 'vitest';
import { CONFIG, Project } from '../../support/project.ts';

const project = new Project({ 'content/authors/desk.yaml': 'name: The desk\n' });
afterAll(() => project.remove());

test('a configuration of version 1.0 is read as it is', async () => {
  const text = project
    .read(CONFIG)
    .replace('./record/site.ts', './domain/site.ts')
    .replace('"articles": {', '"articles": {\n    "code": "forbid",');
  project.write({ [CONFIG]: text });
  const { code, output } = await project.run('check');
  expect(output).toContain('No problems.');
  expect(code).toBe(0);
});
