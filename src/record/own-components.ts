import type { z } from 'astro/zod';
import type { ElementContent } from 'hast';

/*
 * Components of the owner's: files of `src/publication/components/`. `Map.ts` says what the tag takes
 * and what feeds get, `Map.astro` how it looks. An `.astro` file alone that has the name of one of the
 * engine's gives that another look.
 */

/** What a tag of the owner's takes, and what stands in its place where there is no page. */
export interface OwnComponent {
  /** Its props; all of them are literal values. */
  props: z.ZodObject;
  /**
   * What feeds and the search have in its place, before what stands between its tags.
   * @throws whatever its owner's code throws; Error for what is no content
   */
  instead(props: Record<string, unknown>): ElementContent[];
}

/** Words, or what `h` of hastscript makes. */
type Instead = ElementContent | string;

/** A component of the owner's, as its file exports it. */
export function defineComponent<Props extends z.ZodObject>({
  props,
  instead,
}: {
  props: Props;
  instead: (props: z.output<Props>) => Instead | Instead[];
}): OwnComponent {
  return {
    props,
    instead: (given) =>
      [instead(given as z.output<Props>)].flat().map((node) => {
        if (typeof node === 'string') return { type: 'text', value: node };
        // an owner's file is not looked at by the compiler before it runs
        if (typeof node?.type !== 'string')
          throw new Error(`${node} is neither words nor an element`);
        return node;
      }),
  };
}

/** Those of the publication that is read, by name: one value of the process, which reading content sets. */
let current: ReadonlyMap<string, OwnComponent> = new Map();

/** Sets the components of the publication that is read. */
export function useOwnComponents(components: ReadonlyMap<string, OwnComponent>): void {
  current = components;
}

/** The components of the owner's. */
export function ownComponents(): ReadonlyMap<string, OwnComponent> {
  return current;
}
