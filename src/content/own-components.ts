import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { componentSchemas } from '../record/components.ts';
import { type OwnComponent, useOwnComponents } from '../record/own-components.ts';
import { fileProblem, type Problem } from '../record/problem.ts';
import { listFiles } from './files.ts';

/** Where owners keep components. */
const FOLDER = 'src/publication/components';

/** Digests of the files that say what components take, by path: part of what an article follows from. */
export type ComponentDigests = Readonly<Record<string, string>>;

/** Digests of the components of a publication. */
export function componentDigests(root: string): ComponentDigests {
  return Object.fromEntries(
    listFiles(root, FOLDER, '.ts').map((file) => [
      file,
      hash('sha256', readFileSync(join(root, file))).slice(0, 16),
    ]),
  );
}

/** Reads the components of a publication and sets them for what is compiled in this thread. */
export async function readComponents(root: string, digests: ComponentDigests): Promise<void> {
  const read = Object.entries(digests)
    .filter(([file]) => isName(nameOf(file)))
    .map(async ([file, digest]): Promise<[string, OwnComponent]> => {
      // the digest in its address makes a changed file another module
      const url = `${pathToFileURL(join(root, file)).href}?${digest}`;
      try {
        const { default: component } = (await import(/* @vite-ignore */ url)) as {
          default?: Partial<OwnComponent>;
        };
        if (component?.props && component.instead) {
          return [nameOf(file), component as OwnComponent];
        }
      } catch (error) {
        throw mistake(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
      }
      throw mistake(`${file} exports no component. Write "export default defineComponent({ … })".`);
    });
  useOwnComponents(new Map(await Promise.all(read)));
}

function mistake(sentence: string): Error {
  return Object.assign(new Error(sentence), { name: 'OwnersMistake' });
}

/** What is wrong with the files of components. */
export function componentProblems(root: string): Problem[] {
  return listFiles(root, FOLDER, '.ts').flatMap((file) => {
    const name = nameOf(file);
    const problem = (message: string, fix: string) => [
      fileProblem(file, { code: 'component-file', message, fix }),
    ];
    if (!isName(name)) {
      return problem(
        `"${name}" cannot be the name of a component.`,
        'Begin it with a capital, and write letters and digits only: Map.ts.',
      );
    }
    if (Object.hasOwn(componentSchemas, name)) {
      return problem(
        `<${name}> is a component of the engine, whose props stay.`,
        `Name it otherwise; for another look, keep ${name}.astro alone.`,
      );
    }
    if (existsSync(join(root, FOLDER, `${name}.astro`))) return [];
    return problem(
      `<${name}> has no look.`,
      `Write ${FOLDER}/${name}.astro, which is given its props.`,
    );
  });
}

function nameOf(file: string): string {
  return file.slice(FOLDER.length + 1, -'.ts'.length);
}

function isName(name: string): boolean {
  return /^[A-Z][A-Za-z\d]*$/.test(name);
}
