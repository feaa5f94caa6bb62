import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import type { Collection } from '../checks/model.ts';
import { checkTexts } from '../checks/todo-markers.ts';
import { parseYaml, type Yaml } from '../markdown/yaml.ts';
import {
  type AuthorData,
  authorSchema,
  type StorylineData,
  storylineSchema,
  type TagData,
  type TermData,
  tagOf,
  termSchema,
} from '../record/frontmatter.ts';
import { idsOf } from '../record/lists.ts';
import type { Problem } from '../record/problem.ts';
import type { Site } from '../record/site.ts';
import { damaged } from './compile-file.ts';
import { listFiles, readIfThere } from './files.ts';
import { validate } from './validate.ts';

/** What articles refer to by id. */
export interface Vocabulary {
  tags: Collection<TagData>;
  authors: Collection<AuthorData>;
  storylines: Collection<StorylineData>;
  glossary: Collection<TermData>;
  problems: Problem[];
}

/** Reads `tags.yaml`, `glossary.yaml`, `authors/` and `storylines/`; what is not there is empty. */
export function loadVocabulary(root: string, site: Pick<Site, 'groups'>): Vocabulary {
  const problems: Problem[] = [];
  return {
    tags: readMap(root, 'content/tags.yaml', tagOf({ groups: idsOf(site.groups) }), problems),
    authors: readFolder(root, 'content/authors', authorSchema, problems),
    storylines: readFolder(root, 'content/storylines', storylineSchema, problems),
    glossary: readMap(root, 'content/glossary.yaml', termSchema, problems),
    problems,
  };
}

/** A file that maps ids to values. */
function readMap<Schema extends z.ZodObject>(
  root: string,
  file: string,
  schema: Schema,
  problems: Problem[],
): Collection<z.output<Schema>> {
  const yaml = readYaml(readIfThere(join(root, file)) ?? '', file);
  problems.push(...yaml.problems);
  const ids = typeof yaml.data === 'object' && yaml.data !== null ? Object.keys(yaml.data) : [];
  const entries = ids.map((id): Entry => ({ id, yaml, file, path: [id] }));
  return {
    ...readEntries(entries, schema, problems),
    readable: yaml.problems.length === 0,
    at: (id) => ({ file, ...yaml.keyPlace([id]) }),
  };
}

/** A folder with a file for each id. */
function readFolder<Schema extends z.ZodObject>(
  root: string,
  folder: string,
  schema: Schema,
  problems: Problem[],
): Collection<z.output<Schema>> {
  const entries = listFiles(root, folder, '.yaml').map((file): Entry => {
    const yaml = readYaml(readFileSync(join(root, file), 'utf8'), file);
    return { id: file.slice(folder.length + 1, -'.yaml'.length), yaml, file, path: [] };
  });
  return {
    ...readEntries(entries, schema, problems),
    readable: true,
    at: (id) => ({ file: `${folder}/${id}.yaml`, line: 1, column: 1 }),
  };
}

/** An id, and where in which file what belongs to it stands. */
interface Entry {
  id: string;
  yaml: Yaml;
  file: string;
  path: string[];
}

function readEntries<Schema extends z.ZodObject>(
  entries: readonly Entry[],
  schema: Schema,
  problems: Problem[],
): Pick<Collection<z.output<Schema>>, 'values' | 'broken'> {
  const values = new Map<string, z.output<Schema>>();
  const broken = new Set<string>();
  for (const { id, yaml, file, path } of entries) {
    const result = validate(schema, yaml, file, path);
    problems.push(...result.problems);
    if (result.data === undefined) {
      broken.add(id);
      continue;
    }
    values.set(id, result.data);
    problems.push(...checkTexts(result.data, file, (field) => yaml.place([...path, field])));
  }
  return { values, broken };
}

function readYaml(text: string, file: string): Yaml {
  const problem = damaged(text, file);
  if (!problem) return parseYaml(text, file);
  return { ...parseYaml('', file), data: undefined, problems: [problem] };
}
