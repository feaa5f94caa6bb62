import type { ElementContent } from 'hast';
import { SIGNS } from '../../src/i18n/languages.ts';
import { type CompileInput, compile } from '../../src/markdown/compile.ts';
import type { CompileOptions } from '../../src/markdown/scope.ts';
import { KINDS, SOURCE_TYPES } from '../../src/record/lists.ts';
import type { Text } from '../../src/record/text.ts';
import { runsOf } from '../../src/ui/components/article/runs.ts';

/** How the texts of tests are compiled. */
export const OPTIONS: CompileOptions = {
  base: '/',
  url: 'https://quay.example/',
  lang: 'en-GB',
  describes: false,
  glossary: '/glossary/',
  signs: SIGNS,
  components: {},
  numbered: true,
  lists: { kinds: KINDS, sources: SOURCE_TYPES },
  letters: 'abcdefghijklmnopqrstuvwxyz',
  labels: {
    paragraph: 'Paragraph {n}',
    back: 'Back to note {letter}',
    backText: 'Back',
    table: 'Table {n}',
    alerts: {
      note: 'Note',
      tip: 'Tip',
      important: 'Important',
      warning: 'Warning',
      caution: 'Caution',
    },
    taskDone: 'Done',
    taskOpen: 'Not done',
    details: 'Details',
  },
};

/** Compiles the text of an article in `content/articles/2018/`. */
export function compileText(
  body: string,
  input: Partial<CompileInput> = {},
  options: Partial<CompileOptions> = {},
): Promise<Text> {
  const file = 'content/articles/2018/example.mdx';
  return compile({ file, body, sourceIds: [], ...input }, { ...OPTIONS, ...options });
}

/** The HTML of a tree, without what pages add for reader modes; a component is `<Name>` around its children. */
export function htmlOf(nodes: readonly ElementContent[]): string {
  return runsOf(nodes)
    .map((run) =>
      typeof run === 'string'
        ? run.replaceAll(' class="content"', '')
        : `<${run.name}>${htmlOf(run.children)}</${run.name}>`,
    )
    .join('');
}
