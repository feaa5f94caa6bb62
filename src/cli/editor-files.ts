import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorSchemas } from '../record/editor-schemas.ts';
import type { Site } from '../record/site.ts';

/** Where editors read what the fields of content are, in the project's folder. */
const FOLDER = '.vscode/schemas';

/**
 * Writes what editors know of the content's files, as the configuration has it.
 * @param root the project's folder
 * @returns whether anything was another before
 */
export function writeEditorFiles(root: string, site: Site): boolean {
  const folder = join(root, FOLDER);
  mkdirSync(folder, { recursive: true });
  let changed = false;
  for (const [name, schema] of Object.entries(editorSchemas(site))) {
    const path = join(folder, `${name}.json`);
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    writeFileSync(path, text);
    changed = true;
  }
  return changed;
}

/** Does so for whoever works here, after the configuration was changed; a job is to change no file. */
export function keepEditorFiles(root: string, site: Site): void {
  if (process.env.CI || !existsSync(join(root, FOLDER))) return;
  if (writeEditorFiles(root, site)) {
    console.error(`Editors know the fields of the configuration now: ${FOLDER} is written anew.`);
  }
}
