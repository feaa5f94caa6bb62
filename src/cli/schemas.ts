import './mistakes.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import site from '../publication/site.config.ts';
import { editorSchemas } from '../record/editor-schemas.ts';
import { root } from './paths.ts';
import { readArguments } from './say.ts';

/* `npm run schemas`: writes what editors know of the content's files, after the contract has changed. */

readArguments({}, 'npm run schemas');
const folder = join(root, '.vscode/schemas');
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(editorSchemas(site))) {
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(schema, null, 2)}\n`);
}
