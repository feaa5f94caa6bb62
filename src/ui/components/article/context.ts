import type { Voice } from '../../../i18n/index.ts';
import type { InstanceName } from '../../../record/components.ts';
import type { ComponentOf } from '../../../record/text.ts';
import type { ArticleView } from '../../../views/article.ts';

/** What the components of a text know beside it. */
export interface TextContext {
  /** Its image files, by the address that it gives. */
  pictures: ArticleView['pictures'];
  /** Where links lead that lead elsewhere than they say. */
  links: ArticleView['links'];
  /** How its language speaks. */
  voice: Voice;
}

/** Props of what renders the components of a name. */
export interface NodeProps<Name extends InstanceName> {
  node: ComponentOf<Name>;
  context: TextContext;
}
