import type { Archive } from '../../domain/archive.ts';
import type { Article } from '../../domain/article.ts';
import type { Instance } from '../../domain/compiled.ts';
import type { InstanceName } from '../../domain/components.ts';

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
