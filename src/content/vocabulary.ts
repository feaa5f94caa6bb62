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
  tagSchema,
  termSchema,
} from '../record/frontmatter.ts';
import type { Problem } from '../record/problem.ts';
import { damaged } from './compile-file.ts';
import { listFiles } from './files.ts';
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
export function loadVocabulary(root: string): Vocabulary {
  const problems: Problem[] = [];
  return {
    tags: readMap(root, 'content/tags.yaml', tagSchema, problems),
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
  const values = new Map<string, z.output<Schema>>();
  const broken = new Set<string>();
  const yaml = readYaml(read(root, file) ?? '', file);
  problems.push(...yaml.problems);
  const ids = typeof yaml.data === 'object' && yaml.data !== null ? Object.keys(yaml.data) : [];
  for (const id of ids) {
    const result = validate(schema, yaml, file, [id]);
    problems.push(...result.problems);
    if (result.data === undefined) {
      broken.add(id);
      continue;
    }
    values.set(id, result.data);
    problems.push(...checkTexts(result.data, file, (field) => yaml.place([id, field])));
  }
  const readable = yaml.problems.length === 0;
  return { values, broken, readable, at: (id) => ({ file, ...yaml.keyPlace([id]) }) };
}

/** A folder with a file for each id. */
function readFolder<Schema extends z.ZodObject>(
  root: string,
  folder: string,
  schema: Schema,
  problems: Problem[],
): Collection<z.output<Schema>> {
  const values = new Map<string, z.output<Schema>>();
  const broken = new Set<string>();
  for (const file of listFiles(root, folder, '.yaml')) {
    const id = file.slice(folder.length + 1, -'.yaml'.length);
    const yaml = readYaml(readFileSync(join(root, file), 'utf8'), file);
    const result =
      yaml.problems.length > 0 ? { problems: yaml.problems } : validate(schema, yaml, file);
    problems.push(...result.problems);
    if (!('data' in result) || result.data === undefined) {
      broken.add(id);
      continue;
    }
    values.set(id, result.data);
    problems.push(...checkTexts(result.data, file, (field) => yaml.place([field])));
  }
  return {
    values,
    broken,
    readable: true,
    at: (id) => ({ file: `${folder}/${id}.yaml`, line: 1, column: 1 }),
  };
}

function readYaml(text: string, file: string): Yaml {
  const problem = damaged(text, file);
  if (!problem) return parseYaml(text, file);
  return { ...parseYaml('', file), data: undefined, problems: [problem] };
}

function read(root: string, file: string): string | undefined {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
