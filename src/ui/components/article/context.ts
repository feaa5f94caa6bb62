import type { Archive } from '../../../record/archive.ts';
import type { Article } from '../../../record/article.ts';
import type { InstanceName } from '../../../record/components.ts';
import type { ComponentOf } from '../../../record/text.ts';

/** What the components of a text may know: the entry they stand in, and the record. */
export interface TextContext {
  archive: Archive;
  article: Article;
}

/** Props of what renders the components of a name. */
export interface NodeProps<Name extends InstanceName> {
  node: ComponentOf<Name>;
  context: TextContext;
}
