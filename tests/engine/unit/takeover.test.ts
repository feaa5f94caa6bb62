import { afterAll, expect, test } from 'vitest';
import { CONFIG, Project } from '../../support/project.ts';

const project = new Project({ 'content/authors/desk.yaml': 'name: The desk\n' });
afterAll(() => project.remove());

test('a configuration of version 1.0 is told where it lies now, and read there as it is', async () => {
  const text = project
    .read(CONFIG)
    .replace('"articles": {', '"articles": {\n    "code": "forbid",');
  project.write({ 'src/site.config.ts': text });
  const before = await project.run('check');
  expect(before.output).toContain(
    'src/site.config.ts is not read any more: the configuration lies in src/publication/site.config.ts.',
  );
  expect(before.code).toBe(1);
  project.delete('src/site.config.ts');
  project.write({ [CONFIG]: text });
  const { code, output } = await project.run('check');
  expect(output).toContain('No problems.');
  expect(code).toBe(0);
});
