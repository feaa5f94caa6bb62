import { type CompileInput, compile } from '../../src/markdown/compile.ts';
import type { CompileOptions } from '../../src/markdown/scope.ts';
import type { Compiled, Instance, Part } from '../../src/record/compiled.ts';

const OPTIONS: CompileOptions = {
  base: '/',
  url: 'https://quay.example/',
  glossary: '/glossary/',
  labels: {
    paragraph: 'Paragraph {n}',
    back: 'Back to note {letter}',
    backText: 'Back',
    table: 'Table {n}',
    taskDone: 'Done',
    taskOpen: 'Not done',
  },
};

/** Compiles the text of an article in `content/articles/2018/`. */
export function compileText(
  body: string,
  input: Partial<CompileInput> = {},
  options: Partial<CompileOptions> = {},
): Promise<Compiled> {
  const file = 'content/articles/2018/example.mdx';
  return compile({ file, body, sourceIds: [], ...input }, { ...OPTIONS, ...options });
}

/** The HTML of parts; an instance is `<Name>` around its children. */
export function htmlOf(parts: readonly Part[]): string {
  return parts
    .map((part) =>
      typeof part === 'string'
        ? part
        : `<${part.component}>${htmlOf(part.children)}</${part.component}>`,
    )
    .join('');
}

/** The instances among parts, those within others included. */
export function instancesOf(parts: readonly Part[]): Instance[] {
  return parts.flatMap((part) =>
    typeof part === 'string' ? [] : [part, ...instancesOf(part.children)],
  );
}
