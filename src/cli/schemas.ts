import './mistakes.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { editorSchemas } from '../record/editor-schemas.ts';
import { readArguments } from './say.ts';

/* `npm run schemas`: writes what editors know of the content's files, after the contract has changed. */

readArguments({}, 'npm run schemas');
const folder = fileURLToPath(new URL('../../.vscode/schemas', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(editorSchemas())) {
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(schema, null, 2)}\n`);
}
