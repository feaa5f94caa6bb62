import type { Archive } from '../../../record/archive.ts';
import type { Article } from '../../../record/article.ts';
import type { Instance } from '../../../record/compiled.ts';
import type { InstanceName } from '../../../record/components.ts';

/** What the components of a text may know: the entry they stand in, and the record. */
export interface TextContext {
  archive: Archive;
  article: Article;
}

/** Props of the component that renders instances of a name. */
export interface PartProps<Name extends InstanceName> {
  part: Extract<Instance, { component: Name }>;
  context: TextContext;
}
